package cn.zhengxun.outreach.wording;

import cn.zhengxun.outreach.mail.Mail;
import cn.zhengxun.outreach.mail.MailWriter;
import cn.zhengxun.outreach.mail.NotDue;
import cn.zhengxun.outreach.mail.QueuedMail;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** A sample of a text in use, with made-up values; its link leads nowhere. */
@Component
class SampleWriter implements MailWriter {
    static final String TEMPLATE = "wording-sample";

    private final ObjectProvider<Wordings> wordings;
    private final String office;

    SampleWriter(ObjectProvider<Wordings> wordings, @Value("${zhengxun.office:基层立法联系点}") String office) {
        this.wordings = wordings;
        this.office = office;
    }

    static String campaign(MessageKind kind) {
        return TEMPLATE + ":" + kind.key();
    }

    @Override
    public String template() {
        return TEMPLATE;
    }

    @Override
    public Mail write(QueuedMail mail) {
        String key = mail.campaign().substring(TEMPLATE.length() + 1);
        MessageKind kind = MessageKind.of(key).orElseThrow(() -> new NotDue("没有这种邮件了"));
        Mail sample = wordings.getObject().write(kind, Values.examples(office));
        return new Mail("【试发】" + sample.subject(), sample.text(), sample.html());
    }
}
