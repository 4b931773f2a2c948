package cn.zhengxun.draft.clause;

import java.util.regex.Pattern;

/** Counting numbers from 1 to 9999 as law texts write them: 一百二十三, 一〇三, 123 or １２３. */
public final class ChineseNumber {
    /** The characters a numeral may hold, for use within the brackets of a regular expression. */
    public static final String CHARACTERS = "0-9０-９〇○零一二两三四五六七八九十百千";

    /** 一〇一: digits by place, told by the zero that no other way of writing ends or joins so. */
    private static final Pattern POSITIONAL = Pattern.compile("[一二三四五六七八九][一二三四五六七八九〇○零]?[〇○零][一二三四五六七八九〇○零]?");

    private static final String DIGITS = "零一二三四五六七八九";
    private static final String ARABIC = "0123456789";
    private static final String FULL_WIDTH = "０１２３４５６７８９";
    private static final int[] UNITS = {1000, 100, 10, 1};
    private static final String[] UNIT_NAMES = {"千", "百", "十", ""};

    private ChineseNumber() {}

    /** @return the number, or 0 where the numeral is none; spaces within it do not count */
    public static int read(String numeral) {
        String packed = numeral.replace(" ", "");
        int arabic = arabic(packed);
        return arabic > 0 ? arabic : chinese(packed);
    }

    private static int arabic(String numeral) {
        if (numeral.length() > 4) {
            return 0;
        }
        int number = 0;
        for (int i = 0; i < numeral.length(); i++) {
            char c = numeral.charAt(i);
            int digit = Math.max(ARABIC.indexOf(c), FULL_WIDTH.indexOf(c));
            if (digit < 0) {
                return 0;
            }
            number = number * 10 + digit;
        }
        return number;
    }

    private static int chinese(String numeral) {
        return POSITIONAL.matcher(numeral).matches() ? positional(numeral) : withUnits(numeral);
    }

    private static int positional(String numeral) {
        int number = 0;
        for (int i = 0; i < numeral.length(); i++) {
            number = number * 10 + digit(numeral.charAt(i));
        }
        return number;
    }

    private static int digit(char c) {
        return c == '两' ? 2 : c == '〇' || c == '○' ? 0 : DIGITS.indexOf(c);
    }

    private static int withUnits(String numeral) {
        int number = 0;
        int pending = -1;
        int lastUnit = 10_000;
        for (int i = 0; i < numeral.length(); i++) {
            char c = numeral.charAt(i);
            int digit = digit(c);
            if (digit >= 0) {
                if (pending > 0) {
                    return 0;
                }
                pending = digit;
                continue;
            }
            int unit = c == '十' ? 10 : c == '百' ? 100 : c == '千' ? 1000 : 0;
            if (unit == 0 || unit >= lastUnit) {
                return 0;
            }
            number += Math.max(pending, 1) * unit;
            lastUnit = unit;
            pending = -1;
        }
        return number + Math.max(pending, 0);
    }

    /** @param number from 1 to 9999 */
    public static String write(int number) {
        StringBuilder written = new StringBuilder();
        boolean gap = false;
        for (int i = 0; i < UNITS.length; i++) {
            int digit = number / UNITS[i] % 10;
            if (digit == 0) {
                gap = !written.isEmpty();
                continue;
            }
            if (gap) {
                written.append('零');
                gap = false;
            }
            boolean teen = UNITS[i] == 10 && digit == 1 && written.isEmpty();
            written.append(teen ? "" : DIGITS.charAt(digit)).append(UNIT_NAMES[i]);
        }
        return written.toString();
    }
}
