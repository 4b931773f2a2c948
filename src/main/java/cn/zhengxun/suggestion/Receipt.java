package cn.zhengxun.suggestion;

import java.time.Instant;

/**
 * @param number e.g. R-20261121-7K3M9Q, given to the person
 * @param late where the deadline had passed: kept apart, not counted
 * @param again where it was given before, and nothing was stored now
 */
public record Receipt(String number, Instant at, int suggestions, boolean late, boolean again) {}
