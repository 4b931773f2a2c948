package cn.zhengxun.outreach.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

abstract class DemoMailboxContract {
    @Autowired
    JdbcClient db;

    @Autowired
    Clock clock;

    @Test
    void each_mail_is_shown_once_newest_first_and_found_by_its_recipient() {
        DemoMailbox mailbox = new DemoMailbox(db, clock);
        String person = UUID.randomUUID().toString();
        String text = "请打开：\n\nhttp://localhost:8080/i/abc\n\n谢谢。\n";
        Letter first = new Letter("1-" + person, person + "@example.com", new Mail("第一封", text, ""));
        Letter second = new Letter("2-" + person, person + "@example.com", new Mail("第二封", text, ""));
        mailbox.send(first);
        mailbox.send(second);
        mailbox.send(first);
        assertThat(mailbox.newest(person.toUpperCase()))
                .extracting(DemoMailbox.Shown::subject)
                .containsExactly("第二封", "第一封");
        assertThat(mailbox.newest(person).get(0).pieces())
                .containsExactly(
                        new LinkedText.Piece("请打开：\n\n", false),
                        new LinkedText.Piece("http://localhost:8080/i/abc", true),
                        new LinkedText.Piece("\n\n谢谢。\n", false));
        assertThat(mailbox.newest("无此人")).isEmpty();
    }
}
