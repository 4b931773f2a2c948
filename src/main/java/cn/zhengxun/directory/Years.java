package cn.zhengxun.directory;

import cn.zhengxun.kernel.InvalidCommand;
import java.time.LocalDate;
import java.util.List;

/** The years people are appointed, trained and asked in; what lies beyond was mistyped, or no database can keep it. */
final class Years {
    private static final int FIRST = 1900;
    private static final int LAST = 2100;

    private Years() {}

    static boolean contain(LocalDate day) {
        return day.getYear() >= FIRST && day.getYear() <= LAST;
    }

    /** @param day null for none @throws InvalidCommand naming the field */
    static void require(String field, LocalDate day) {
        if (day != null && !contain(day)) {
            throw new InvalidCommand(
                    List.of(new InvalidCommand.Fault(field, "年份看起来不对，请填写" + FIRST + "年至" + LAST + "年之间的日期。")));
        }
    }
}
