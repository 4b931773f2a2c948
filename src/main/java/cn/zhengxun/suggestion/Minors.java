package cn.zhengxun.suggestion;

import cn.zhengxun.kernel.InvalidCommand;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whose words are taken only with a guardian's consent (个人信息保护法 31), however the age was written. */
final class Minors {
    static final int OF_AGE = 14;
    private static final Pattern AGE = Pattern.compile("^\\D{0,4}(\\d{1,3})\\s*(?:岁|周岁)?$");
    private static final Pattern BELOW =
            Pattern.compile("(?:未满|不满|不到|小于|<)\\s*(\\d{1,3})|(\\d{1,3})\\s*(?:周岁|岁)?\\s*(?:以下|以内)");

    private Minors() {}

    /** @param ageBand as it was chosen or typed, null where it is not known */
    static boolean under14(String ageBand) {
        if (ageBand == null) {
            return false;
        }
        String text = ageBand.strip();
        Matcher below = BELOW.matcher(text);
        if (below.find()) {
            return Integer.parseInt(below.group(1) == null ? below.group(2) : below.group(1)) <= OF_AGE;
        }
        Matcher age = AGE.matcher(text);
        return age.matches() && Integer.parseInt(age.group(1)) < OF_AGE;
    }

    /** @throws InvalidCommand where a guardian's consent is missing */
    static void requireGuardian(SubmitSuggestions command) {
        if (under14(command.ageBand()) && command.agreement().guardian() == null) {
            throw new InvalidCommand(List.of(new InvalidCommand.Fault("guardian", "未满14周岁的，请由监护人阅读说明、同意并代为提交。")));
        }
    }
}
