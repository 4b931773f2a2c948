package cn.zhengxun.outreach.audience;

import java.time.Instant;

/** The list for one consultation. expression: by which it was proposed, empty for everyone; frozenAt and frozenBy are null while it may change. */
public record Audience(String expression, Instant proposedAt, Instant frozenAt, String frozenBy) {
    public boolean frozen() {
        return frozenAt != null;
    }
}
