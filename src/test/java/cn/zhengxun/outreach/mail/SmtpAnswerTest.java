package cn.zhengxun.outreach.mail;

import static cn.zhengxun.outreach.mail.DeliveryFailure.Fault.ADDRESS;
import static cn.zhengxun.outreach.mail.DeliveryFailure.Fault.CHANNEL;
import static cn.zhengxun.outreach.mail.DeliveryFailure.Fault.FOR_NOW;
import static cn.zhengxun.outreach.mail.DeliveryFailure.Fault.LETTER;
import static cn.zhengxun.outreach.mail.SmtpAnswer.Step.RECIPIENT;
import static cn.zhengxun.outreach.mail.SmtpAnswer.Step.SENDER;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SmtpAnswerTest {

    static Stream<Arguments> answers() {
        return Stream.of(
                of(RECIPIENT, 550, "550 5.1.1 no such user", ADDRESS),
                of(RECIPIENT, 550, "550 no such user", ADDRESS),
                of(RECIPIENT, 550, "550-5.1.10 recipient not found", ADDRESS),
                of(RECIPIENT, 550, "550 5.2.1 mailbox disabled", ADDRESS),
                of(RECIPIENT, 553, "553 mailbox name not allowed", ADDRESS),
                of(RECIPIENT, 550, "550 5.7.1 blocked by policy", LETTER),
                of(RECIPIENT, 554, "554 5.4.4 no such domain", ADDRESS),
                of(RECIPIENT, 550, "550 5.2.2 mailbox full", FOR_NOW),
                of(RECIPIENT, 552, "552 exceeded storage allocation", FOR_NOW),
                of(RECIPIENT, 552, "552 5.2.3 message too long", LETTER),
                of(RECIPIENT, 452, "452 4.2.2 mailbox full", FOR_NOW),
                of(RECIPIENT, 450, "450 greylisted", FOR_NOW),
                of(RECIPIENT, 421, "421 closing", FOR_NOW),
                of(RECIPIENT, 530, "530 5.7.0 sign in first", CHANNEL),
                of(SENDER, 550, "550 5.7.1 sender not yours", CHANNEL),
                of(SENDER, 451, "451 try later", FOR_NOW),
                of(SmtpAnswer.Step.LETTER, 554, "554 5.7.1 looks like spam", LETTER),
                of(SmtpAnswer.Step.LETTER, 552, "552 5.3.4 too big", LETTER),
                of(SmtpAnswer.Step.LETTER, 451, "451 try later", FOR_NOW),
                of(SmtpAnswer.Step.LETTER, -1, "[EOF]", FOR_NOW));
    }

    private static Arguments of(SmtpAnswer.Step step, int code, String reply, DeliveryFailure.Fault fault) {
        return Arguments.of(step, code, reply, fault);
    }

    @ParameterizedTest
    @MethodSource("answers")
    void an_answer_says_what_to_do_next(SmtpAnswer.Step step, int code, String reply, DeliveryFailure.Fault fault) {
        SmtpAnswer answer = SmtpAnswer.answer(step, code, reply);
        assertThat(answer.fault()).isEqualTo(fault);
        assertThat(answer.failure(null).getMessage())
                .isNotBlank()
                .doesNotContain(reply)
                .contains(code > 0 ? Integer.toString(code) : "中断");
    }
}
