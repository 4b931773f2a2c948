package cn.zhengxun.draft.clause;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the beginning of a line may announce: a 编, 分编, 章, 节 or 条. Whether it does so or merely cites one is
 * decided by {@link Outline}, which sees the neighbours.
 *
 * @param rest the line after the number: a division's title or the beginning of an article's text
 * @param setOff the number stands apart from the rest by space, colon, brackets or the line's end
 * @param cites the rest continues as a citation does: 第三条规定的…, 第三条、第五条…
 */
record Heading(ClauseKind kind, Numeral numeral, String rest, boolean setOff, boolean cites) {
    private static final int LONGEST_DIVISION_TITLE = 60;

    private static final Map<String, ClauseKind> KINDS = Map.of(
            "编", ClauseKind.PART,
            "分编", ClauseKind.SUBPART,
            "章", ClauseKind.CHAPTER,
            "节", ClauseKind.SECTION,
            "条", ClauseKind.ARTICLE);

    private static final Pattern SHAPE = Pattern.compile("[【〔［\\[]? ?第 ?([" + ChineseNumber.CHARACTERS
            + " ]{1,16}?) ?(分编|编|章|节|条)(?: ?之 ?([" + ChineseNumber.CHARACTERS + "]{1,3})(?![切般样些]))?( ?[】〕］\\]])?");

    private static final Pattern BRACKETED = Pattern.compile("[（(【〔〖［\\[][^）)】〕〗］\\]]{1,40}[）)】〕〗］\\]]");

    private static final Pattern CITATION = Pattern.compile("规定|所|的|[、，,；;。]|至|到|和|与|及|或|第|以外|以下|之|中的|中所|中规定|前款|款|已经");

    private static final Pattern CITED_PARAGRAPH = Pattern.compile("第[" + ChineseNumber.CHARACTERS + "]{1,3}[款项]");

    static Optional<Heading> in(String line) {
        Matcher shape = SHAPE.matcher(line);
        if (!shape.lookingAt()) {
            return Optional.empty();
        }
        int number = ChineseNumber.read(shape.group(1));
        int insertion = shape.group(3) == null ? 0 : ChineseNumber.read(shape.group(3));
        if (number == 0) {
            return Optional.empty();
        }
        String after = line.substring(shape.end());
        String rest = after.strip().replaceFirst("^[:：] ?", "");
        boolean setOff = shape.group(4) != null
                || after.isEmpty()
                || " :：".indexOf(after.charAt(0)) >= 0
                || BRACKETED.matcher(after).lookingAt();
        boolean cites = setOff
                ? CITED_PARAGRAPH.matcher(rest).lookingAt()
                : CITATION.matcher(rest).lookingAt();
        return Optional.of(new Heading(KINDS.get(shape.group(2)), new Numeral(number, insertion), rest, setOff, cites));
    }

    boolean isArticle() {
        return kind == ClauseKind.ARTICLE;
    }

    /** Whether the line can be the heading of a division, which is short and no sentence. */
    boolean mayHeadDivision() {
        return !isArticle() && !cites && isTitle(rest);
    }

    /** Whether these words can be, or go on, a division's title. */
    static boolean isTitle(String words) {
        return words.length() <= LONGEST_DIVISION_TITLE && words.chars().noneMatch(c -> "。；;！？：:".indexOf(c) >= 0);
    }

    /** The title as cited: 总 则 is spaced out in print only. */
    String title() {
        return rest.matches("\\S( \\S)+") ? rest.replace(" ", "") : rest;
    }

    /** An article's text that is nothing but its catchword, such as （立法目的）. */
    boolean isOnlyCatchword() {
        return isArticle() && BRACKETED.matcher(rest).matches();
    }
}
