package cn.zhengxun.outreach;

import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.directory.StationId;
import java.time.Instant;

/** A poster's code that is out of use; station is null where it belonged to none. The reason is for staff alone. */
public record ClosedChannel(
        String code,
        ConsultationNumber consultation,
        StationId station,
        Instant closedAt,
        String closedBy,
        String reason) {}
