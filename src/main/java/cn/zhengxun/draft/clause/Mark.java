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
        CHINESE_IN_BRACKETS("([（(] ?([一二三四五六七八九十百零〇]{1,5}) ?[）)]|[㈠-㈩])[、.．]?"),
        /** （1） */
        ARABIC_IN_BRACKETS("([（(] ?([0-9０-９]{1,3}) ?[）)]|[⑴-⒇])[、.．]?"),
        /** 一、 */
        CHINESE("(([一二三四五六七八九十]{1,3})) ?[、．.]"),
        /** 1. */
        ARABIC("(([0-9０-９]{1,3})) ?[.．、](?![0-9０-９])|([⒈-⒛])"),
        /** ① */
        CIRCLED("([①-⑳])[、.．]?"),
        /** 一） */
        CHINESE_HALF("(([一二三四五六七八九十]{1,3}) ?[）)])[、.．]?"),
        /** 1) */
        ARABIC_HALF("(([0-9０-９]{1,3}) ?[）)])[、.．]?"),
        /** a) or (a) */
        LETTER("([（(]?([a-zａ-ｚA-Z]) ?[）)])[、.．]?|(([a-zA-Z])[.．、])(?![a-zA-Z])");

        private final Pattern shape;

        Style(String shape) {
            this.shape = Pattern.compile(shape);
        }
    }

    private static final String[] SINGLE = {"①⑳", "⑴⒇", "⒈⒛", "㈠㈩"};

    /** （一）项、（二）项…: the line goes on a citation that the line before began. */
    private static final Pattern CITES = Pattern.compile(" ?([项目款][、，。；和或及至与规所以除]|项[的之中情]|[、和至或及到] ?第? ?[（(①⑴])");

    static Optional<Mark> in(String line) {
        for (Style style : Style.values()) {
            Matcher shape = style.shape.matcher(line);
            if (shape.lookingAt()) {
                String printed = shape.group().replace(" ", "").replaceFirst("[、.．]$", "");
                int number = number(style, printed);
                boolean cites = CITES.matcher(line.substring(shape.end())).lookingAt();
                return number == 0 || cites
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

    private static int number(Style style, String printed) {
        char first = printed.charAt(0);
        for (String range : SINGLE) {
            if (first >= range.charAt(0) && first <= range.charAt(1)) {
                return first - range.charAt(0) + 1;
            }
        }
        String bare = printed.replaceAll("[（()）]", "");
        if (style == Style.LETTER) {
            char letter = bare.charAt(0);
            return 1 + (letter >= 'ａ' ? letter - 'ａ' : Character.toLowerCase(letter) - 'a');
        }
        return ChineseNumber.read(bare);
    }

    /** The mark as a reader sees it at the beginning of a line, made from its printed form. */
    static String inText(String printed) {
        char last = printed.charAt(printed.length() - 1);
        if (Character.isDigit(last) || Character.isLetter(last) && last < 'ｚ' && last < 0x2000) {
            return printed + ".";
        }
        return ChineseNumber.CHARACTERS.indexOf(last) >= 0 ? printed + "、" : printed;
    }

    /** @return the printed mark of another number in the same style; empty where the style has none such */
    Optional<String> numbered(int other) {
        char first = printed.charAt(0);
        for (String range : SINGLE) {
            if (first >= range.charAt(0) && first <= range.charAt(1)) {
                char moved = (char) (range.charAt(0) + other - 1);
                return moved <= range.charAt(1) ? Optional.of(String.valueOf(moved)) : Optional.empty();
            }
        }
        if (style == Style.LETTER) {
            return Optional.empty();
        }
        boolean arabic = printed.chars().anyMatch(Character::isDigit);
        String numeral = arabic ? String.valueOf(other) : ChineseNumber.write(other);
        return Optional.of(printed.replaceFirst("[" + ChineseNumber.CHARACTERS + "]+", numeral));
    }
}
