package cn.zhengxun.outreach.mail;

import cn.zhengxun.consultation.ConsultationNumber;

/** An outbox row as its writer sees it. campaign names the occasion, e.g. invitation:2026-国-003 or outcome:2026-国-003. */
public record QueuedMail(
        long id, String campaign, ConsultationNumber consultation, Recipient recipient, String template, int revision) {
    /** Of mail that belongs to no consultation; no real one has this number. */
    public static final ConsultationNumber NO_CONSULTATION = new ConsultationNumber("0000-区-000");
}
