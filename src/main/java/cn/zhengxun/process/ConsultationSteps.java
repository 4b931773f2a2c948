package cn.zhengxun.process;

import static cn.zhengxun.process.Variables.consultation;

import cn.zhengxun.adoption.Outcomes;
import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.consultation.Consultations;
import cn.zhengxun.consultation.EnterStep;
import cn.zhengxun.consultation.LinkNextReading;
import cn.zhengxun.consultation.NextReadings;
import cn.zhengxun.consultation.ReopenForReturn;
import cn.zhengxun.consultation.ResumeConsultation;
import cn.zhengxun.consultation.Supervise;
import cn.zhengxun.consultation.Supervision;
import cn.zhengxun.consultation.Suspensions;
import cn.zhengxun.evaluation.CaseFiles;
import cn.zhengxun.outreach.Campaigns;
import java.time.LocalDate;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the elements of consultation.bpmn do, apart from registering the letter and moving timers. */
@Configuration(proxyBeanMethods = false)
class ConsultationSteps {

    @Bean
    ExecutionListener enterStep(Consultations consultations) {
        return execution -> consultations.enterStep(new EnterStep(
                consultation(execution),
                Models.stepOf(execution.getCurrentActivityId().substring("callActivity_".length()))));
    }

    @Bean
    JavaDelegate reopenReport(Consultations consultations) {
        return execution -> Variables.REPORT_VERSION.set(
                execution, consultations.reopenForReturn(new ReopenForReturn(consultation(execution))));
    }

    /** Resumed from its page the task finds its work done; in Tasklist it does it. */
    @Bean
    TaskListener resumeConsultation(Consultations consultations, Suspensions suspensions) {
        return task -> {
            ConsultationNumber number = consultation(task);
            LocalDate newDate = FormValues.date(task, "newDate", "新的截止日期");
            String letter = FormValues.text(task, "letter");
            String reason = FormValues.text(task, "reason");
            if (consultations.find(number).suspended()) {
                suspensions.resume(new ResumeConsultation(number, newDate, letter, reason));
            }
        };
    }

    @Bean
    JavaDelegate tellSuspended(Campaigns campaigns) {
        return execution -> campaigns.tellSuspended(consultation(execution));
    }

    @Bean
    JavaDelegate tellResumed(Campaigns campaigns) {
        return execution -> campaigns.tellResumed(consultation(execution));
    }

    @Bean
    JavaDelegate linkNextReading(NextReadings readings) {
        return execution -> readings.link(new LinkNextReading(consultation(execution)));
    }

    @Bean
    JavaDelegate tellInvitees(Campaigns campaigns) {
        return execution -> campaigns.tellDeadlineMoved(consultation(execution));
    }

    /** The status is 终止 already, since the person who ended it gave the reason; here its consequences follow. */
    @Bean
    JavaDelegate endConsultation(Outcomes outcomes, Campaigns campaigns) {
        return execution -> {
            ConsultationNumber number = consultation(execution);
            outcomes.endDraft(number);
            campaigns.tellEnded(number);
        };
    }

    @Bean
    JavaDelegate archiveEnded(CaseFiles files) {
        return execution -> files.archive(consultation(execution), CaseFiles.Occasion.ENDED);
    }

    @Bean
    JavaDelegate supervise(Supervision supervision, DueReminders reminders) {
        return execution -> {
            ConsultationNumber number = consultation(execution);
            supervision.check(new Supervise(number)).forEach(reminder -> reminders.send(number, reminder));
        };
    }
}
