package cn.zhengxun.draft.file;

import cn.zhengxun.draft.clause.ChineseNumber;

/** One level of an automatic list as a Word file defines it, in the old format and in the new. */
final class ListLevel {
    static final int LEVELS = 9;
    static final int HIGHEST = 9_999;

    private static final int LONGEST_PATTERN = 40;
    private static final String STEMS = "甲乙丙丁戊己庚辛壬癸";
    private static final String BRANCHES = "子丑寅卯辰巳午未申酉戌亥";
    private static final String FORMAL = "零壹贰叁肆伍陆柒捌玖";
    private static final String[] ROMAN = {"m", "cm", "d", "cd", "c", "xc", "l", "xl", "x", "ix", "v", "iv", "i"};
    private static final int[] ROMAN_VALUES = {1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1};

    /** Restarts after any higher level. */
    static final int RESTARTS = -1;

    int start = 1;
    String format = "decimal";
    private String text = "";

    /** 0 never, n after a paragraph of level n (counted from 1) or higher, {@link #RESTARTS} after any higher. */
    int restart = RESTARTS;

    /** All numbers in this level's text are Arabic ones, whatever their levels say. */
    boolean legal;

    /** The style that is numbered on this level, null for none. */
    String style;

    /** @param pattern such as 第%1条; one that no number would fit in is taken for none */
    void text(String pattern) {
        text = pattern.length() > LONGEST_PATTERN ? "" : pattern;
    }

    boolean restartsAfter(int own, int used) {
        return restart == RESTARTS ? used < own : used < Math.min(restart, own);
    }

    boolean isPrinted() {
        return !text.isEmpty() && !format.equals("bullet") && !format.equals("none");
    }

    /** @param counter for each level the number reached, -1 where none was */
    String print(ListLevel[] levels, int[] counter) {
        StringBuilder printed = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int other = c == '%' && i + 1 < text.length() ? text.charAt(i + 1) - '1' : -1;
            if (other >= 0 && other < LEVELS) {
                int number = counter[other] < 0 ? levels[other].start : counter[other];
                printed.append(legal ? String.valueOf(number) : format(levels[other].format, number));
                i++;
            } else {
                printed.append(c);
            }
        }
        return printed.toString().strip();
    }

    private static String format(String format, int number) {
        if (number <= 0 || number > HIGHEST) {
            return String.valueOf(number);
        }
        return switch (format) {
            // ideographDigital prints 一〇 for 十; as a heading's number both mean the same
            case "chineseCounting",
                    "chineseCountingThousand",
                    "ideographDigital",
                    "japaneseCounting",
                    "japaneseDigitalTenThousand",
                    "taiwaneseCounting",
                    "taiwaneseCountingThousand",
                    "taiwaneseDigital" -> ChineseNumber.write(number);
            case "chineseLegalSimplified", "ideographLegalTraditional", "japaneseLegal" -> formal(number);
            case "decimalEnclosedCircle", "decimalEnclosedCircleChinese" -> enclosed('①', number);
            case "decimalEnclosedParen" -> enclosed('⑴', number);
            case "decimalEnclosedFullstop" -> enclosed('⒈', number);
            case "ideographEnclosedCircle" -> number <= 10 ? String.valueOf((char) ('㊀' + number - 1)) : "" + number;
            case "ideographTraditional" -> cyclic(STEMS, number);
            case "ideographZodiac" -> cyclic(BRANCHES, number);
            case "decimalFullWidth", "decimalFullWidth2" -> fullWidth(number);
            case "decimalZero" -> number < 10 ? "0" + number : String.valueOf(number);
            case "upperLetter" -> letters(number).toUpperCase(java.util.Locale.ROOT);
            case "lowerLetter" -> letters(number);
            case "upperRoman" -> roman(number).toUpperCase(java.util.Locale.ROOT);
            case "lowerRoman" -> roman(number);
            case "none", "bullet" -> "";
            default -> String.valueOf(number);
        };
    }

    private static String enclosed(char one, int number) {
        return number <= 20 ? String.valueOf((char) (one + number - 1)) : String.valueOf(number);
    }

    private static String cyclic(String signs, int number) {
        return String.valueOf(signs.charAt((number - 1) % signs.length()));
    }

    private static String fullWidth(int number) {
        StringBuilder digits = new StringBuilder();
        String.valueOf(number).chars().forEach(digit -> digits.append((char) ('０' + digit - '0')));
        return digits.toString();
    }

    private static String formal(int number) {
        StringBuilder written = new StringBuilder();
        for (char c : ChineseNumber.write(number).toCharArray()) {
            int digit = "零一二三四五六七八九".indexOf(c);
            written.append(digit >= 0 ? FORMAL.charAt(digit) : c == '十' ? '拾' : c == '百' ? '佰' : '仟');
        }
        return written.charAt(0) == '拾' ? "壹" + written : written.toString();
    }

    /** a to z, then aa, bb as Word counts. */
    private static String letters(int number) {
        return String.valueOf((char) ('a' + (number - 1) % 26)).repeat(Math.min((number - 1) / 26 + 1, 8));
    }

    private static String roman(int number) {
        StringBuilder written = new StringBuilder();
        int left = number;
        for (int i = 0; i < ROMAN.length; i++) {
            while (left >= ROMAN_VALUES[i]) {
                written.append(ROMAN[i]);
                left -= ROMAN_VALUES[i];
            }
        }
        return written.toString();
    }
}
