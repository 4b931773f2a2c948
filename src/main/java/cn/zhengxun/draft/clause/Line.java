package cn.zhengxun.draft.clause;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * One printed line of a draft, without typesetting: trimmed, runs of spaces as one, no control characters, never blank.
 *
 * @param depth how many # made it a Markdown heading, 0 for none
 * @param row a row of a table, cells divided by " | "
 */
public record Line(String text, int depth, boolean row) {
    public Line(String text, int depth) {
        this(text, depth, false);
    }

    public static final int MOST = 50_000;

    private static final Pattern BREAK = Pattern.compile("\r\n|[\n\r\f\u000B\u0085\u2028\u2029]");
    private static final Pattern SPACES = Pattern.compile("[\\p{Zs}\t]+");
    private static final Pattern HASHES = Pattern.compile("#{1,6}(?= |[^#])");
    private static final Pattern COMMENT = Pattern.compile("<!--.*?(-->|$)");

    /** @throws UnreadableDraft where there are more than {@link #MOST} */
    public static List<Line> of(String text) {
        List<Line> lines = new ArrayList<>();
        for (String raw : BREAK.split(text)) {
            String clean = clean(raw);
            int depth = 0;
            var hashes = HASHES.matcher(clean);
            if (hashes.lookingAt()) {
                depth = hashes.end();
                clean = clean.substring(depth).strip();
            }
            if (clean.isEmpty()) {
                continue;
            }
            if (lines.size() == MOST) {
                throw new UnreadableDraft("这份文件超过" + MOST + "行，不像是一部草案。请检查是否选错文件，或者拆开后分别导入。");
            }
            lines.add(new Line(clean, depth));
        }
        return lines;
    }

    private static String clean(String raw) {
        StringBuilder printable = new StringBuilder(raw.length());
        raw.codePoints().filter(Line::isPrintable).forEach(printable::appendCodePoint);
        String plain = COMMENT.matcher(printable).replaceAll("").replace("**", "");
        return SPACES.matcher(plain).replaceAll(" ").strip();
    }

    /** Neither control nor invisible formatting, and storable: half a surrogate pair is not. */
    private static boolean isPrintable(int c) {
        int type = Character.getType(c);
        return c == '\t' || type != Character.CONTROL && type != Character.FORMAT && type != Character.SURROGATE;
    }
}
