package cn.zhengxun.outreach;

import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.directory.InformantId;
import cn.zhengxun.directory.StationId;
import java.time.Instant;

/**
 * 任务单: what one station was asked to do for one consultation. Each time but the first is null until it happened.
 *
 * @param claimedBy the coordinator who took it on, null before
 * @param withdrawReason null unless withdrawn
 */
public record StationSlip(
        StationSlipId id,
        ConsultationNumber consultation,
        StationId station,
        Instant issuedAt,
        String issuedBy,
        Instant claimedAt,
        InformantId claimedBy,
        Instant closedAt,
        Instant withdrawnAt,
        String withdrawReason) {

    /** Whether something is still expected of the station. */
    public boolean open() {
        return closedAt == null && withdrawnAt == null;
    }
}
