package cn.zhengxun.process;

import cn.zhengxun.consultation.Consultations;
import cn.zhengxun.consultation.RecordDecision;
import cn.zhengxun.kernel.RuleViolation;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** 通过 or 退回修改: what a person decided in a checking task, kept with the remark. */
@Component
class Verdicts {
    private final Consultations consultations;

    Verdicts(Consultations consultations) {
        this.consultations = consultations;
    }

    /**
     * Takes the form's decision and remark and records them.
     *
     * @param subject what was decided about: plan, collation, report, outcomes
     * @return whether it passes
     * @throws RuleViolation without a decision, or a return without a remark
     */
    boolean approves(DelegateTask task, String subject) {
        String decision = FormValues.text(task, "decision");
        String remark = FormValues.text(task, "remark");
        if (!"approve".equals(decision) && !"return".equals(decision)) {
            throw new RuleViolation("请先选择“通过”或“退回修改”，再点办结。");
        }
        if ("return".equals(decision) && remark == null) {
            throw new RuleViolation("退回时请写明哪里要改、怎样改，再点办结。");
        }
        consultations.record(
                new RecordDecision(Variables.consultation(task), subject, decision, remark == null ? "" : remark));
        return "approve".equals(decision);
    }
}
