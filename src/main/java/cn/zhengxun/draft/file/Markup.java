package cn.zhengxun.draft.file;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

/** Whether a text is marked up, by how it begins. Word and WPS save pages under the name .doc too. */
enum Markup {
    PAGE,
    /** A page with its pictures in one file, .mht or .mhtml. */
    ARCHIVED_PAGE,
    OTHER,
    NONE;

    private static final int LOOKED_AT = 4_096;
    private static final Pattern PAGE_BEGINS =
            Pattern.compile("<(!doctype\\s+html|html|head|meta|title|body)\\b.*", Pattern.DOTALL);
    private static final Pattern TAG = Pattern.compile("<(html|body|p|div|br|table|span|pre|h1)\\b");
    private static final Pattern ARCHIVE_BEGINS =
            Pattern.compile("(from: <saved by|mime-version: ?1\\.0).*", Pattern.DOTALL);

    /** @param fileName in lower case */
    static Markup of(String fileName, byte[] content) {
        String beginning = beginning(content);
        if (PAGE_BEGINS.matcher(beginning).matches()) {
            return PAGE;
        }
        if (beginning.startsWith("<?xml") || beginning.startsWith("<!doctype")) {
            return beginning.contains("<html") ? PAGE : OTHER;
        }
        if (ARCHIVE_BEGINS.matcher(beginning).matches() && beginning.contains("multipart/related")) {
            return ARCHIVED_PAGE;
        }
        boolean named = fileName.matches(".*\\.(html?|xhtml|shtml|docx?|wps)");
        return (named || beginning.startsWith("<!--") && beginning.contains("<html"))
                        && TAG.matcher(beginning).find()
                ? PAGE
                : NONE;
    }

    private static String beginning(byte[] content) {
        Charset charset = PlainText.isUtf16(content) ? StandardCharsets.UTF_16 : StandardCharsets.ISO_8859_1;
        return new String(content, 0, Math.min(content.length, LOOKED_AT), charset)
                .replaceFirst("^(\uFEFF|ï»¿)?\\s*", "")
                .toLowerCase(Locale.ROOT);
    }
}
