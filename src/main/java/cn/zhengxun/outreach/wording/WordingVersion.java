package cn.zhengxun.outreach.wording;

import java.time.Instant;

/** One saved text. version counts from 1; shipped: the product's own text was restored by it. */
record WordingVersion(int version, boolean shipped, Wording wording, String writtenBy, Instant writtenAt) {}
