package cn.zhengxun.report;

import cn.zhengxun.consultation.Consultation;
import cn.zhengxun.consultation.Consultations;
import cn.zhengxun.directory.Directory;
import cn.zhengxun.directory.Informant;
import cn.zhengxun.directory.InformantId;
import cn.zhengxun.kernel.Shanghai;
import cn.zhengxun.outreach.PersonalLinks;
import cn.zhengxun.outreach.mail.Mail;
import cn.zhengxun.outreach.mail.MailText;
import cn.zhengxun.outreach.mail.MailWriter;
import cn.zhengxun.outreach.mail.NotDue;
import cn.zhengxun.outreach.mail.QueuedMail;
import cn.zhengxun.suggestion.Suggestion;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Tells one informant that their suggestions went upward; the outbox row's revision is the report's version. */
@Component
class SubmittedMail implements MailWriter {
    static final String TEMPLATE = "submitted";

    private final Reports reports;
    private final Consultations consultations;
    private final Directory directory;
    private final PersonalLinks links;
    private final String office;

    SubmittedMail(
            Reports reports,
            Consultations consultations,
            Directory directory,
            PersonalLinks links,
            @Value("${zhengxun.office:基层立法联系点}") String office) {
        this.reports = reports;
        this.consultations = consultations;
        this.directory = directory;
        this.links = links;
        this.office = office;
    }

    @Override
    public String template() {
        return TEMPLATE;
    }

    /** @throws NotDue where the person is gone, or none of theirs stands in the version any more */
    @Override
    public Mail write(QueuedMail mail) {
        InformantId id = new InformantId(Long.parseLong(mail.recipient().id()));
        Informant informant = directory.informant(id).orElseThrow(() -> new NotDue("名录中已没有此人"));
        Report report = reports.versions(mail.consultation()).stream()
                .filter(version -> version.version() == mail.revision() && version.frozenAt() != null)
                .findFirst()
                .orElseThrow(() -> new NotDue("这一版报告没有固化"));
        List<Suggestion> theirs = reports.submittedOf(mail.consultation(), mail.revision(), id);
        if (theirs.isEmpty()) {
            throw new NotDue("报告里没有此人的意见");
        }
        Consultation consultation = consultations.find(mail.consultation());
        MailText text = new MailText("您对" + ReportContent.cited(consultation) + "的意见已上报")
                .paragraph(informant.name() + "，您好：")
                .paragraph("感谢您参与" + ReportContent.cited(consultation) + "的意见征询。您的" + theirs.size() + "条意见已于"
                        + Shanghai.date(report.frozenAt()) + "写入报告，报送" + consultation.requestingBody() + "：");
        theirs.forEach(suggestion -> text.paragraph(
                "第" + suggestion.number() + "号（" + suggestion.clauseLabel() + "）：" + suggestion.original()));
        text.paragraph("接下来，法律公布以后，我们会逐条核对，告诉您每条意见是否采纳、理由是什么。没有采纳的也会告诉您。");
        Optional<String> link = links.fresh(mail.consultation(), id);
        link.ifPresent(url -> text.paragraph("您的全部意见和办理情况可以随时在这里查看（链接只供您本人使用）：").link(url));
        return text.paragraph("——" + office).build();
    }
}
