package cn.zhengxun.evaluation;

import java.time.Instant;

/** The figures as they were evaluated. approvedBy, approvedAt and remark are null until the director approved them. */
public record Evaluation(
        EvaluationFigures figures, Instant evaluatedAt, String approvedBy, Instant approvedAt, String remark) {
    public boolean approved() {
        return approvedAt != null;
    }
}
