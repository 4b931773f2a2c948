package cn.zhengxun.adoption;

import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.suggestion.SuggestionId;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Step 9: what became of each suggestion, told to each contributor. */
@Service
@Transactional
public class Outcomes {

    /** @throws cn.zhengxun.kernel.RuleViolation saying how many collected suggestions have no final outcome yet (待定 is none) */
    public void requireComplete(ConsultationNumber number) {
        throw new UnsupportedOperationException("adoption");
    }

    /** A second person agrees to all. @throws cn.zhengxun.kernel.RuleViolation when the actor judged any of them */
    public void confirm(ConfirmOutcomes command) {
        throw new UnsupportedOperationException("adoption");
    }

    /** Writes one letter for each contributor with all their suggestions, and queues the mail of those with an address. Again sends nothing. */
    public void publish(ConsultationNumber number) {
        throw new UnsupportedOperationException("adoption");
    }

    /** 草案终止 for every collected suggestion, published at once. */
    public void endDraft(ConsultationNumber number) {
        throw new UnsupportedOperationException("adoption");
    }

    public Map<SuggestionId, Outcome> of(ConsultationNumber number) {
        throw new UnsupportedOperationException("adoption");
    }
}
