package cn.zhengxun.outreach.audience;

import java.time.Instant;

/** An expression kept under a name. savedBy is a user's id. */
public record AudienceGroup(long id, String name, String expression, String savedBy, Instant savedAt) {}
