package cn.zhengxun.suggestion;

import java.time.Instant;

/** @param number e.g. R-20261121-7K3M9Q, given to the person; @param late true where the deadline had passed: kept apart, not counted */
public record Receipt(String number, Instant at, int suggestions, boolean late) {}
