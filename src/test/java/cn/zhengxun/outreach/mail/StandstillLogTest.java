package cn.zhengxun.outreach.mail;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.consultation.Level;
import cn.zhengxun.consultation.Status;
import cn.zhengxun.directory.Directory;
import cn.zhengxun.directory.InformantId;
import cn.zhengxun.identity.Users;
import cn.zhengxun.testing.OnH2;
import cn.zhengxun.testing.Rows;
import cn.zhengxun.testing.TestClock;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Two channels, of which one stands still, so that the dispatcher goes on with the rows of both. */
@OnH2
@ExtendWith(OutputCaptureExtension.class)
class StandstillLogTest {
    @Autowired
    Outbox outbox;

    @Autowired
    OutboxRows mails;

    @Autowired
    List<MailWriter> writers;

    @Autowired
    Directory directory;

    @Autowired
    Users users;

    @Autowired
    Rows rows;

    @Autowired
    JdbcClient db;

    @Autowired
    TestClock clock;

    @Autowired
    PlatformTransactionManager transactions;

    @Test
    void a_channel_that_stands_still_is_logged_once_and_not_for_each_mail_behind_it(CapturedOutput log) {
        MailTransport stuck = letter -> {
            throw new DeliveryFailure(DeliveryFailure.Fault.CHANNEL, "连不上邮件服务器", null);
        };
        Delivery delivery = new Delivery(
                mails,
                writers,
                new Channels(List.of(stuck), directory, users, submission -> java.util.Optional.empty(), clock),
                directory,
                DispatcherContract.SETTINGS,
                clock,
                transactions);
        waiting(5).forEach(delivery::deliver);
        assertThat(log.getAll()).containsOnlyOnce("Nothing leaves by a channel");
    }

    /** Claims of this many mails; what other tests left is not sent any more. */
    private List<OutboxRows.Claim> waiting(int mailsWanted) {
        db.sql("UPDATE outbox SET status = 'CANCELLED' WHERE status IN ('WAITING', 'SENDING')")
                .update();
        ConsultationNumber number = rows.consultation(Level.NATIONAL, Status.COLLECTING);
        Instant now = clock.instant();
        return new TransactionTemplate(transactions).execute(status -> {
            for (int i = 0; i < mailsWanted; i++) {
                InformantId informant = rows.informant("王小明", "p" + i + "@example.com");
                rows.invitation(number, informant);
                outbox.queue("invitation:" + number, number, Recipient.informant(informant), "invitation", 1);
            }
            return mails.claim(mailsWanted, now, now.plus(DispatcherContract.SETTINGS.lease()));
        });
    }
}
