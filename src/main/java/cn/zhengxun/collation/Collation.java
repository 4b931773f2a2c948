package cn.zhengxun.collation;

import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.suggestion.SuggestionId;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Step 6: screening and groups. Nothing is merged away: each suggestion keeps its own words and its own answer. */
@Service
@Transactional
public class Collation {

    /** Notes pairs that read alike, as hints. Again replaces them. */
    public void findAlike(ConsultationNumber number) {
        throw new UnsupportedOperationException("collation");
    }

    /** @throws cn.zhengxun.kernel.RuleViolation saying how many suggestions still wait for a decision */
    public void requireScreened(ConsultationNumber number) {
        throw new UnsupportedOperationException("collation");
    }

    /** A second person agrees to all decisions. @throws cn.zhengxun.kernel.RuleViolation when the actor screened any of them */
    public void confirm(ConfirmCollation command) {
        throw new UnsupportedOperationException("collation");
    }

    /** By suggestion, in the order of their numbers. */
    public Map<SuggestionId, Screening> of(ConsultationNumber number) {
        throw new UnsupportedOperationException("collation");
    }

    /** Confirmed FORWARD and GROUP, in the order of their numbers: what goes to experts and into the report. */
    public List<SuggestionId> forwarded(ConsultationNumber number) {
        throw new UnsupportedOperationException("collation");
    }
}
