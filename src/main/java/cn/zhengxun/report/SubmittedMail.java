package cn.zhengxun.report;

import cn.zhengxun.consultation.Consultation;
import cn.zhengxun.consultation.Consultations;
import cn.zhengxun.directory.Directory;
import cn.zhengxun.directory.Informant;
import cn.zhengxun.directory.InformantId;
import cn.zhengxun.kernel.Shanghai;
import cn.zhengxun.outreach.PersonalLinks;
import cn.zhengxun.outreach.mail.Mail;
import cn.zhengxun.outreach.mail.MailWriter;
import cn.zhengxun.outreach.mail.NotDue;
import cn.zhengxun.outreach.mail.QueuedMail;
import cn.zhengxun.outreach.wording.MessageKind;
import cn.zhengxun.outreach.wording.Placeholder;
import cn.zhengxun.outreach.wording.Values;
import cn.zhengxun.outreach.wording.Wordings;
import cn.zhengxun.suggestion.Suggestion;
import java.util.List;
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
    private final Wordings wordings;
    private final String office;

    SubmittedMail(
            Reports reports,
            Consultations consultations,
            Directory directory,
            PersonalLinks links,
            Wordings wordings,
            @Value("${zhengxun.office:基层立法联系点}") String office) {
        this.reports = reports;
        this.consultations = consultations;
        this.directory = directory;
        this.links = links;
        this.wordings = wordings;
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
        return wordings.write(
                MessageKind.SUBMITTED,
                new Values()
                        .set(Placeholder.NAME, informant.name())
                        .set(Placeholder.TITLE, consultation.citedTitle())
                        .set(Placeholder.REQUESTING_BODY, consultation.requestingBody())
                        .set(Placeholder.NUMBER, consultation.number().value())
                        .set(Placeholder.OFFICE, office)
                        .set(Placeholder.SUGGESTION_COUNT, Integer.toString(theirs.size()))
                        .set(Placeholder.SUBMITTED_ON, Shanghai.date(report.frozenAt()))
                        .set(
                                Placeholder.SUGGESTIONS,
                                theirs.stream().map(SubmittedMail::cited).toList())
                        .set(
                                Placeholder.LINK,
                                links.fresh(mail.consultation(), id).orElse(null)));
    }

    private static String cited(Suggestion suggestion) {
        return "第" + suggestion.number() + "号（" + suggestion.clauseLabel() + "）：" + suggestion.original();
    }
}
