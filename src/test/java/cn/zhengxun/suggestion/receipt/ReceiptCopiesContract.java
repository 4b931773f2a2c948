package cn.zhengxun.suggestion.receipt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.consultation.Level;
import cn.zhengxun.consultation.Status;
import cn.zhengxun.directory.InformantId;
import cn.zhengxun.kernel.RuleViolation;
import cn.zhengxun.outreach.mail.Mail;
import cn.zhengxun.outreach.mail.QueuedMail;
import cn.zhengxun.outreach.mail.Recipient;
import cn.zhengxun.suggestion.Handing;
import cn.zhengxun.suggestion.Receipt;
import cn.zhengxun.suggestion.SuggestionId;
import cn.zhengxun.suggestion.Suggestions;
import cn.zhengxun.suggestion.amendment.Withdrawing;
import cn.zhengxun.testing.Rows;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A receipt is mailed once for each state of what was said, and the outbox knows ids only. */
abstract class ReceiptCopiesContract {
    @Autowired
    ReceiptCopies copies;

    @Autowired
    ReceiptMail writer;

    @Autowired
    BeanFactory beans;

    @Autowired
    Suggestions suggestions;

    @Autowired
    Rows rows;

    @Autowired
    JdbcClient db;

    private ConsultationNumber collecting() {
        return rows.consultation(Level.NATIONAL, Status.COLLECTING);
    }

    private long submission(Receipt receipt) {
        return db.sql("SELECT id FROM submission WHERE receipt = ?")
                .param(receipt.number())
                .query(Long.class)
                .single();
    }

    private long stranger(ConsultationNumber number, String contact) {
        return submission(suggestions.submit(
                Handing.to(number).by("李四", contact).saying(null, "路口要有灯。").command()));
    }

    private List<String> queued(ConsultationNumber number) {
        return db.sql(
                        "SELECT CONCAT(recipient_kind, ' ', recipient, ' ', revision) FROM outbox WHERE campaign = ? ORDER BY id")
                .param("receipt:" + number)
                .query(String.class)
                .list();
    }

    private Mail mail(ConsultationNumber number, long submission) {
        return writer.write(
                new QueuedMail(0, "receipt:" + number, number, Recipient.author(submission), ReceiptMail.TEMPLATE, 1));
    }

    @Test
    void a_second_press_sends_nothing_until_something_was_changed() {
        ConsultationNumber number = collecting();
        InformantId who = rows.informant("王秀英", "w@example.org");
        Receipt receipt = suggestions.submit(Handing.to(number)
                .over(rows.invitation(number, who))
                .saying(null, "楼道要有灯。")
                .command());
        long submission = submission(receipt);

        assertThat(copies.mail(new MailReceipt(submission))).isTrue();
        assertThat(copies.mail(new MailReceipt(submission))).isFalse();
        SuggestionId suggestion = suggestions.of(number).get(0).id();
        Withdrawing.of(suggestion, beans);
        assertThat(copies.mail(new MailReceipt(submission))).isTrue();

        assertThat(queued(number)).containsExactly("AUTHOR " + submission + " 1", "AUTHOR " + submission + " 2");
        assertThat(copies.author(submission).orElseThrow().informant()).isEqualTo(who);
        Mail mail = mail(number, submission);
        assertThat(mail.subject()).contains(receipt.number());
        assertThat(mail.text()).contains("王秀英，您好", "已撤回：楼道要有灯。", "/i/").doesNotContain("{", "}");
    }

    @Test
    void a_resident_gets_it_at_the_address_that_was_left_and_no_flood_reaches_one() {
        ConsultationNumber number = collecting();
        long first = stranger(number, " li@example.org ");
        copies.mail(new MailReceipt(first));

        assertThat(copies.author(first).orElseThrow().email()).isEqualTo("li@example.org");
        assertThat(mail(number, first).text())
                .contains("李四，您好", "路口要有灯。", "/q?receipt=R-", "/q/not-me/")
                .doesNotContain("/q/receipt/");
        for (int more = 1; more < ReceiptCopies.MOST_A_DAY; more++) {
            copies.mail(new MailReceipt(stranger(number, "LI@example.org")));
        }
        long sixth = stranger(number, "li@example.org");
        assertThatThrownBy(() -> copies.mail(new MailReceipt(sixth)))
                .isInstanceOf(RuleViolation.class)
                .hasMessageContaining("请明天再试")
                .hasMessageNotContaining("li@");
        assertThat(queued(number)).hasSize(ReceiptCopies.MOST_A_DAY);
    }

    @Test
    void without_an_address_nothing_is_queued_and_a_sentence_says_so() {
        ConsultationNumber number = collecting();
        for (String contact : new String[] {null, "13800000000", "a@b", "x@example.org\r\nBcc: y@example.org"}) {
            long submission = stranger(number, contact);
            assertThat(copies.reachable(submission)).isFalse();
            assertThatThrownBy(() -> copies.mail(new MailReceipt(submission))).isInstanceOf(RuleViolation.class);
        }
        assertThat(queued(number)).isEmpty();
    }
}
