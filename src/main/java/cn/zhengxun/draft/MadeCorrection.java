package cn.zhengxun.draft;

import cn.zhengxun.draft.correction.Correction;
import java.time.Instant;

/** A correction that stands. */
public record MadeCorrection(int step, Correction correction, Instant at, String by) {}
