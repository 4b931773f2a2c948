package cn.zhengxun.privacy;

import java.time.LocalDate;

/** The port to the office's calendar, which a room above keeps. */
public interface WorkingDays {

    /** The n-th working day after this day. */
    LocalDate after(LocalDate day, int days);
}
