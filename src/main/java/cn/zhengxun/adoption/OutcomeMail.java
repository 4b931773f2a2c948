package cn.zhengxun.adoption;

import cn.zhengxun.consultation.Consultation;
import cn.zhengxun.consultation.Consultations;
import cn.zhengxun.directory.Directory;
import cn.zhengxun.directory.Informant;
import cn.zhengxun.directory.InformantId;
import cn.zhengxun.outreach.PersonalLinks;
import cn.zhengxun.outreach.mail.Mail;
import cn.zhengxun.outreach.mail.MailWriter;
import cn.zhengxun.outreach.mail.NotDue;
import cn.zhengxun.outreach.mail.QueuedMail;
import cn.zhengxun.outreach.wording.MessageKind;
import cn.zhengxun.outreach.wording.Placeholder;
import cn.zhengxun.outreach.wording.Values;
import cn.zhengxun.outreach.wording.Wordings;
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
    private final Wordings wordings;
    private final String office;

    OutcomeMail(
            Letters letters,
            Consultations consultations,
            Directory directory,
            PersonalLinks links,
            Wordings wordings,
            @Value("${zhengxun.office:基层立法联系点}") String office) {
        this.letters = letters;
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
        return wordings.write(
                MessageKind.OUTCOME,
                new Values()
                        .set(Placeholder.NAME, informant.name())
                        .set(Placeholder.TITLE, consultation.citedTitle())
                        .set(Placeholder.REQUESTING_BODY, consultation.requestingBody())
                        .set(Placeholder.NUMBER, consultation.number().value())
                        .set(Placeholder.OFFICE, office)
                        .set(Placeholder.SUGGESTION_COUNT, Integer.toString(answers.size()))
                        .set(
                                Placeholder.SUGGESTIONS,
                                answers.stream()
                                        .map(answer -> String.join("\n", lines(answer)))
                                        .toList())
                        .set(
                                Placeholder.LINK,
                                links.fresh(mail.consultation(), id).orElse(null)));
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
