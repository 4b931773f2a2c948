package cn.zhengxun.suggestion.notmine;

import cn.zhengxun.kernel.Shanghai;
import java.time.Instant;

/**
 * One report as staff see it. What it is not about is null: person and invitation of a stranger's mail copy, receipt of
 * a link; the last four until it is settled.
 */
public record Report(
        long id,
        String consultation,
        NotMineKind kind,
        Long invitation,
        String person,
        Long submission,
        String receipt,
        Long suggestion,
        Instant reportedAt,
        Settlement settlement,
        String settledBy,
        Instant settledAt,
        String remark) {

    public String reportedTime() {
        return Shanghai.minute(reportedAt);
    }

    public String settledTime() {
        return Shanghai.minute(settledAt);
    }
}
