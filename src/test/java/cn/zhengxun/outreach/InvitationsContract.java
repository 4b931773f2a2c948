package cn.zhengxun.outreach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.consultation.Level;
import cn.zhengxun.consultation.Status;
import cn.zhengxun.kernel.RuleViolation;
import cn.zhengxun.testing.Rows;
import cn.zhengxun.testing.TestClock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

abstract class InvitationsContract {
    @Autowired
    Invitations invitations;

    @Autowired
    Rows rows;

    @Autowired
    JdbcClient db;

    @Autowired
    TestClock clock;

    private ConsultationNumber number;
    private InvitationId invitation;

    @BeforeEach
    void one_invitation() {
        number = rows.consultation(Level.PROVINCIAL, Status.COLLECTING);
        invitation = rows.invitation(number, rows.informant("甲", null));
    }

    @AfterEach
    void set_the_clock_back() {
        clock.reset();
    }

    @Test
    void a_token_is_43_characters_and_only_its_hash_is_kept() {
        String token = invitations.mint(invitation);
        assertThat(token).matches("[A-Za-z0-9_-]{43}");
        assertThat(invitations.byToken(token)).map(Invitation::id).contains(invitation);
        assertThat(db.sql("SELECT hash FROM invitation_token WHERE invitation_id = ?")
                        .param(invitation.value())
                        .query(String.class)
                        .list())
                .containsExactly(new Token(token).hash())
                .doesNotContain(token);
    }

    @Test
    void every_token_of_an_invitation_works_until_it_is_revoked() {
        String onPaper = invitations.mint(invitation);
        String byMail = invitations.mint(invitation);
        assertThat(invitations.byToken(onPaper)).isEqualTo(invitations.byToken(byMail));
        invitations.revoke(new RevokeInvitation(invitation));
        assertThat(invitations.byToken(onPaper)).isEmpty();
        assertThat(invitations.byToken(byMail)).isEmpty();
        assertThatThrownBy(() -> invitations.mint(invitation))
                .isInstanceOf(RuleViolation.class)
                .hasMessageContaining("已经撤销");
    }

    @Test
    void unknown_and_malformed_tokens_get_the_same_answer_as_revoked_ones() {
        assertThat(invitations.byToken("A".repeat(43))).isEmpty();
        assertThat(invitations.byToken("短")).isEmpty();
        assertThat(invitations.byToken("")).isEmpty();
        assertThat(invitations.byToken(null)).isEmpty();
    }

    @Test
    void opening_and_answering_are_dated_once() {
        Instant first = clock.instant();
        invitations.opened(invitation);
        invitations.answered(invitation);
        clock.forward(Duration.ofHours(1));
        invitations.opened(invitation);
        invitations.answered(invitation);
        Invitation found = invitations.find(invitation).orElseThrow();
        assertThat(found.openedAt()).isEqualTo(first);
        assertThat(found.answeredAt()).isEqualTo(first);
    }

    @Test
    void an_open_channel_belongs_to_one_consultation() {
        String code = "c" + number.value().replaceAll("\\D", "");
        OpenChannel channel = invitations.openChannel(number, null, code);
        assertThat(invitations.openChannel(number, null, code)).isEqualTo(channel);
        assertThat(invitations.channel(code)).contains(channel);
        assertThat(invitations.channels(number)).containsExactly(channel);
        ConsultationNumber other = rows.consultation(Level.PROVINCIAL, Status.COLLECTING);
        assertThatThrownBy(() -> invitations.openChannel(other, null, code))
                .isInstanceOf(RuleViolation.class)
                .hasMessageContaining("已用于别的征询");
    }

    @Test
    void an_internal_consultation_has_no_open_channel() {
        db.sql("UPDATE consultation SET visibility = 'INTERNAL' WHERE number = ?")
                .param(number.value())
                .update();
        assertThatThrownBy(() -> invitations.openChannel(number, null, "internal-one"))
                .isInstanceOf(RuleViolation.class)
                .hasMessageContaining("内部征询");
    }
}
