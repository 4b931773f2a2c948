package cn.zhengxun.consultation;

import java.time.Instant;

/** What the engine's timers need. @param collectUntil 24:00 of the last day; @param chaseAt 60 % of the collection window */
public record FixedTimetable(Instant collectUntil, Instant chaseAt) {}
