package cn.zhengxun.collation;

import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.suggestion.SuggestionId;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Step 7: the experts annotate and grade, never rewrite. All calls concern the consultation's current report version. */
@Service
@Transactional
public class Reviews {

    /** Seats the plan's experts (all active ones where the plan names none). @return how many seats, at least 1 @throws cn.zhengxun.kernel.RuleViolation without any expert */
    public int assign(ConsultationNumber number) {
        throw new UnsupportedOperationException("collation");
    }

    /** @param seat from 0 */
    public String userOfSeat(ConsultationNumber number, int seat) {
        throw new UnsupportedOperationException("collation");
    }

    /** Closes the user's seat. @return whether the quorum of the plan is now reached @throws cn.zhengxun.kernel.RuleViolation while a forwarded suggestion has no grade from this expert */
    public boolean complete(CompleteReview command) {
        throw new UnsupportedOperationException("collation");
    }

    /** From the notes: the highest grade that at least half of the completed experts gave; GENERAL where nobody graded. */
    public void settleGrades(ConsultationNumber number) {
        throw new UnsupportedOperationException("collation");
    }

    /** Every forwarded suggestion has one; GENERAL where the review was skipped. */
    public Map<SuggestionId, Grade> grades(ConsultationNumber number) {
        throw new UnsupportedOperationException("collation");
    }

    public Map<SuggestionId, List<ReviewNote>> notes(ConsultationNumber number) {
        throw new UnsupportedOperationException("collation");
    }
}
