package cn.zhengxun.report;

import cn.zhengxun.consultation.Consultation;
import cn.zhengxun.consultation.Consultations;
import cn.zhengxun.directory.Directory;
import cn.zhengxun.directory.Informant;
import cn.zhengxun.directory.InformantId;
import cn.zhengxun.kernel.NotFound;
import cn.zhengxun.kernel.Shanghai;
import cn.zhengxun.outreach.Mail;
import cn.zhengxun.outreach.MailWriter;
import cn.zhengxun.outreach.QueuedMail;
import java.util.List;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

/** Tells one informant that their suggestions went upward; the outbox row's revision is the report's version. */
@Component
class SubmittedMail implements MailWriter {
    static final String TEMPLATE = "submitted";

    private final Reports reports;
    private final Consultations consultations;
    private final Directory directory;
    private final MessageSource messages;
    private final String office;

    SubmittedMail(
            Reports reports,
            Consultations consultations,
            Directory directory,
            MessageSource messages,
            @Value("${zhengxun.office:人民广场街道基层立法联系点}") String office) {
        this.reports = reports;
        this.consultations = consultations;
        this.directory = directory;
        this.messages = messages;
        this.office = office;
    }

    @Override
    public String template() {
        return TEMPLATE;
    }

    @Override
    public Mail write(QueuedMail mail) {
        InformantId id = new InformantId(Long.parseLong(mail.recipient().id()));
        Informant informant = directory.informant(id).orElseThrow(() -> new NotFound("收信人已不在名录中。"));
        Consultation consultation = consultations.find(mail.consultation());
        Report report = reports.versions(mail.consultation()).stream()
                .filter(r -> r.version() == mail.revision() && r.frozenAt() != null)
                .findFirst()
                .orElseThrow(() -> new NotFound("没有已固化的报告第" + mail.revision() + "版。"));
        List<String> lines = reports.submittedOf(mail.consultation(), mail.revision(), id).stream()
                .map(s -> say("report.mail.item", s.number().toString(), s.clauseLabel(), s.original()))
                .toList();
        String greeting = say("report.mail.greeting", informant.name());
        String told = say(
                "report.mail.told",
                ReportContent.cited(consultation),
                Integer.toString(lines.size()),
                Shanghai.date(report.frozenAt()),
                consultation.requestingBody());
        String next = say("report.mail.next");
        String text = String.join("\n\n", greeting, told, String.join("\n", lines), next, office);
        String html = paragraph(greeting) + paragraph(told) + list(lines) + paragraph(next) + paragraph(office);
        return new Mail(say("report.mail.subject", consultation.title()), text, html);
    }

    private String say(String key, Object... values) {
        return messages.getMessage(key, values, Locale.SIMPLIFIED_CHINESE);
    }

    private static String paragraph(String text) {
        return "<p>" + HtmlUtils.htmlEscape(text, "UTF-8") + "</p>";
    }

    private static String list(List<String> lines) {
        StringBuilder list = new StringBuilder("<ul>");
        lines.forEach(line -> list.append("<li>")
                .append(HtmlUtils.htmlEscape(line, "UTF-8").replace("\n", "<br>"))
                .append("</li>"));
        return list.append("</ul>").toString();
    }
}
