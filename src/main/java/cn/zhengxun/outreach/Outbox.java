package cn.zhengxun.outreach;

import cn.zhengxun.consultation.ConsultationNumber;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Mail to be sent after the caller's transaction committed; unique by campaign, recipient, template and revision. */
@Component
public class Outbox {

    /** @return false where the same mail is already queued or sent */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean queue(
            String campaign, ConsultationNumber consultation, Recipient recipient, String template, int revision) {
        throw new UnsupportedOperationException("outreach");
    }
}
