package cn.zhengxun.web;

import cn.zhengxun.kernel.Shanghai;
import java.time.Instant;

/** How due dates read on screen: 17:30 of a day, and for collection, which ends at midnight, 24:00 of its last day. */
final class DueDates {
    private static final int COLLECT = 5;

    private DueDates() {}

    static String text(int step, Instant due) {
        return step == COLLECT ? Shanghai.date(due.minusSeconds(1)) + " 24:00" : Shanghai.minute(due);
    }
}
