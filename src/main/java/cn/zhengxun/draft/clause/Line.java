package cn.zhengxun.draft.clause;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

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
    private static final Pattern BULLET = Pattern.compile("([-*+•●▪◆■] +|> ?)+(?=\\S)");
    private static final Pattern PAGE_NUMBER =
            Pattern.compile("[-—－–] ?[0-9０-９]{1,4} ?[-—－–]|第 ?[0-9]{1,4} ?页( ?[，/]? ?共 ?[0-9]{1,4} ?页)?");
    private static final Pattern RULE = Pattern.compile("[-*_=—]{3,}");
    private static final Pattern ROW = Pattern.compile("\\|.*\\|");
    private static final Pattern ROW_RULE = Pattern.compile("\\|[-: |]+\\|");
    private static final Pattern ESCAPED = Pattern.compile("\\\\([.()\\-#*_\\[\\]!>|])");
    private static final Pattern ENTITY = Pattern.compile("&(nbsp|emsp|ensp|thinsp);");

    /** @throws UnreadableDraft where there are more than {@link #MOST} */
    public static List<Line> of(String text) {
        List<Line> lines = new ArrayList<>();
        for (String raw : BREAK.split(text)) {
            String clean = clean(raw);
            if (isTypesetting(clean)) {
                continue;
            }
            if (lines.size() == MOST) {
                throw new UnreadableDraft("这份文件超过" + MOST + "行，不像是一部草案。请检查是否选错文件，或者拆开后分别导入。");
            }
            lines.add(line(clean));
        }
        lines.removeIf(line -> line.text().isEmpty());
        return lines;
    }

    private static Line line(String clean) {
        Matcher hashes = HASHES.matcher(clean);
        if (hashes.lookingAt()) {
            return new Line(clean.substring(hashes.end()).strip(), hashes.end());
        }
        if (ROW.matcher(clean).matches()) {
            return new Line(cells(clean), 0, true);
        }
        Matcher bullet = BULLET.matcher(clean);
        return new Line(bullet.lookingAt() ? clean.substring(bullet.end()) : clean, 0);
    }

    /** Nothing printed: an empty line, a page number, a rule drawn across the page. */
    private static boolean isTypesetting(String clean) {
        return clean.isEmpty()
                || clean.length() <= 20 && PAGE_NUMBER.matcher(clean).matches()
                || RULE.matcher(clean).matches()
                || ROW_RULE.matcher(clean).matches();
    }

    /** The cells of a Markdown row, divided by " | ". */
    private static String cells(String row) {
        return Arrays.stream(row.substring(1, row.length() - 1).split("\\|"))
                .map(String::strip)
                .collect(Collectors.joining(" | "));
    }

    private static String clean(String raw) {
        StringBuilder printable = new StringBuilder(raw.length());
        raw.codePoints().filter(Line::isPrintable).forEach(printable::appendCodePoint);
        String plain = COMMENT.matcher(printable).replaceAll("").replace("**", "");
        plain = ESCAPED.matcher(ENTITY.matcher(plain).replaceAll(" ")).replaceAll("$1");
        return SPACES.matcher(plain).replaceAll(" ").strip();
    }

    /** Neither control nor invisible formatting, and storable: half a surrogate pair is not. */
    private static boolean isPrintable(int c) {
        int type = Character.getType(c);
        return c == '\t' || type != Character.CONTROL && type != Character.FORMAT && type != Character.SURROGATE;
    }
}
