package cn.zhengxun.evaluation;

import cn.zhengxun.consultation.ConsultationNumber;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Step 10: the figures of one consultation, by station, channel and process. */
@Service
@Transactional
public class Evaluations {

    /** Computes the figures; again replaces them until they are approved. */
    public void evaluate(ConsultationNumber number) {
        throw new UnsupportedOperationException("evaluation");
    }

    public void approve(ApproveEvaluation command) {
        throw new UnsupportedOperationException("evaluation");
    }
}
