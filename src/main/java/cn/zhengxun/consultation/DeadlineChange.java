package cn.zhengxun.consultation;

import java.time.Instant;
import java.time.LocalDate;

/** The requesting body moved D by this letter. */
public record DeadlineChange(
        LocalDate from, LocalDate to, String letter, String reason, String movedBy, Instant movedAt) {}
