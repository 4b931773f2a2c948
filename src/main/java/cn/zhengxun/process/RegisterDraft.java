package cn.zhengxun.process;

import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.consultation.Consultations;
import cn.zhengxun.consultation.Level;
import cn.zhengxun.consultation.RegisterConsultation;
import cn.zhengxun.consultation.Template;
import cn.zhengxun.draft.Visibility;
import cn.zhengxun.kernel.RuleViolation;
import java.io.IOException;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.variable.value.FileValue;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.springframework.stereotype.Component;

/** Takes the letter's fields and file out of the engine, registers them, and gives the process its business key. */
@Component("registerDraft")
class RegisterDraft implements JavaDelegate {
    private final Consultations consultations;

    RegisterDraft(Consultations consultations) {
        this.consultations = consultations;
    }

    @Override
    public void execute(DelegateExecution execution) throws IOException {
        TypedValue document = execution.getVariableTyped("document");
        if (!(document instanceof FileValue file) || file.getValue() == null) {
            throw new RuleViolation("请选择草案文件，再点发起。");
        }
        byte[] content = file.getValue().readAllBytes();
        execution.removeVariable("document");
        ConsultationNumber number = consultations.register(new RegisterConsultation(
                FormValues.text(execution, "title"),
                FormValues.text(execution, "bill"),
                FormValues.text(execution, "reading"),
                FormValues.choice(execution, "level", Level.class, "层级"),
                FormValues.text(execution, "requestingBody"),
                FormValues.date(execution, "deadline", "截止日期"),
                FormValues.choice(execution, "visibility", Visibility.class, "公开范围"),
                FormValues.ticked(execution, "sensitive"),
                FormValues.choice(execution, "template", Template.class, "时限"),
                FormValues.text(execution, "urgentReason"),
                file.getFilename(),
                content));
        Variables.CONSULTATION.set(execution, number.value());
        execution.setProcessBusinessKey(number.value());
    }
}
