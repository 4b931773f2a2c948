package cn.zhengxun.process;

import static cn.zhengxun.process.Variables.consultation;

import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.evaluation.CaseFiles;
import cn.zhengxun.report.ApproveReport;
import cn.zhengxun.report.RecordReceipt;
import cn.zhengxun.report.Reports;
import cn.zhengxun.report.SignReport;
import java.time.LocalDate;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the elements of step 8 审核上报 do. */
@Configuration(proxyBeanMethods = false)
class SubmissionSteps {

    @Bean
    JavaDelegate composeReport(Reports reports) {
        return execution -> reports.compose(consultation(execution));
    }

    @Bean
    TaskListener checkReport(Reports reports, Verdicts verdicts) {
        return task -> {
            boolean approved = verdicts.approves(task, "report");
            if (approved) {
                reports.approve(new ApproveReport(consultation(task)));
            }
            Variables.REPORT_APPROVED.set(task, approved);
        };
    }

    /** Nothing to require: whether the amendment is enough is what the director looks at next. */
    @Bean
    TaskListener amendReport() {
        return task -> {};
    }

    @Bean
    TaskListener signReport(Reports reports, Verdicts verdicts) {
        return task -> {
            boolean signed = verdicts.approves(task, "report");
            if (signed) {
                reports.sign(new SignReport(consultation(task)));
            }
            Variables.REPORT_SIGNED.set(task, signed);
        };
    }

    @Bean
    JavaDelegate freezeReport(Reports reports) {
        return execution -> Variables.REPORT_VERSION.set(
                execution, reports.freeze(consultation(execution)).version());
    }

    @Bean
    JavaDelegate notifySubmitted(Reports reports) {
        return execution -> reports.notifySubmitted(consultation(execution));
    }

    @Bean
    TaskListener recordReceipt(Reports reports) {
        return task -> {
            ConsultationNumber number = consultation(task);
            String receiptNumber = FormValues.text(task, "receiptNumber");
            String receiptFrom = FormValues.text(task, "receiptFrom");
            LocalDate receivedOn = FormValues.date(task, "receivedOn", "签收日期");
            reports.recordReceipt(new RecordReceipt(number, receiptNumber, receiptFrom, receivedOn));
        };
    }

    @Bean
    JavaDelegate closingArchive(CaseFiles files) {
        return execution -> files.archive(consultation(execution), CaseFiles.Occasion.CLOSING);
    }
}
