package cn.zhengxun.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhengxun.kernel.InvalidCommand;
import cn.zhengxun.kernel.NotFound;
import cn.zhengxun.testing.Rows;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

abstract class DirectoryContract {
    @Autowired
    Directory directory;

    @Autowired
    Rows rows;

    private Informant find(InformantId id) {
        return directory.informant(id).orElseThrow();
    }

    private static ChangeInformant with(InformantId id, String email, PreferredChannel channel) {
        return new ChangeInformant(
                id,
                new InformantDetails(
                        "甲", null, email, null, null, null, false, LocalDate.of(2025, 1, 1), null, channel, Set.of()),
                true);
    }

    @Test
    void an_address_is_worth_writing_to_until_mail_fails_or_paper_is_preferred() {
        InformantId id = rows.informant("甲", "a@example.com");
        assertThat(find(id).channel()).isEqualTo(PreferredChannel.MAIL);
        assertThat(find(id).reachableByMail()).isTrue();

        directory.mailFailed(new MailFailed(id, "邮箱不存在，邮件被退回。"));
        assertThat(find(id).mailFailure()).isEqualTo("邮箱不存在，邮件被退回。");
        assertThat(find(id).reachableByMail()).isFalse();

        directory.change(with(id, "a@example.com", PreferredChannel.MESSAGE));
        assertThat(find(id).reachableByMail()).as("the address is the same").isFalse();
        directory.change(with(id, "b@example.com", PreferredChannel.MESSAGE));
        assertThat(find(id).mailFailure()).isNull();
        assertThat(find(id).reachableByMail()).isTrue();
        directory.change(with(id, "b@example.com", PreferredChannel.PAPER));
        assertThat(find(id).reachableByMail()).isFalse();
        assertThat(find(rows.informant("乙", null)).reachableByMail()).isFalse();
    }

    @Test
    void a_failure_names_somebody_and_says_why() {
        assertThatThrownBy(() -> directory.mailFailed(new MailFailed(new InformantId(-1), "退回")))
                .isInstanceOf(NotFound.class);
        InformantId id = rows.informant("丙", "c@example.com");
        assertThatThrownBy(() -> new MailFailed(id, " ")).isInstanceOf(InvalidCommand.class);
        assertThatThrownBy(() -> new MailFailed(id, "长".repeat(501))).isInstanceOf(InvalidCommand.class);
    }

    @Test
    void a_stations_people_are_counted_and_offered_to_lead_it() {
        StationId station = rows.station("院");
        InformantId leader = rows.informant("领寻" + station.value(), null);
        InformantId member = rows.informant("属寻" + station.value(), null, station);
        assertThat(directory.members()).containsEntry(station, 1L);
        assertThat(directory.coordinators(station, leader, ""))
                .extracting(Informant::id)
                .startsWith(leader, member);
        assertThat(directory.coordinators(null, null, "属寻" + station.value()))
                .extracting(Informant::id)
                .containsExactly(member);
    }
}
