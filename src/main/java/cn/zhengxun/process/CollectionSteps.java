package cn.zhengxun.process;

import static cn.zhengxun.process.Variables.consultation;

import cn.zhengxun.consultation.CloseCollection;
import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.consultation.Consultations;
import cn.zhengxun.consultation.Explanations;
import cn.zhengxun.consultation.OpenCollection;
import cn.zhengxun.consultation.PublishExplanation;
import cn.zhengxun.consultation.RecordDecision;
import cn.zhengxun.consultation.SkipExplanation;
import cn.zhengxun.kernel.RuleViolation;
import cn.zhengxun.outreach.Reminders;
import cn.zhengxun.suggestion.Suggestions;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the elements of the steps 4 宣讲解读 and 5 多元征集 do. */
@Configuration(proxyBeanMethods = false)
class CollectionSteps {

    @Bean
    TaskListener writeExplanation(Explanations explanations) {
        return task -> {
            boolean skipped = FormValues.ticked(task, "skip");
            String reason = FormValues.text(task, "skipReason");
            if (skipped) {
                explanations.skip(new SkipExplanation(consultation(task), reason));
            } else if (explanations.find(consultation(task)).isEmpty()) {
                throw new RuleViolation("明白纸还没有写，请先打开编写页面写好并保存；确实不需要的，请勾选“免宣讲”并写明理由。");
            }
            Variables.EXPLANATION_SKIPPED.set(task, skipped);
        };
    }

    @Bean
    JavaDelegate publishExplanation(Explanations explanations) {
        return execution -> explanations.publish(new PublishExplanation(consultation(execution)));
    }

    @Bean
    JavaDelegate openCollection(Consultations consultations) {
        return execution -> consultations.openCollection(new OpenCollection(consultation(execution)));
    }

    @Bean
    JavaDelegate closeCollection(Consultations consultations, Suggestions suggestions) {
        return execution -> {
            ConsultationNumber number = consultation(execution);
            consultations.closeCollection(new CloseCollection(number));
            Variables.ZERO_OPINIONS.set(execution, suggestions.close(number) == 0);
        };
    }

    @Bean
    JavaDelegate markZeroOpinions(Consultations consultations) {
        return execution -> consultations.record(
                new RecordDecision(consultation(execution), "collect", "zero", "征集期满，没有收到意见，按零意见上报。"));
    }

    /** Nothing to require: the receipt was printed or copied out, which only the person at the desk knows. */
    @Bean
    TaskListener handOverReceipt() {
        return task -> {};
    }

    @Bean
    JavaDelegate remind(Reminders reminders) {
        return execution -> reminders.remind(consultation(execution));
    }

    @Bean
    JavaDelegate chase(Reminders reminders, Suggestions suggestions) {
        return execution -> {
            ConsultationNumber number = consultation(execution);
            if (suggestions.count(number) == 0) {
                reminders.chase(number);
            }
        };
    }
}
