package cn.zhengxun.suggestion.attachment;

import cn.zhengxun.kernel.RuleViolation;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MimeTypes;

/** Says by its bytes alone what a file is. Name and declared type decide nothing. */
final class FileJudge {
    private static final String TAKEN = "可以添加的有：照片（JPG、PNG、WebP、GIF）、录音（MP3、M4A、WAV、AMR 等）、PDF 和 Word 文档（docx）。";

    private static final Map<String, FileType> TYPES = Map.ofEntries(
            Map.entry("image/jpeg", FileType.JPEG),
            Map.entry("image/png", FileType.PNG),
            Map.entry("image/webp", FileType.WEBP),
            Map.entry("image/gif", FileType.GIF),
            Map.entry("audio/mpeg", FileType.MP3),
            Map.entry("audio/x-aac", FileType.AAC),
            Map.entry("audio/vnd.wave", FileType.WAV),
            Map.entry("audio/x-wav", FileType.WAV),
            Map.entry("audio/amr", FileType.AMR),
            Map.entry("audio/ogg", FileType.OGG),
            Map.entry("audio/vorbis", FileType.OGG),
            Map.entry("audio/opus", FileType.OGG),
            Map.entry("audio/speex", FileType.OGG),
            Map.entry("application/ogg", FileType.OGG),
            Map.entry("application/pdf", FileType.PDF));

    private FileJudge() {}

    /** @throws RuleViolation for what is not taken, saying what is */
    static FileType judge(Path file) throws IOException {
        if (Files.size(file) == 0) {
            throw new RuleViolation("这个文件是空的，里面没有内容，请重新选择。");
        }
        String found = detected(file);
        FileType type = TYPES.get(found);
        if (type == FileType.PDF && !begins(file, "%PDF-")) {
            throw refused("这个文件不是正常的 PDF。");
        }
        if (type != null) {
            return type;
        }
        if (found.equals("application/zip") || found.startsWith("application/x-tika-ooxml")) {
            WordFile.require(file);
            return FileType.DOCX;
        }
        if (MovieFile.is(file)) {
            if (MovieFile.onlySound(file)) {
                return FileType.M4A;
            }
            throw refused(
                    found.contains("hei")
                            ? "这是苹果手机的 HEIC 照片，系统打不开。请在手机“设置—相机—格式”里选“兼容性最佳”再拍，或者把照片截屏后添加截屏。"
                            : "视频不能添加，请改为录音或照片。");
        }
        throw refused(reason(found));
    }

    private static String reason(String found) {
        if (found.startsWith("image/hei") || found.startsWith("image/avif")) {
            return "这是苹果手机的 HEIC 照片，系统打不开。请在手机“设置—相机—格式”里选“兼容性最佳”再拍，或者把照片截屏后添加截屏。";
        }
        if (found.equals("application/x-tika-msoffice") || found.equals("application/msword")) {
            return "旧格式的 Office 文件不能添加，请另存为 docx 或 PDF 再添加。";
        }
        if (found.startsWith("video/")) {
            return "视频不能添加，请改为录音或照片。";
        }
        return "这种文件不能添加。";
    }

    static RuleViolation refused(String reason) {
        return new RuleViolation(reason + TAKEN);
    }

    private static String detected(Path file) throws IOException {
        try (InputStream bytes = new BufferedInputStream(Files.newInputStream(file))) {
            return MimeTypes.getDefaultMimeTypes().detect(bytes, new Metadata()).toString();
        }
    }

    private static boolean begins(Path file, String with) throws IOException {
        try (InputStream bytes = Files.newInputStream(file)) {
            return new String(bytes.readNBytes(with.length()), java.nio.charset.StandardCharsets.ISO_8859_1)
                    .equals(with);
        }
    }
}
