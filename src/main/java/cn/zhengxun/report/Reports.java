package cn.zhengxun.report;

import cn.zhengxun.collation.Grade;
import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.suggestion.SuggestionId;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Step 8. A version is composed again and again until it is frozen; then it never changes. */
@Service
@Transactional
public class Reports {

    /** Composes (or composes anew, keeping the introduction) the consultation's current version. */
    public void compose(ConsultationNumber number) {
        throw new UnsupportedOperationException("report");
    }

    /** The director found it right. */
    public void approve(ApproveReport command) {
        throw new UnsupportedOperationException("report");
    }

    /** The leader signed it. */
    public void sign(SignReport command) {
        throw new UnsupportedOperationException("report");
    }

    /** @throws cn.zhengxun.kernel.RuleViolation unless approved and signed */
    public Report freeze(ConsultationNumber number) {
        throw new UnsupportedOperationException("report");
    }

    /** Queues 已上报 to every contributor with an address. */
    public void notifySubmitted(ConsultationNumber number) {
        throw new UnsupportedOperationException("report");
    }

    public void recordReceipt(RecordReceipt command) {
        throw new UnsupportedOperationException("report");
    }

    /** The current version, composed or frozen. */
    public Optional<Report> latest(ConsultationNumber number) {
        throw new UnsupportedOperationException("report");
    }

    /** What the latest frozen version contains, by grade, in the order of the numbers; empty before one is frozen. */
    public Map<SuggestionId, Grade> submitted(ConsultationNumber number) {
        throw new UnsupportedOperationException("report");
    }

    public byte[] docx(ConsultationNumber number, int version) {
        throw new UnsupportedOperationException("report");
    }

    public byte[] xlsx(ConsultationNumber number, int version) {
        throw new UnsupportedOperationException("report");
    }
}
