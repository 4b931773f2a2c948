package cn.zhengxun.outreach.mail;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengxun.directory.Directory;
import cn.zhengxun.directory.Informant;
import cn.zhengxun.directory.InformantId;
import cn.zhengxun.directory.PreferredChannel;
import cn.zhengxun.testing.Rows;
import cn.zhengxun.testing.TestClock;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Statements, rules and channels mean the same people: {@link ReachOnH2Test} and {@link ReachOnPostgresTest}. */
abstract class ReachContract {
    @Autowired
    Directory directory;

    @Autowired
    Rows rows;

    @Autowired
    JdbcClient db;

    @Autowired
    TestClock clock;

    @Autowired
    ObjectMapper json;

    @Test
    void statements_and_channels_reach_exactly_the_people_who_can_be_written_to() {
        List<Informant> people = everyKindOfPerson();
        MessageChannel mail = new DemoMailbox(db, clock);
        MessageChannel messages = new WebhookChannel(
                new WebhookSettings("http://127.0.0.1:1/", "secret", Duration.ofSeconds(1)), json, clock);
        assertSame(people, new Reach(false), List.of(mail));
        assertSame(people, new Reach(true), List.of(messages, mail));
    }

    @Test
    void who_prefers_messages_is_reached_by_telephone_alone_only_where_a_gateway_is_set() {
        Informant person = person(PreferredChannel.MESSAGE, null, "13800000000", null);
        assertThat(new Reach(true).reaches(person)).isTrue();
        assertThat(new Reach(false).reaches(person)).isFalse();
    }

    private void assertSame(List<Informant> people, Reach reach, List<MessageChannel> channels) {
        Set<InformantId> reached =
                people.stream().filter(reach::reaches).map(Informant::id).collect(Collectors.toSet());
        assertThat(reached).hasSizeBetween(1, people.size() - 1);
        assertThat(db.sql("SELECT p.id FROM informant p WHERE p.id IN (:all) AND " + reach.condition("p"))
                        .param(
                                "all",
                                people.stream().map(one -> one.id().value()).toList())
                        .query((row, n) -> new InformantId(row.getLong("id")))
                        .set())
                .isEqualTo(reached);
        assertThat(people.stream()
                        .filter(one -> channels.stream()
                                .anyMatch(channel -> channel.address(one).isPresent()))
                        .map(Informant::id)
                        .collect(Collectors.toSet()))
                .isEqualTo(reached);
    }

    private List<Informant> everyKindOfPerson() {
        List<Informant> people = new ArrayList<>();
        for (PreferredChannel channel : PreferredChannel.values()) {
            for (String email : Arrays.asList(null, " ", "reach@example.com")) {
                for (String phone : Arrays.asList(null, " ", "13800000000")) {
                    for (String failure : Arrays.asList(null, "没有这个邮箱")) {
                        people.add(person(channel, email, phone, failure));
                    }
                }
            }
        }
        return people;
    }

    private Informant person(PreferredChannel channel, String email, String phone, String failure) {
        InformantId id = rows.informant("可达", email);
        db.sql("UPDATE informant SET channel = ?, phone = ?, mail_failure = ? WHERE id = ?")
                .params(Arrays.asList(channel.name(), phone, failure, id.value()))
                .update();
        return directory.informant(id).orElseThrow();
    }
}
