package cn.zhengxun.draft.clause;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The number at the beginning of a 项 or 目.
 *
 * @param printed the mark as it stands, without the stop that follows it: （一）, 1, ①
 * @param rest the line after it
 */
record Mark(Style style, int number, String printed, String rest) {

    /** The ways of numbering; which of them is 项 and which 目 depends on what encloses what. */
    enum Style {
        /** （一） */
        CHINESE_IN_BRACKETS("[（(] ?([一二三四五六七八九十百零〇]{1,5}) ?[）)]"),
        /** （1） */
        ARABIC_IN_BRACKETS("[（(] ?([0-9０-９]{1,3}) ?[）)]"),
        /** 一、 */
        CHINESE("([一二三四五六七八九十]{1,3}) ?、"),
        /** 1. */
        ARABIC("([0-9０-９]{1,3}) ?[.．、](?![0-9０-９])"),
        /** ① */
        CIRCLED("([①-⑳])[、.．]?");

        private final Pattern shape;

        Style(String shape) {
            this.shape = Pattern.compile(shape);
        }
    }

    static Optional<Mark> in(String line) {
        for (Style style : Style.values()) {
            Matcher shape = style.shape.matcher(line);
            if (shape.lookingAt()) {
                String numeral = shape.group(1);
                int number = style == Style.CIRCLED ? numeral.charAt(0) - '①' + 1 : ChineseNumber.read(numeral);
                String printed = shape.group().replace(" ", "").replaceFirst("[、.．]$", "");
                return number == 0
                        ? Optional.empty()
                        : Optional.of(new Mark(
                                style,
                                number,
                                printed,
                                line.substring(shape.end()).strip()));
            }
        }
        return Optional.empty();
    }

    /** The mark as a reader sees it at the beginning of a line, made from its printed form. */
    static String inText(String printed) {
        char last = printed.charAt(printed.length() - 1);
        if ("）)".indexOf(last) >= 0 || (last >= '①' && last <= '⑳')) {
            return printed;
        }
        return Character.isDigit(last) ? printed + "." : printed + "、";
    }
}
