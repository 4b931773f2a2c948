package cn.zhengxun.consultation;

import java.time.Instant;

/**
 * The consultation stood still.
 *
 * @param letter of the requesting body that suspended it
 * @param resumedLetter that let it go on; this and what follows is null while it stands still, or where it was ended instead
 */
public record Suspension(
        String letter,
        String reason,
        String suspendedBy,
        Instant suspendedAt,
        String resumedLetter,
        String resumedReason,
        String resumedBy,
        Instant resumedAt) {}
