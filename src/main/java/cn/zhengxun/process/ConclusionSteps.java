package cn.zhengxun.process;

import static cn.zhengxun.process.Variables.consultation;

import cn.zhengxun.adoption.ConfirmOutcomes;
import cn.zhengxun.adoption.Outcomes;
import cn.zhengxun.consultation.ArchiveConsultation;
import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.consultation.Consultations;
import cn.zhengxun.consultation.WorkingCalendar;
import cn.zhengxun.evaluation.ApproveEvaluation;
import cn.zhengxun.evaluation.CaseFiles;
import cn.zhengxun.evaluation.Evaluations;
import cn.zhengxun.identity.Roles;
import cn.zhengxun.identity.UserAccount;
import cn.zhengxun.identity.Users;
import cn.zhengxun.kernel.Shanghai;
import cn.zhengxun.outreach.Campaigns;
import cn.zhengxun.outreach.TellTaskArrived;
import java.time.Clock;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the elements of the steps 9 跟踪反馈 and 10 评价归档 do. */
@Configuration(proxyBeanMethods = false)
class ConclusionSteps {

    @Bean
    TaskListener recordOutcomes(Outcomes outcomes) {
        return task -> outcomes.requireComplete(consultation(task));
    }

    /** Told anew each half-year: the day is the revision. Six months may end on a day off, when nobody would read it. */
    @Bean
    JavaDelegate remindOutcomes(Campaigns campaigns, Users users, WorkingCalendar calendar, Clock clock) {
        return execution -> campaigns.taskArrived(new TellTaskArrived(
                consultation(execution),
                users.in(Roles.STAFF).stream().map(UserAccount::id).collect(Collectors.toUnmodifiableSet()),
                "登记采纳结果（半年提醒）",
                "remindOutcomes",
                (int) Shanghai.dateOf(clock.instant()).toEpochDay(),
                calendar.nextAtWork(clock.instant())));
    }

    @Bean
    TaskListener checkOutcomes(Outcomes outcomes, Verdicts verdicts) {
        return task -> {
            boolean confirmed = verdicts.approves(task, "outcomes");
            if (confirmed) {
                outcomes.confirm(new ConfirmOutcomes(consultation(task)));
            }
            Variables.OUTCOMES_CONFIRMED.set(task, confirmed);
        };
    }

    @Bean
    JavaDelegate publishOutcomes(Outcomes outcomes) {
        return execution -> outcomes.publish(consultation(execution));
    }

    @Bean
    JavaDelegate evaluate(Evaluations evaluations) {
        return execution -> evaluations.evaluate(consultation(execution));
    }

    @Bean
    TaskListener approveEvaluation(Evaluations evaluations) {
        return task -> evaluations.approve(new ApproveEvaluation(consultation(task), FormValues.text(task, "remark")));
    }

    @Bean
    JavaDelegate archiveCase(CaseFiles files, Consultations consultations) {
        return execution -> {
            ConsultationNumber number = consultation(execution);
            consultations.archive(new ArchiveConsultation(number));
            files.archive(number, CaseFiles.Occasion.FINAL);
        };
    }
}
