package cn.zhengxun.process;

import cn.zhengxun.consultation.Consultation;
import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.consultation.Consultations;
import cn.zhengxun.consultation.Level;
import cn.zhengxun.consultation.LinkNextReading;
import cn.zhengxun.consultation.NextReadings;
import cn.zhengxun.consultation.RegisterConsultation;
import cn.zhengxun.consultation.Template;
import cn.zhengxun.draft.HandedIn;
import cn.zhengxun.draft.Visibility;
import java.io.IOException;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.variable.value.FileValue;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.springframework.stereotype.Component;

/** Takes the letter's fields and its draft, a file or pasted words, out of the engine, registers them, and gives the process its business key. */
@Component("registerDraft")
class RegisterDraft implements JavaDelegate {
    private final Consultations consultations;
    private final NextReadings readings;

    RegisterDraft(Consultations consultations, NextReadings readings) {
        this.consultations = consultations;
        this.readings = readings;
    }

    @Override
    public void execute(DelegateExecution execution) throws IOException {
        String bill = FormValues.text(execution, "bill");
        HandedIn draft = draft(execution, bill);
        ConsultationNumber number = consultations.register(new RegisterConsultation(
                FormValues.text(execution, "title"),
                bill,
                FormValues.text(execution, "reading"),
                FormValues.choice(execution, "level", Level.class, "层级"),
                FormValues.text(execution, "requestingBody"),
                FormValues.date(execution, "deadline", "截止日期"),
                FormValues.choice(execution, "visibility", Visibility.class, "公开范围"),
                FormValues.ticked(execution, "sensitive"),
                FormValues.choice(execution, "template", Template.class, "时限"),
                FormValues.text(execution, "urgentReason"),
                draft.fileName(),
                draft.content()));
        Variables.CONSULTATION.set(execution, number.value());
        execution.setProcessBusinessKey(number.value());
        tellEarlierReadings(execution, number);
    }

    /** A consultation that began on a released model without this message is linked here instead. */
    private void tellEarlierReadings(DelegateExecution execution, ConsultationNumber number) {
        for (Consultation earlier : consultations.lineage(number).ofEarlierReadings()) {
            if (earlier.status().closed()) {
                continue;
            }
            boolean told = !execution
                    .getProcessEngineServices()
                    .getRuntimeService()
                    .createMessageCorrelation(Models.NEXT_READING)
                    .processInstanceBusinessKey(earlier.number().value())
                    .correlateAllWithResult()
                    .isEmpty();
            if (!told) {
                readings.link(new LinkNextReading(earlier.number()));
            }
        }
    }

    /** @param bill gives pasted words the name of their file */
    private static HandedIn draft(DelegateExecution execution, String bill) throws IOException {
        TypedValue document = execution.getVariableTyped("document");
        String fileName = null;
        byte[] content = null;
        if (document instanceof FileValue file && file.getValue() != null) {
            fileName = file.getFilename();
            content = file.getValue().readAllBytes();
        }
        execution.removeVariable("document");
        return HandedIn.of(fileName, content, FormValues.text(execution, "documentText"), bill);
    }
}
