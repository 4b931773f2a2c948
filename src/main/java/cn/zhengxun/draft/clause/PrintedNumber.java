package cn.zhengxun.draft.clause;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The number that a 编, 分编, 章, 节, 条, 项, 目 or an instruction of an amending text carries in print.
 *
 * @param number as {@link Clause#number}; for 项 and 目 the count that the mark says
 * @param name what it adds to a citation: 第七条之一, 第（一）项
 */
public record PrintedNumber(ClauseKind kind, String number, String name) {
    private static final int MOST = 9999;
    private static final Pattern TYPED = Pattern.compile("第? ?([" + ChineseNumber.CHARACTERS
            + " ]{1,16}?) ?(?:分编|编|章|节|条)?(?: ?(?:之|-) ?([" + ChineseNumber.CHARACTERS + "]{1,3}))?");

    /** Whether clauses of this kind are numbered in print; the others are counted. */
    public static boolean carriedBy(ClauseKind kind) {
        return isListed(kind) || isHeading(kind);
    }

    /** @return the number that a clause of the tree carries; empty for kinds that carry none */
    public static Optional<PrintedNumber> of(Clause clause, String above) {
        return carriedBy(clause.kind())
                ? Optional.of(new PrintedNumber(clause.kind(), clause.number(), Labels.name(clause, above)))
                : Optional.empty();
    }

    /** @param typed 8, 八, 7-1, 第七条之一; for 项 and 目 the mark （四）, 4., ④; @return empty where it is no number */
    public static Optional<PrintedNumber> typed(ClauseKind kind, String typed) {
        if (isListed(kind)) {
            return Mark.in(typed.strip())
                    .filter(mark -> mark.rest().isEmpty())
                    .map(mark -> new PrintedNumber(kind, String.valueOf(mark.number()), listed(kind, mark.printed())));
        }
        Matcher numeral = TYPED.matcher(typed.strip());
        if (!isHeading(kind) || !numeral.matches()) {
            return Optional.empty();
        }
        int number = ChineseNumber.read(numeral.group(1));
        int insertion = numeral.group(2) == null ? 0 : ChineseNumber.read(numeral.group(2));
        boolean none = number == 0 || numeral.group(2) != null && insertion == 0;
        return none ? Optional.empty() : Optional.of(heading(kind, new Numeral(number, insertion)));
    }

    /** The first of its kind: 第一条, 第（一）项, 第1目. */
    public static PrintedNumber first(ClauseKind kind) {
        return switch (kind) {
            case ITEM -> new PrintedNumber(kind, "1", listed(kind, "（一）"));
            case SUBITEM -> new PrintedNumber(kind, "1", listed(kind, "1"));
            case AMENDMENT -> new PrintedNumber(kind, "1", listed(kind, "一"));
            default -> heading(kind, new Numeral(1, 0));
        };
    }

    /** @return the number further on or back, in the same style; empty where there is none such */
    public Optional<PrintedNumber> shifted(int by) {
        if (isListed(kind)) {
            return shiftedMark(by);
        }
        Numeral numeral = Numeral.of(number);
        int moved = numeral.number() + by;
        boolean unnumbered = name.indexOf('第') < 0;
        return unnumbered || moved < 1 || moved > MOST
                ? Optional.empty()
                : Optional.of(scoped(new Numeral(moved, numeral.insertion())));
    }

    /** The number within what this one counts anew in: 第二编第四条 after 第二编第三条. */
    private PrintedNumber scoped(Numeral numeral) {
        return new PrintedNumber(
                kind,
                number.substring(0, number.indexOf('.') + 1) + numeral,
                name.substring(0, name.lastIndexOf('第')) + numeral.with(kind));
    }

    /** How far it is from this number to the other, without what was put in later (之一). */
    public int distanceTo(PrintedNumber other) {
        return other.count() - count();
    }

    private int count() {
        return isListed(kind)
                ? mark().map(Mark::number).orElse(0)
                : Numeral.of(number).number();
    }

    /** The number as a reader sees it before the words: 第七条, （一）, 1. */
    public String inText() {
        if (isListed(kind)) {
            return Mark.inText(printed());
        }
        return kind == ClauseKind.ARTICLE ? Numeral.of(number).with(kind) : name;
    }

    /** The same mark as one of a 项 or of a 目. */
    public PrintedNumber as(ClauseKind listedKind) {
        return new PrintedNumber(listedKind, number, listed(listedKind, printed()));
    }

    private Optional<PrintedNumber> shiftedMark(int by) {
        Mark mark = mark().orElse(null);
        int moved = mark == null ? 0 : mark.number() + by;
        if (moved < 1 || moved > MOST) {
            return Optional.empty();
        }
        return mark.numbered(moved)
                .map(printed -> new PrintedNumber(kind, String.valueOf(moved), listed(kind, printed)));
    }

    /** The count that the print says. */
    public String said() {
        return String.valueOf(count());
    }

    /** Whether it is the first of a count. */
    public boolean isFirst() {
        return count() == 1;
    }

    /** The article's number within what articles count anew in, told apart from others that print the same. */
    public PrintedNumber within(String scopeNumber, String scopeName, int times) {
        Numeral own = Numeral.of(number);
        String again = times == 1 ? "" : "（其" + ChineseNumber.write(Math.min(times, MOST)) + "）";
        return new PrintedNumber(
                kind, scopeNumber + own + (times == 1 ? "" : "~" + times), scopeName + own.with(kind) + again);
    }

    private Optional<Mark> mark() {
        return Mark.in(Mark.inText(printed()));
    }

    /** The mark within 第（一）项. */
    private String printed() {
        return name.substring(1, name.length() - 1);
    }

    private static PrintedNumber heading(ClauseKind kind, Numeral numeral) {
        return new PrintedNumber(kind, numeral.toString(), numeral.with(kind));
    }

    static String listed(ClauseKind kind, String printed) {
        return "第" + printed + (kind == ClauseKind.SUBITEM ? "目" : "项");
    }

    static boolean isListed(ClauseKind kind) {
        return kind == ClauseKind.ITEM || kind == ClauseKind.SUBITEM || kind == ClauseKind.AMENDMENT;
    }

    static boolean isHeading(ClauseKind kind) {
        return kind.ordinal() <= ClauseKind.ARTICLE.ordinal();
    }
}
