package cn.zhengxun.draft.file;

import cn.zhengxun.draft.clause.UnreadableDraft;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What a received file is, by its first bytes: a name may be wrong. */
enum DraftFormat {
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    MARKDOWN("text/markdown"),
    TEXT("text/plain");

    private static final String ADVICE = "请另存为 Word 文档（.docx）或纯文本（.txt）再导入。";
    private static final byte[] PROTECTED = "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);

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
    private static final Signature OLD_OFFICE = new Signature("旧版 Office 或 WPS 文档", 0xD0, 0xCF, 0x11, 0xE0);
    private static final List<Signature> OTHERS = List.of(
            new Signature("PDF 文件", '%', 'P', 'D', 'F'),
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
            new Signature("网页", '<', '!', 'D', 'O', 'C', 'T', 'Y', 'P', 'E'),
            new Signature("网页", '<', '!', 'd', 'o', 'c', 't', 'y', 'p', 'e'),
            new Signature("网页", '<', 'h', 't', 'm', 'l'),
            new Signature("网页或其他标记文件", '<', '?', 'x', 'm', 'l'));

    private final String mediaType;

    DraftFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    String mediaType() {
        return mediaType;
    }

    /** @throws UnreadableDraft where the bytes begin like a kind of file that cannot be read */
    static DraftFormat of(String fileName, byte[] content) {
        if (ZIP.begins(content)) {
            return DOCX;
        }
        if (OLD_OFFICE.begins(content)) {
            throw new UnreadableDraft(
                    holds(content, PROTECTED) ? "这份 Word 文档设有密码，无法读取。请去掉密码后再导入。" : refusal(OLD_OFFICE));
        }
        for (Signature other : OTHERS) {
            if (other.begins(content)) {
                throw new UnreadableDraft(refusal(other));
            }
        }
        String name = fileName.toLowerCase(Locale.ROOT);
        return name.endsWith(".md") || name.endsWith(".markdown") ? MARKDOWN : TEXT;
    }

    private static String refusal(Signature kind) {
        return "这份文件是" + kind.name() + "，系统读不了。" + ADVICE;
    }

    private static boolean holds(byte[] content, byte[] sought) {
        for (int i = 0; i + sought.length <= content.length; i++) {
            if (content[i] == sought[0] && Arrays.equals(content, i, i + sought.length, sought, 0, sought.length)) {
                return true;
            }
        }
        return false;
    }
}
