package cn.zhengxun.process;

import cn.zhengxun.consultation.Change;
import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.consultation.Steering;
import cn.zhengxun.kernel.RuleViolation;
import java.time.LocalDate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** What the buttons of a consultation's page do, started in Tasklist: the same changes under the same rules. */
@Component("changeCourse")
class ChangeCourse implements JavaDelegate {
    private final Steering steering;

    ChangeCourse(Steering steering) {
        this.steering = steering;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String kind = FormValues.text(execution, "kind");
        LocalDate date = FormValues.date(execution, "newDate", "日期");
        String letter = FormValues.text(execution, "letter");
        String reason = FormValues.text(execution, "reason");
        boolean confirmed = FormValues.ticked(execution, "confirmed");
        // still what the form sent, so it may be anything
        if (!(execution.getVariable(Variables.CONSULTATION.name()) instanceof String consultation)
                || consultation.isBlank()) {
            throw new RuleViolation("请选择征询，再点发起。");
        }
        if (kind == null) {
            throw new RuleViolation("请选择怎样变更，再点发起。");
        }
        if (!confirmed) {
            throw new RuleViolation("请先核对来文和后果，勾选以后再点发起。");
        }
        ConsultationNumber number = new ConsultationNumber(consultation);
        steering.change(number, Change.of(kind), date, letter, reason);
        Variables.CONSULTATION.set(execution, number.value());
        execution.setProcessBusinessKey(number.value());
    }
}
