package cn.zhengxun.suggestion.arrival;

import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds what names a person without a list of words. Each pattern is bounded, so none takes longer than the text is long. */
enum Detector {
    MOBILE("手机号码", "(?<!\\d)(?:\\+?86-?)?(1[3-9]\\d-?\\d{4}-?\\d{4})(?=1[3-9]\\d{9}(?!\\d)|(?!\\d))", digits -> true),
    ID_CARD("居民身份证号码（核对校验码）", "(?<![\\da-z])([1-9]\\d{16}[\\dx])(?![\\da-z])", Detector::isIdentityNumber),
    BANK_CARD("银行卡号（核对校验位）", "(?<!\\d)([3-6]\\d{15,18})(?!\\d)", Detector::passesLuhn),
    PLATE(
            "车牌号码",
            "([京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][a-hj-np-z][·.•]?(?=[a-hj-np-z]{0,5}\\d)[a-hj-np-z\\d]{4,5}[a-hj-np-z\\d学警挂港澳])(?![a-z\\d])",
            plate -> true),
    ADDRESS(
            "住址门牌（楼、单元、室）",
            "(\\d{1,4}(?:号楼|号院|栋|幢|弄|号)[^\\d，。；、,;]{0,4}\\d{1,4}(?:单元|门|室|号|户|楼)(?:[^\\d，。；、,;]{0,2}\\d{1,5}(?:室|号|户)?)?)",
            address -> address.contains("单元")
                    || address.contains("室")
                    || address.contains("户")
                    || address.contains("号楼")
                    || address.contains("栋")
                    || address.contains("幢"));

    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};

    private final String chinese;
    private final Pattern pattern;
    private final Predicate<String> holds;

    Detector(String chinese, String pattern, Predicate<String> holds) {
        this.chinese = chinese;
        this.pattern = Pattern.compile(pattern);
        this.holds = holds;
    }

    public String chinese() {
        return chinese;
    }

    Optional<Span> find(ReadText text) {
        Matcher matcher = pattern.matcher(text.read());
        while (matcher.find()) {
            if (holds.test(matcher.group(1))) {
                return Optional.of(text.written(matcher.start(1), matcher.end(1)));
            }
        }
        return Optional.empty();
    }

    /** GB 11643: a date of birth that can be, and ISO 7064 MOD 11-2 over seventeen digits. */
    private static boolean isIdentityNumber(String number) {
        int year = Integer.parseInt(number.substring(6, 10));
        int month = Integer.parseInt(number.substring(10, 12));
        int day = Integer.parseInt(number.substring(12, 14));
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += (number.charAt(i) - '0') * WEIGHTS[i];
        }
        return year >= 1900
                && year <= 2100
                && month >= 1
                && month <= 12
                && day >= 1
                && day <= 31
                && "10x98765432".charAt(sum % 11) == number.charAt(17);
    }

    private static boolean passesLuhn(String number) {
        int sum = 0;
        for (int i = 0; i < number.length(); i++) {
            int digit = number.charAt(number.length() - 1 - i) - '0';
            int doubled = i % 2 == 0 ? digit : 2 * digit;
            sum += doubled > 9 ? doubled - 9 : doubled;
        }
        return sum % 10 == 0;
    }
}
