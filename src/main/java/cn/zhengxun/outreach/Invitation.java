package cn.zhengxun.outreach;

import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.directory.InformantId;
import java.time.Instant;

/**
 * One person asked about one consultation. Each time but the first is null until it happened.
 *
 * @param draftedAt when the answer that is not yet handed in was saved last; null again when it was handed in or deleted
 * @param answeredAt also for those who said that they have no suggestion
 * @param noOpinionAt null again when the person gave a suggestion after all
 */
public record Invitation(
        InvitationId id,
        ConsultationNumber consultation,
        InformantId informant,
        Instant issuedAt,
        Instant openedAt,
        Instant draftedAt,
        Instant answeredAt,
        Instant noOpinionAt) {}
