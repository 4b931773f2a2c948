package cn.zhengxun.draft.file;

import cn.zhengxun.draft.clause.Line;
import cn.zhengxun.draft.clause.UnreadableDraft;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** What a received file is, by its first bytes: a name may be wrong. */
enum DraftFormat {
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", WordText::read),
    DOC("application/msword", OldWordText::read),
    PDF("application/pdf", PdfText::read),
    HTML("text/html", WebPage::read),
    MARKDOWN("text/markdown", PlainText::read),
    TEXT("text/plain", PlainText::read);

    static final String ADVICE = "请另存为 Word 文档（.docx）或纯文本（.txt）再导入。";

    /** How a file of another kind begins, and what people call it. */
    private record Signature(String name, byte[] bytes) {
        Signature(String name, int... bytes) {
            this(name, toBytes(bytes));
        }

        private static byte[] toBytes(int... values) {
            byte[] bytes = new byte[values.length];
            for (int i = 0; i < values.length; i++) {
                bytes[i] = (byte) values[i];
            }
            return bytes;
        }

        boolean begins(byte[] content) {
            return content.length >= bytes.length && Arrays.equals(content, 0, bytes.length, bytes, 0, bytes.length);
        }
    }

    private static final Signature ZIP = new Signature("压缩文件", 'P', 'K', 3, 4);
    private static final Signature OLD_OFFICE = new Signature("旧版 Office 文件", 0xD0, 0xCF, 0x11, 0xE0);
    private static final Signature PORTABLE = new Signature("PDF 文件", '%', 'P', 'D', 'F', '-');
    private static final List<Signature> OTHERS = List.of(
            new Signature("RTF 文档", '{', '\\', 'r', 't', 'f'),
            new Signature("压缩文件", 'P', 'K', 5, 6),
            new Signature("压缩文件", 'R', 'a', 'r', '!'),
            new Signature("压缩文件", '7', 'z', 0xBC, 0xAF),
            new Signature("压缩文件", 0x1F, 0x8B),
            new Signature("图片", 0x89, 'P', 'N', 'G'),
            new Signature("图片", 0xFF, 0xD8, 0xFF),
            new Signature("图片", 'G', 'I', 'F', '8'),
            new Signature("图片", 'I', 'I', '*', 0),
            new Signature("图片", 'M', 'M', 0, '*'),
            new Signature("图片", 'R', 'I', 'F', 'F'));

    private final String mediaType;
    private final Function<byte[], List<Line>> reader;

    DraftFormat(String mediaType, Function<byte[], List<Line>> reader) {
        this.mediaType = mediaType;
        this.reader = reader;
    }

    String mediaType() {
        return mediaType;
    }

    /** @throws UnreadableDraft where the content is damaged or not what it begins like */
    List<Line> lines(byte[] content) {
        return reader.apply(content);
    }

    /** @throws UnreadableDraft where the bytes begin like a kind of file that cannot be read */
    static DraftFormat of(String fileName, byte[] content) {
        if (ZIP.begins(content)) {
            return DOCX;
        }
        if (OLD_OFFICE.begins(content)) {
            return DOC;
        }
        if (PORTABLE.begins(content)) {
            return PDF;
        }
        for (Signature other : OTHERS) {
            if (other.begins(content)) {
                throw new UnreadableDraft("这份文件是" + other.name() + "，系统读不了。" + ADVICE);
            }
        }
        String name = fileName.toLowerCase(Locale.ROOT);
        return switch (Markup.of(name, content)) {
            case PAGE -> HTML;
            case ARCHIVED_PAGE ->
                throw new UnreadableDraft("这份文件是打包保存的网页（MHT），系统读不了。请在浏览器里另存为“网页，仅 HTML”，或者复制文字存为纯文本（.txt）再导入。");
            case OTHER -> throw new UnreadableDraft("这份文件是 XML 等标记文件，系统读不了。" + ADVICE);
            case NONE -> name.endsWith(".md") || name.endsWith(".markdown") ? MARKDOWN : TEXT;
        };
    }
}
