package cn.zhengxun.draft.clause;

import java.util.Optional;

/**
 * What the beginning of some words announces when a person says that a clause begins there.
 *
 * @param mark the number as it stands in the words, with the stop or brackets that set it off
 * @param rest the words after it
 */
public record Announcement(PrintedNumber number, String mark, String rest) {

    /** @return the announcement of a clause of this kind; empty where the words do not begin with such a number */
    public static Optional<Announcement> in(String words, ClauseKind kind) {
        String plain = words.strip();
        if (PrintedNumber.isListed(kind)) {
            return Mark.in(plain)
                    .map(mark -> new PrintedNumber(
                            kind, String.valueOf(mark.number()), PrintedNumber.listed(kind, mark.printed())))
                    .map(number ->
                            of(number, plain, Mark.in(plain).orElseThrow().rest()));
        }
        return Heading.in(plain)
                .filter(heading -> heading.kind() == kind && plain.endsWith(heading.rest()))
                .map(heading -> of(
                        new PrintedNumber(kind, heading.numeral().toString(), heading.name()), plain, heading.rest()));
    }

    /** @return the kind that the words most likely begin; empty for words without a number and for citations */
    public static Optional<ClauseKind> kindOf(String words) {
        String plain = words.strip();
        Optional<Heading> heading = Heading.in(plain).filter(h -> !h.cites());
        return heading.isPresent() ? heading.map(Heading::kind) : Mark.in(plain).map(mark -> ClauseKind.ITEM);
    }

    /** @return the name of an annex that begins with these words, such as 附件1 */
    public static String annex(String words) {
        return Backmatter.nameOf(words.lines().findFirst().orElse(""));
    }

    private static Announcement of(PrintedNumber number, String words, String rest) {
        return new Announcement(
                number, words.substring(0, words.length() - rest.length()).strip(), rest);
    }
}
