package cn.zhengxun.process;

import static cn.zhengxun.process.Variables.consultation;

import cn.zhengxun.collation.Collation;
import cn.zhengxun.collation.CompleteReview;
import cn.zhengxun.collation.ConfirmCollation;
import cn.zhengxun.collation.Reviews;
import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.consultation.Consultations;
import cn.zhengxun.consultation.SkipReview;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the elements of the steps 6 梳理归并 and 7 智囊论证 do. */
@Configuration(proxyBeanMethods = false)
class ReviewSteps {

    @Bean
    JavaDelegate findAlike(Collation collation) {
        return execution -> collation.findAlike(consultation(execution));
    }

    @Bean
    TaskListener collate(Collation collation) {
        return task -> collation.requireScreened(consultation(task));
    }

    @Bean
    TaskListener checkCollation(Collation collation, Consultations consultations, Verdicts verdicts) {
        return task -> {
            ConsultationNumber number = consultation(task);
            boolean confirmed = verdicts.approves(task, "collation");
            boolean skipped = FormValues.ticked(task, "skipReview") && confirmed;
            String reason = FormValues.text(task, "skipReason");
            if (confirmed) {
                collation.confirm(new ConfirmCollation(number));
            }
            if (skipped) {
                consultations.skipReview(new SkipReview(number, reason));
            }
            Variables.COLLATION_CONFIRMED.set(task, confirmed);
            Variables.REVIEW_SKIPPED.set(
                    task, skipped || collation.forwarded(number).isEmpty() && confirmed);
        };
    }

    /** The boolean that ends the multi-instance must exist before its first completion asks for it. */
    @Bean
    JavaDelegate assignExperts(Reviews reviews) {
        return execution -> {
            Variables.EXPERT_COUNT.set(execution, reviews.assign(consultation(execution)));
            Variables.QUORUM_REACHED.set(execution, false);
        };
    }

    /** The n-th task goes to the n-th expert. */
    @Bean
    TaskListener seatExpert(Reviews reviews) {
        return task -> task.setAssignee(reviews.userOfSeat(consultation(task), seatOf(task)));
    }

    private static int seatOf(DelegateTask task) {
        return (Integer) task.getVariable("loopCounter");
    }

    @Bean
    TaskListener review(Reviews reviews) {
        return task -> {
            boolean quorum = reviews.complete(new CompleteReview(consultation(task), task.getAssignee()));
            // on the process, not on the task's own branch, where the completion condition would not see it
            task.getExecution().getProcessInstance().setVariable(Variables.QUORUM_REACHED.name(), quorum);
        };
    }

    @Bean
    JavaDelegate settleGrades(Reviews reviews) {
        return execution -> reviews.settleGrades(consultation(execution));
    }
}
