package cn.zhengxun.suggestion.attachment;

/** The name under which a file is shown and saved again: no path, nothing that cannot be seen, the extension it deserves. */
final class FileName {
    /** Characters of the name without its extension. */
    static final int LONGEST = 80;

    private FileName() {}

    /** @param given as the browser sent it; may be null */
    static String clean(String given, FileType type) {
        String name = given == null ? "" : given;
        name = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        // \p{C}: control, format (bidi marks), private use, halves of surrogate pairs, unassigned
        name = name.replaceAll("[\\p{C}<>:\"|?*\\p{Zl}\\p{Zp}]", "").replaceAll("\\p{Zs}+", " ");
        name = withoutExtension(name).replaceAll("^[. ]+|[. ]+$", "");
        int characters = name.codePointCount(0, name.length());
        if (characters > LONGEST) {
            name = name.substring(0, name.offsetByCodePoints(0, LONGEST));
        }
        return (name.isEmpty() ? type.kind().chinese() : name) + "." + type.extension();
    }

    private static String withoutExtension(String name) {
        int dot = name.lastIndexOf('.');
        return dot >= 0 && name.length() - dot <= 6 ? name.substring(0, dot) : name;
    }
}
