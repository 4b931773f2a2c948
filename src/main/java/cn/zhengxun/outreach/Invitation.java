package cn.zhengxun.outreach;

import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.directory.InformantId;
import java.time.Instant;

/** One person asked about one consultation. openedAt and answeredAt are null until it happened. */
public record Invitation(
        InvitationId id,
        ConsultationNumber consultation,
        InformantId informant,
        Instant issuedAt,
        Instant openedAt,
        Instant answeredAt) {}
