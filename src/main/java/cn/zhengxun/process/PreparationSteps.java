package cn.zhengxun.process;

import static cn.zhengxun.process.Variables.consultation;

import cn.zhengxun.consultation.AcceptIntake;
import cn.zhengxun.consultation.ApprovePlan;
import cn.zhengxun.consultation.Consultation;
import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.consultation.Consultations;
import cn.zhengxun.consultation.DeclineIntake;
import cn.zhengxun.consultation.FixTimetable;
import cn.zhengxun.consultation.FixedTimetable;
import cn.zhengxun.consultation.Plans;
import cn.zhengxun.consultation.Template;
import cn.zhengxun.consultation.Timetables;
import cn.zhengxun.kernel.RuleViolation;
import cn.zhengxun.outreach.Campaigns;
import cn.zhengxun.outreach.Invitations;
import cn.zhengxun.outreach.audience.Audiences;
import java.util.Date;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the elements of the steps 1 接收登记, 2 研判立案 and 3 精准推送 do. */
@Configuration(proxyBeanMethods = false)
class PreparationSteps {

    @Bean
    TaskListener confirmStructure(Consultations consultations) {
        return task -> consultations.requireStructureConfirmed(consultation(task));
    }

    @Bean
    TaskListener acceptIntake(Consultations consultations) {
        return task -> {
            String decision = FormValues.text(task, "decision");
            String reply = FormValues.text(task, "reply");
            ConsultationNumber number = consultation(task);
            switch (decision == null ? "" : decision) {
                case "accept" -> consultations.acceptIntake(new AcceptIntake(number));
                case "decline" -> consultations.declineIntake(new DeclineIntake(number, reply));
                default -> throw new RuleViolation("请先选择“受理”或“不予受理”，再点办结。");
            }
            Variables.ACCEPTED.set(task, "accept".equals(decision));
        };
    }

    @Bean
    TaskListener draftPlan(Plans plans, Consultations consultations) {
        return task -> {
            plans.requireComplete(consultation(task));
            Consultation consultation = consultations.find(consultation(task));
            Variables.SIDE_BY_SIDE.set(task, consultation.template() == Template.URGENT && consultation.needsLeader());
        };
    }

    @Bean
    TaskListener approvePlan(Plans plans, Consultations consultations, Verdicts verdicts) {
        return task -> {
            ConsultationNumber number = consultation(task);
            boolean approved = verdicts.approves(task, "plan");
            boolean leaderNeeded = consultations.find(number).needsLeader();
            if (approved && !leaderNeeded) {
                plans.approve(new ApprovePlan(number));
            }
            Variables.PLAN_APPROVED.set(task, approved);
            Variables.LEADER_NEEDED.set(task, leaderNeeded);
        };
    }

    @Bean
    TaskListener signPlan(Plans plans, Verdicts verdicts) {
        return task -> {
            boolean signed = verdicts.approves(task, "plan");
            if (signed) {
                plans.approve(new ApprovePlan(consultation(task)));
            }
            Variables.PLAN_SIGNED.set(task, signed);
        };
    }

    /** Beside the leader: what either returns is drawn up anew, whatever the other has said. */
    @Bean
    TaskListener approvePlanAtOnce(Verdicts verdicts) {
        return task -> Variables.PLAN_APPROVED.set(task, verdicts.approves(task, "plan"));
    }

    @Bean
    TaskListener signPlanAtOnce(Verdicts verdicts) {
        return task -> Variables.PLAN_SIGNED.set(task, verdicts.approves(task, "plan"));
    }

    @Bean
    JavaDelegate passPlan(Plans plans) {
        return execution -> plans.approve(new ApprovePlan(consultation(execution)));
    }

    @Bean
    JavaDelegate fixTimetable(Timetables timetables) {
        return execution -> {
            FixedTimetable fixed = timetables.fix(new FixTimetable(consultation(execution)));
            Variables.COLLECT_UNTIL.set(execution, Date.from(fixed.collectUntil()));
            Variables.CHASE_AT.set(execution, Date.from(fixed.chaseAt()));
        };
    }

    @Bean
    JavaDelegate proposeAudience(Audiences audiences) {
        return execution -> audiences.propose(consultation(execution));
    }

    @Bean
    TaskListener confirmAudience(Audiences audiences) {
        return task -> audiences.freeze(consultation(task));
    }

    @Bean
    JavaDelegate issueInvitations(Invitations invitations) {
        return execution -> invitations.issue(consultation(execution));
    }

    @Bean
    JavaDelegate queueMail(Campaigns campaigns) {
        return execution -> campaigns.queueInvitations(consultation(execution));
    }
}
