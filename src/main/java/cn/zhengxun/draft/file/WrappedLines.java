package cn.zhengxun.draft.file;

import cn.zhengxun.draft.clause.Line;
import cn.zhengxun.draft.clause.UnreadableDraft;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Printed lines that were broken at one width, as text copied from a PDF or an old mailer is, joined into the
 * paragraphs they were. Whether a text is broken that way is seen in all its lines; a text that is not stays as it is.
 * Two paragraphs, 项 or headings are never joined knowingly. A sentence that ends exactly at the width, where neither
 * indents nor blank lines tell, ends the paragraph.
 *
 * <p>Widths count a Chinese character 2 and a Latin one 1. Pure; time linear in the text.
 */
final class WrappedLines {
    /** Broken and blank ones counted, hence more than {@link Line#MOST}. */
    private static final int MOST = 4 * Line.MOST;

    private static final int NARROWEST = 20;
    private static final int WIDEST = 160;
    private static final int FEWEST_FULL = 4;

    /** Fonts whose digits and punctuation are no half or whole character make full lines differ by that much. */
    private static final int SLACK = 2;

    private static final String SENTENCE_ENDS = "。；：！？;!?:";
    private static final String CLOSING = "，。、；：！？）】〕》〉”’」』％%,.;:!?)]}";
    private static final String CLOSING_QUOTES = "”’」』）)】》";
    private static final String OPENING = "（【〔《〈“‘「『([{";

    private static final String NUMERALS = "[0-9０-９〇零一二两三四五六七八九十百千]";
    private static final Pattern BREAK = Pattern.compile("\r\n|[\n\r\f\u000B\u0085\u2028\u2029]");
    private static final Pattern DIVISION =
            Pattern.compile("#|第[ \u3000]?" + NUMERALS + "{1,10}[ \u3000]?(编|分编|章|节)([\\s\\p{Zs}].{0,40}|$)");
    private static final Pattern ARTICLE = Pattern.compile(
            "[【〔〖［\\[]?第[ \u3000]?" + NUMERALS
                    + "{1,10}[ \u3000]?条(之[一二三四五六七八九十]{1,2})?(?<apart>[】〕〗］\\]]|[\\s\\p{Zs}:：]|[（(【〔〖［\\[][^）)】〕〗］\\]]{1,30}[）)】〕〗］\\]]|$)?(?<rest>.*)",
            Pattern.DOTALL);
    private static final Pattern CITED =
            Pattern.compile("[\\s\\p{Zs}]*(第|规定|所|的|[、，,；;。）)]|至|到|和|与|及|或|以外|以下|之|中|款|项|已经)");
    private static final Pattern MARK = Pattern.compile(
            "([（(][ \u3000]?[一二三四五六七八九十百0-9０-９]{1,4}[ \u3000]?[）)]|[一二三四五六七八九十]{1,3}、|[0-9０-９]{1,3}[.．、](?![0-9０-９])|[①-⑳])(?<rest>.*)",
            Pattern.DOTALL);
    private static final Pattern CITED_MARK =
            Pattern.compile("[\\s\\p{Zs}]*([款、，,；;。]|项(?!目)|目(?!录|的|标)|至|到|和|与|及(?!时)|或)");
    private static final Pattern NOTE = Pattern.compile("[（(]?[0-9０-９]{4}年[0-9０-９]{1,2}月[0-9０-９]{1,2}日[\\s\\p{Zs}]");
    private static final String EXPECTING_MORE = "第、，,和与及或至的（(“《";
    private static final Pattern DOTS = Pattern.compile("[.…·]{4}");

    private final int width;
    private final boolean indents;
    private final boolean blankLinesDivide;

    /** @param all the text's lines, with their spaces, "" where blank; what else they hold decides nothing */
    WrappedLines(List<String> all) {
        this.width = commonWidth(all);
        this.indents = width > 0 && indented(all);
        this.blankLinesDivide = width > 0 && blanksDivide(all);
    }

    /**
     * Adds the text's lines, "" where blank.
     *
     * @throws UnreadableDraft where there are more lines than any draft has, before they fill the memory
     */
    static void split(String text, List<String> lines) {
        Matcher line = BREAK.matcher(text);
        int begun = 0;
        while (line.find()) {
            add(text.substring(begun, line.start()), lines);
            begun = line.end();
        }
        add(text.substring(begun), lines);
    }

    private static void add(String line, List<String> lines) {
        TimeLimit.check();
        if (lines.size() == MOST) {
            throw new UnreadableDraft("这份文件超过" + Line.MOST + "行，不像是一部草案。请检查是否选错文件，或者拆开后分别导入。");
        }
        lines.add(line);
    }

    /** Lines of unknown place: without indents, and none of them blank. */
    static List<String> joined(List<String> lines) {
        return new WrappedLines(lines).join(lines);
    }

    /** @param lines all or some of the lines that were given at first; @return the paragraphs they make */
    List<String> join(List<String> lines) {
        if (width == 0) {
            return List.copyOf(lines);
        }
        List<String> paragraphs = new ArrayList<>();
        StringBuilder paragraph = new StringBuilder();
        String previous = null;
        for (String line : lines) {
            TimeLimit.check();
            if (previous != null && goesOn(previous, line)) {
                glue(paragraph, line.strip());
            } else {
                if (previous != null) {
                    paragraphs.add(paragraph.toString());
                }
                paragraph = new StringBuilder(line);
            }
            previous = line;
        }
        if (previous != null) {
            paragraphs.add(paragraph.toString());
        }
        return paragraphs;
    }

    private static void glue(StringBuilder paragraph, String line) {
        int end = paragraph.length();
        while (end > 0 && isSpace(paragraph.charAt(end - 1))) {
            end--;
        }
        paragraph.setLength(end);
        boolean latin = end > 0 && !line.isEmpty() && isLatin(paragraph.charAt(end - 1)) && isLatin(line.charAt(0));
        paragraph.append(latin && !Character.isDigit(line.charAt(0)) ? " " : "").append(line);
    }

    /** Whether the line goes on with the paragraph that the previous one belongs to. */
    private boolean goesOn(String previous, String line) {
        String next = line.strip();
        String above = previous.strip();
        if (next.isEmpty() || above.isEmpty() || isApart(above) || isApart(next)) {
            return false;
        }
        if (!isFull(previous, next)) {
            return false;
        }
        if (CLOSING.indexOf(next.charAt(0)) >= 0) {
            return true;
        }
        if (DIVISION.matcher(above).matches()
                && (numbered(next) || DIVISION.matcher(next).matches())) {
            return false;
        }
        if (indents) {
            return !isIndented(line);
        }
        boolean sentenceEnds = endsSentence(above);
        if (begins(next, above)) {
            return false;
        }
        return !sentenceEnds || blankLinesDivide || endsWithSemicolon(above);
    }

    /** Entries of a table of contents, headings of Markdown, and what is laid out by hand. */
    private static boolean isApart(String line) {
        return line.startsWith("#")
                || line.indexOf('\t') >= 0
                || line.contains(" | ")
                || line.contains("<!--")
                || DOTS.matcher(line).find();
    }

    /** What follows would not have fitted into the line. */
    private boolean isFull(String line, String next) {
        return widthOf(line.stripTrailing()) + widthOf(firstWord(next)) + SLACK > width;
    }

    /** As much as cannot be broken: a Latin word or number, or a character with the punctuation that clings to it. */
    private static String firstWord(String line) {
        int end = 0;
        while (end < line.length() && OPENING.indexOf(line.charAt(end)) >= 0) {
            end++;
        }
        if (end < line.length() && isLatin(line.charAt(end))) {
            while (end < line.length() && isLatin(line.charAt(end)) && end < 12) {
                end++;
            }
        } else if (end < line.length()) {
            end++;
        }
        while (end < line.length() && CLOSING.indexOf(line.charAt(end)) >= 0 && end < 12) {
            end++;
        }
        return line.substring(0, end);
    }

    private static boolean endsSentence(String line) {
        int end = line.length();
        while (end > 0 && CLOSING_QUOTES.indexOf(line.charAt(end - 1)) >= 0) {
            end--;
        }
        return end > 0 && SENTENCE_ENDS.indexOf(line.charAt(end - 1)) >= 0;
    }

    /** A semicolon ends a 项, which a mark follows, but no 款. */
    private static boolean endsWithSemicolon(String line) {
        return "；;".indexOf(line.charAt(line.length() - 1)) >= 0;
    }

    private static boolean expectsMore(String line) {
        return EXPECTING_MORE.indexOf(line.charAt(line.length() - 1)) >= 0;
    }

    private static boolean numbered(String line) {
        return ARTICLE.matcher(line).lookingAt() || MARK.matcher(line).lookingAt();
    }

    /** Whether a line begins something new by its own words; a citation at a line's beginning does not. */
    private static boolean begins(String line, String above) {
        if (DIVISION.matcher(line).matches()) {
            return !expectsMore(above);
        }
        Matcher article = ARTICLE.matcher(line);
        if (article.lookingAt()) {
            boolean cited = CITED.matcher(article.group("rest")).lookingAt();
            boolean apart = article.group("apart") != null;
            return endsSentence(above) ? apart || !cited : apart && !cited && !expectsMore(above);
        }
        if (NOTE.matcher(line).lookingAt()) {
            return true;
        }
        Matcher mark = MARK.matcher(line);
        if (!mark.lookingAt()) {
            return false;
        }
        if (endsSentence(above)) {
            return true;
        }
        // within a sentence 一、 is more likely the end of 统一、
        boolean bracketed = "（(".indexOf(line.charAt(0)) >= 0;
        return bracketed && !CITED_MARK.matcher(mark.group("rest")).lookingAt() && !expectsMore(above);
    }

    // what all lines show

    /** @return the width that lines were broken at, 0 where they were not */
    private static int commonWidth(List<String> lines) {
        int[] ending = new int[WIDEST + 1];
        int[] all = new int[WIDEST + 1];
        int counted = 0;
        int tooWide = 0;
        for (int i = 0; i < lines.size(); i++) {
            TimeLimit.check();
            String line = lines.get(i).stripTrailing();
            if (line.isBlank() || isApart(line)) {
                continue;
            }
            counted++;
            int width = widthOf(line);
            if (width > WIDEST) {
                tooWide++;
                continue;
            }
            all[width]++;
            if (!endsSentence(line) && !isHeading(line.strip())) {
                ending[width]++;
            }
        }
        return width(all, ending, counted, tooWide);
    }

    /** Broken lines end anywhere in a sentence, are many, and nothing but a stray line is wider. */
    private static int width(int[] all, int[] unfinished, int counted, int tooWide) {
        int wider = tooWide;
        for (int width = WIDEST; width >= NARROWEST; width--) {
            int full = all[width] + all[width - 1];
            int open = unfinished[width] + unfinished[width - 1];
            if (full >= FEWEST_FULL && full * 12 >= counted && open * 2 >= full && wider * 20 <= counted) {
                return all[width - 1] > all[width] * 8 ? width - 1 : width;
            }
            wider += all[width];
        }
        return 0;
    }

    private static boolean isHeading(String line) {
        return DIVISION.matcher(line).matches();
    }

    /** Whether what certainly begins a paragraph is mostly set in, and what certainly goes on is not. */
    private boolean indented(List<String> lines) {
        int beginnings = 0;
        int indentedBeginnings = 0;
        int continuations = 0;
        int indentedContinuations = 0;
        String above = "";
        for (String line : lines) {
            String words = line.strip();
            if (words.isEmpty() || isApart(words)) {
                above = "";
                continue;
            }
            boolean full = !above.isBlank() && isFull(above, words);
            if (!above.isBlank() && !full && endsSentence(above.strip())) {
                beginnings++;
                indentedBeginnings += isIndented(line) ? 1 : 0;
            } else if (full && !endsSentence(above.strip())) {
                continuations++;
                indentedContinuations += isIndented(line) ? 1 : 0;
            }
            above = line;
        }
        return beginnings > 0
                && indentedBeginnings * 10 >= beginnings * 8
                && indentedContinuations * 10 <= continuations * 2;
    }

    private static boolean isIndented(String line) {
        int width = 0;
        for (int i = 0; i < line.length() && isSpace(line.charAt(i)); i++) {
            width += widthOf(line.charAt(i));
        }
        return width >= 2;
    }

    /** Whether a blank line stands before most of what certainly begins a paragraph. */
    private static boolean blanksDivide(List<String> lines) {
        int beginnings = 0;
        int afterBlank = 0;
        boolean blank = true;
        for (String line : lines) {
            if (line.isBlank()) {
                blank = true;
                continue;
            }
            Matcher article = ARTICLE.matcher(line.strip());
            if (article.lookingAt() && article.group("apart") != null) {
                beginnings++;
                afterBlank += blank ? 1 : 0;
            }
            blank = false;
        }
        return beginnings > 1 && afterBlank * 10 >= beginnings * 9;
    }

    /** @return no more than a little over {@link #WIDEST} */
    private static int widthOf(String words) {
        int width = 0;
        for (int i = 0; i < words.length() && width <= WIDEST; i++) {
            width += widthOf(words.charAt(i));
        }
        return width;
    }

    private static int widthOf(char c) {
        return c < 0x1100 ? 1 : 2;
    }

    private static boolean isLatin(char c) {
        return c > ' ' && c < 0x7F && OPENING.indexOf(c) < 0 && CLOSING.indexOf(c) < 0;
    }

    private static boolean isSpace(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }
}
