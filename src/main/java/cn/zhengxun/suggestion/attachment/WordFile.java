package cn.zhengxun.suggestion.attachment;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** A zip that is a Word document without macros. Nothing in it is unpacked but the beginning of its table of contents. */
final class WordFile {
    private static final int MOST_ENTRIES = 5_000;
    private static final int CONTENTS_READ = 1 << 20;

    private WordFile() {}

    /** @throws cn.zhengxun.kernel.RuleViolation where it is another archive, or a document with macros */
    static void require(Path file) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile(), StandardCharsets.UTF_8)) {
            if (zip.size() > MOST_ENTRIES
                    || zip.getEntry("word/document.xml") == null
                    || zip.getEntry("[Content_Types].xml") == null) {
                throw FileJudge.refused("压缩包和别的打包文件不能添加，请把里面的文件一个一个添加。");
            }
            boolean program = zip.stream().map(ZipEntry::getName).anyMatch(WordFile::program);
            if (program || contents(zip).contains("macroenabled")) {
                throw FileJudge.refused("这个 Word 文档里带有宏或者嵌入的程序，不能添加。请另存为不带宏的 docx，或者 PDF。");
            }
        } catch (ZipException | IllegalArgumentException broken) {
            throw FileJudge.refused("这个文件打不开，可能没有传完，请重新选择。");
        }
    }

    private static boolean program(String entry) {
        String name = entry.toLowerCase(Locale.ROOT);
        return name.contains("vbaproject")
                || name.contains("vbadata")
                || name.matches(".*/(embeddings|activex)/.*\\.bin");
    }

    private static String contents(ZipFile zip) throws IOException {
        try (var contents = zip.getInputStream(zip.getEntry("[Content_Types].xml"))) {
            return new String(contents.readNBytes(CONTENTS_READ), StandardCharsets.UTF_8).toLowerCase(Locale.ROOT);
        }
    }
}
