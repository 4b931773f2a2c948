package cn.zhengxun.adoption;

import cn.zhengxun.consultation.Consultation;
import cn.zhengxun.consultation.Consultations;
import cn.zhengxun.directory.Directory;
import cn.zhengxun.directory.Informant;
import cn.zhengxun.directory.InformantId;
import cn.zhengxun.outreach.PersonalLinks;
import cn.zhengxun.outreach.mail.Mail;
import cn.zhengxun.outreach.mail.MailText;
import cn.zhengxun.outreach.mail.MailWriter;
import cn.zhengxun.outreach.mail.NotDue;
import cn.zhengxun.outreach.mail.QueuedMail;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The letter to an informant with an address: every suggestion of theirs, what became of it, and why. */
@Component
class OutcomeMail implements MailWriter {
    static final String TEMPLATE = "outcome";

    private final Letters letters;
    private final Consultations consultations;
    private final Directory directory;
    private final PersonalLinks links;
    private final String office;

    OutcomeMail(
            Letters letters,
            Consultations consultations,
            Directory directory,
            PersonalLinks links,
            @Value("${zhengxun.office:基层立法联系点}") String office) {
        this.letters = letters;
        this.consultations = consultations;
        this.directory = directory;
        this.links = links;
        this.office = office;
    }

    @Override
    public String template() {
        return TEMPLATE;
    }

    /** @throws NotDue where the person is gone or has no letter of this revision */
    @Override
    public Mail write(QueuedMail mail) {
        InformantId id = new InformantId(Long.parseLong(mail.recipient().id()));
        Informant informant = directory.informant(id).orElseThrow(() -> new NotDue("名录中已没有此人"));
        List<Letter.Answer> answers = letters.answersTo(mail.consultation(), id, mail.revision());
        if (answers.isEmpty()) {
            throw new NotDue("没有要告诉此人的结果");
        }
        Consultation consultation = consultations.find(mail.consultation());
        String title = consultation.title().startsWith("《") ? consultation.title() : "《" + consultation.title() + "》";
        MailText text = new MailText("您对" + title + "的意见有结果了")
                .paragraph(informant.name() + "，您好：")
                .paragraph("感谢您参与" + title + "的意见征询。您提出的" + answers.size() + "条意见，逐条答复如下：");
        answers.forEach(answer -> text.paragraph(String.join("\n", lines(answer))));
        links.fresh(mail.consultation(), id)
                .ifPresent(
                        url -> text.paragraph("您的全部意见和结果可以随时在这里查看（链接只供您本人使用）：").link(url));
        return text.paragraph("对答复有疑问，请直接联系我们。每条意见我们都认真看过，欢迎您继续参与。")
                .paragraph("——" + office)
                .build();
    }

    private static List<String> lines(Letter.Answer answer) {
        Outcome outcome = answer.outcome();
        List<String> lines = new java.util.ArrayList<>();
        lines.add((answer.suggestion().number() == null
                        ? ""
                        : "第" + answer.suggestion().number() + "号意见") + "（"
                + answer.suggestion().clauseLabel() + "）");
        lines.add("您的原话：“" + answer.suggestion().original() + "”");
        lines.add("结果：" + outcome.kind().chinese()
                + (outcome.strength() == null ? "" : "（" + outcome.strength().chinese() + "）"));
        lines.add("理由：" + outcome.reason());
        if (outcome.kind().adopted()) {
            lines.add("公布条文（" + outcome.article() + "）：" + outcome.articleText());
        }
        if (!outcome.evidence().isBlank()) {
            lines.add("依据：" + outcome.evidence());
        }
        return lines;
    }
}
