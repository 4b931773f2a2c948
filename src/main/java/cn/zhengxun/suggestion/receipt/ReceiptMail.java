package cn.zhengxun.suggestion.receipt;

import cn.zhengxun.consultation.Consultation;
import cn.zhengxun.consultation.Consultations;
import cn.zhengxun.directory.Directory;
import cn.zhengxun.directory.Informant;
import cn.zhengxun.kernel.Shanghai;
import cn.zhengxun.outreach.Links;
import cn.zhengxun.outreach.PersonalLinks;
import cn.zhengxun.outreach.mail.Mail;
import cn.zhengxun.outreach.mail.MailWriter;
import cn.zhengxun.outreach.mail.NotDue;
import cn.zhengxun.outreach.mail.QueuedMail;
import cn.zhengxun.outreach.wording.MessageKind;
import cn.zhengxun.outreach.wording.Placeholder;
import cn.zhengxun.outreach.wording.Values;
import cn.zhengxun.outreach.wording.Wordings;
import cn.zhengxun.suggestion.notmine.NotMine;
import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The copy of a receipt, with the words as they are when it is sent. */
@Component
class ReceiptMail implements MailWriter {
    static final String TEMPLATE = MessageKind.RECEIPT.key();

    private final ReceiptRows rows;
    private final OwnRecords records;
    private final Consultations consultations;
    private final Directory directory;
    private final PersonalLinks personalLinks;
    private final Links links;
    private final NotMine notMine;
    private final Wordings wordings;
    private final String office;

    ReceiptMail(
            ReceiptRows rows,
            OwnRecords records,
            Consultations consultations,
            Directory directory,
            PersonalLinks personalLinks,
            Links links,
            NotMine notMine,
            Wordings wordings,
            @Value("${zhengxun.office:基层立法联系点}") String office) {
        this.rows = rows;
        this.records = records;
        this.consultations = consultations;
        this.directory = directory;
        this.personalLinks = personalLinks;
        this.links = links;
        this.notMine = notMine;
        this.wordings = wordings;
        this.office = office;
    }

    @Override
    public String template() {
        return TEMPLATE;
    }

    /** @throws NotDue where the person was erased meanwhile */
    @Override
    public Mail write(QueuedMail mail) {
        long submission = Long.parseLong(mail.recipient().id());
        ReceiptRows.Holder holder = rows.holder(submission).orElseThrow(() -> new NotDue("提交人的个人信息已经删除，不再发送"));
        Handed handed = records.ofReceipt(holder.receipt()).orElseThrow(() -> new NotDue("没有这张回执了"));
        Consultation consultation = consultations.find(holder.consultation());
        return wordings.write(
                MessageKind.RECEIPT,
                new Values()
                        .set(Placeholder.NAME, name(holder))
                        .set(Placeholder.TITLE, consultation.citedTitle())
                        .set(Placeholder.REQUESTING_BODY, consultation.requestingBody())
                        .set(Placeholder.NUMBER, consultation.number().value())
                        .set(Placeholder.UNTIL, until(consultation))
                        .set(Placeholder.OFFICE, office)
                        .set(Placeholder.RECEIPT_NUMBER, holder.receipt())
                        .set(Placeholder.RECEIVED_AT, handed.time())
                        .set(Placeholder.SUGGESTION_COUNT, Integer.toString(handed.standing()))
                        .set(
                                Placeholder.SUGGESTIONS,
                                handed.entries().stream()
                                        .map(ReceiptMail::lines)
                                        .toList())
                        .set(Placeholder.LINK, link(holder))
                        .set(Placeholder.NOT_MINE, holder.informant() == null ? notMine.addressFor(submission) : null));
    }

    private String name(ReceiptRows.Holder holder) {
        return holder.informant() == null
                ? holder.name()
                : directory.informant(holder.informant()).map(Informant::name).orElse(null);
    }

    /** Reading only: an address that was mistyped must not let somebody else change the words. */
    private String link(ReceiptRows.Holder holder) {
        return holder.informant() == null
                ? links.receipt(holder.receipt())
                : personalLinks.fresh(holder.consultation(), holder.informant()).orElse(null);
    }

    private static String until(Consultation consultation) {
        return Shanghai.minute(
                consultation.collectUntil() == null
                        ? consultation
                                .deadline()
                                .atTime(17, 30)
                                .atZone(Shanghai.ZONE)
                                .toInstant()
                        : consultation.collectUntil());
    }

    private static String lines(Handed.Entry entry) {
        List<String> lines = new ArrayList<>();
        lines.add("（" + entry.suggestion().clauseLabel() + "）" + (entry.withdrawn() ? "已撤回：" : "")
                + entry.suggestion().original());
        if (entry.suggestion().proposed() != null) {
            lines.add("建议条文：" + entry.suggestion().proposed());
        }
        if (entry.suggestion().reason() != null) {
            lines.add("理由：" + entry.suggestion().reason());
        }
        return String.join("\n", lines);
    }
}
