package cn.zhengxun.directory;

import java.util.Arrays;
import java.util.Optional;

/** How a person wants to hear from the office; a wish that needs an address is met on paper where there is none. */
public enum PreferredChannel {
    MAIL("邮件"),
    MESSAGE("短信或微信"),
    PAPER("纸质");

    private final String chinese;

    PreferredChannel(String chinese) {
        this.chinese = chinese;
    }

    public String chinese() {
        return chinese;
    }

    static Optional<PreferredChannel> named(String chinese) {
        return Arrays.stream(values())
                .filter(one -> one.chinese.equals(chinese))
                .findFirst();
    }
}
