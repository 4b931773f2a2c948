package cn.zhengxun.outreach;

import cn.zhengxun.consultation.ConsultationNumber;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who is asked, and why each of them. */
@Service
@Transactional
public class Audiences {

    /** From the plan's audience expression; a reason for each person, also for those left out. Not over a frozen one. */
    public void propose(ConsultationNumber number) {
        throw new UnsupportedOperationException("outreach");
    }

    /** Freezes the list. @throws cn.zhengxun.kernel.RuleViolation when nobody is included */
    public void freeze(ConsultationNumber number) {
        throw new UnsupportedOperationException("outreach");
    }
}
