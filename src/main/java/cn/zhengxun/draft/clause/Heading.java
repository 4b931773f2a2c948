package cn.zhengxun.draft.clause;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the beginning of a line may announce: a 编, 分编, 章, 节 or 条. Whether it does so or merely cites one is
 * decided by {@link Outline}, which sees the neighbours.
 *
 * @param numeral {@link Numeral#NONE} for a division without number, such as 附则
 * @param name what it adds to a citation: 第七条, 第一章, 一、; empty for a division without number
 * @param rest the line after the number: a division's title or the beginning of an article's text
 * @param setOff the number stands apart from the rest by space, colon, brackets or the line's end
 * @param cites the rest continues as a citation does: 第三条规定的…, 第三条、第五条…
 */
record Heading(ClauseKind kind, Numeral numeral, String name, String rest, boolean setOff, boolean cites) {
    private static final int LONGEST_DIVISION_TITLE = 60;

    private static final Map<String, ClauseKind> KINDS = Map.of(
            "编", ClauseKind.PART,
            "分编", ClauseKind.SUBPART,
            "章", ClauseKind.CHAPTER,
            "节", ClauseKind.SECTION,
            "条", ClauseKind.ARTICLE);

    private static final Pattern SHAPE = Pattern.compile("[【〖〔［\\[]? ?第 ?([" + ChineseNumber.CHARACTERS
            + " ]{1,16}?) ?(分编|编|章|节|条)(?: ?之 ?([" + ChineseNumber.CHARACTERS
            + "]{1,3})(?![切般样些]))?( ?[】〗〕］\\]])?");

    private static final Pattern BRACKETED = Pattern.compile("[（(【〔〖［\\[][^）)】〕〗］\\]]{1,40}[）)】〕〗］\\]]");

    private static final Pattern CITATION = Pattern.compile(
            "规定|所|的|[、，,；;。）)》”]|至|到|和|与|及|或|第|以外|以下|之|中的|中所|中规定|前款|款|已经|修改[为：]|改为|删去|删除|增加[一二两三第]|移至|合并为|作为第|除外|[（(][一二三四五六七八九十0-9]{1,3}[）)](项[、，。；和或及的规所至之中以除]|、[（(第])");

    private static final Pattern STRONG_CITATION = Pattern.compile(
            "第[" + ChineseNumber.CHARACTERS
                    + "]{1,3}[款项]|规定[的，。、]|所[列称规指]|的|[，；;。）)》”]|[至或及][第本]|中[的“]|(修改|改)为|[（(][一二三四五六七八九十0-9]{1,3}[）)](项[、，。；和或及的规所至之中以除]|、[（(第])");

    /** The number and a list's stop after it: 第三条、为了…; what follows tells it from 第三条、第四条. */
    private static final Pattern STOP = Pattern.compile("[:：.．、] ?(?![第本前附及和或至《0-9]|[一二三四五六七八九十百]{1,7}条)");

    private static final Pattern NAMED_DIVISION = Pattern.compile("(总|分|附|罚) ?则|总 ?纲");

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
        ClauseKind kind = KINDS.get(shape.group(2));
        Numeral numeral = new Numeral(number, insertion);
        String after = line.substring(shape.end());
        Matcher stop = STOP.matcher(after);
        boolean stopped = stop.lookingAt();
        boolean setOff = shape.group(4) != null
                || after.isEmpty()
                || stopped
                || after.charAt(0) == ' '
                || BRACKETED.matcher(after).lookingAt();
        String rest = (stopped ? after.substring(stop.end()) : after).strip().replaceFirst("^[:：] ?", "");
        boolean cites = (setOff ? STRONG_CITATION : CITATION).matcher(rest).lookingAt();
        return Optional.of(new Heading(kind, numeral, numeral.with(kind), rest, setOff, cites));
    }

    /** @return the heading of a division that bears a mere name, such as 附则 */
    static Optional<Heading> named(ClauseKind kind, String line) {
        return NAMED_DIVISION.matcher(line).matches()
                ? Optional.of(new Heading(kind, Numeral.NONE, "", line, true, false))
                : Optional.empty();
    }

    /** The heading that judicial interpretations put above their articles: 一、管辖. */
    static Heading marked(ClauseKind kind, Mark mark) {
        String name = Mark.inText(mark.printed());
        return new Heading(kind, new Numeral(mark.number(), 0), name, mark.rest(), true, false);
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
        return isArticle() && isCatchword(rest);
    }

    static boolean isCatchword(String line) {
        return BRACKETED.matcher(line).matches();
    }
}
