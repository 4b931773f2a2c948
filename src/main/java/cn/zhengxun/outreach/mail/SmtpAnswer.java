package cn.zhengxun.outreach.mail;

import cn.zhengxun.outreach.mail.DeliveryFailure.Fault;
import jakarta.mail.MessagingException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;

/**
 * What a relay said, and to which step of the conversation.
 *
 * @param code the three digits; below 100 where the connection broke
 * @param enhanced class, subject and detail of RFC 3463 such as 5.1.1; empty where the relay gives none
 */
record SmtpAnswer(Step step, int code, String enhanced) {
    private static final Pattern ENHANCED = Pattern.compile("\\d{3}[ -]([245]\\.\\d{1,3}\\.\\d{1,3})\\b");
    private static final int FIRST_REFUSAL = 500;
    private static final int CLOSING = 421;
    private static final int MAILBOX_BUSY = 450;
    private static final int NO_SPACE = 452;
    private static final int TOO_MUCH = 552;
    private static final int SIGN_IN_FIRST = 530;
    private static final int SIGN_IN_LAST = 538;

    enum Step {
        /** Before any letter: greeting, signing in, our own sender address. */
        SENDER,
        RECIPIENT,
        LETTER
    }

    static SmtpAnswer of(MessagingException failure) {
        SmtpAnswer answer = null;
        Exception next = failure;
        while (next != null) {
            if (next instanceof SMTPAddressFailedException recipient) {
                return answer(Step.RECIPIENT, recipient.getReturnCode(), recipient.getMessage());
            }
            if (next instanceof SMTPSenderFailedException sender) {
                return answer(Step.SENDER, sender.getReturnCode(), sender.getMessage());
            }
            if (answer == null && next instanceof SMTPSendFailedException refused) {
                boolean sender =
                        refused.getCommand() != null && refused.getCommand().startsWith("MAIL");
                answer = answer(sender ? Step.SENDER : Step.LETTER, refused.getReturnCode(), refused.getMessage());
            }
            next = next instanceof MessagingException chained ? chained.getNextException() : null;
        }
        return answer == null ? new SmtpAnswer(Step.LETTER, -1, "") : answer;
    }

    static SmtpAnswer answer(Step step, int code, String reply) {
        Matcher status = ENHANCED.matcher(reply == null ? "" : reply);
        return new SmtpAnswer(step, code, status.lookingAt() ? status.group(1) : "");
    }

    /** The relay had closed the connection before it heard anything of this letter: a new connection may be tried at once. */
    boolean lostBeforeTheLetter() {
        return step == Step.SENDER && (broken() || code == CLOSING);
    }

    boolean broken() {
        return code < 100;
    }

    /** @param cause for the stack trace */
    DeliveryFailure failure(Exception cause) {
        return new DeliveryFailure(fault(), sentence(), cause);
    }

    Fault fault() {
        if (code >= SIGN_IN_FIRST && code <= SIGN_IN_LAST || step == Step.SENDER && code >= FIRST_REFUSAL) {
            return Fault.CHANNEL;
        }
        if (code < FIRST_REFUSAL || full()) {
            return Fault.FOR_NOW;
        }
        return step == Step.RECIPIENT && blamesTheAddress() ? Fault.ADDRESS : Fault.LETTER;
    }

    /** RFC 5321 4.5.3.1.10 has 552 to a recipient treated like 452; a letter that is itself too big stays too big. */
    private boolean full() {
        return detail(".2.2") || code == TOO_MUCH && !tooBig();
    }

    private boolean tooBig() {
        return detail(".3.4") || detail(".2.3");
    }

    /** Without a further code a refused recipient is taken for a bad address; .7 is policy, .3 the system, .4 the network; .4.4: no such domain. */
    private boolean blamesTheAddress() {
        return enhanced.isEmpty()
                || enhanced.startsWith("5.1.")
                || enhanced.startsWith("5.0.")
                || detail(".2.1")
                || detail(".4.4");
    }

    private boolean detail(String ending) {
        return !enhanced.isEmpty() && enhanced.substring(1).equals(ending);
    }

    private String sentence() {
        if (broken()) {
            return "邮件服务器连接中断";
        }
        String said = "（" + code + (enhanced.isEmpty() ? "" : " " + enhanced) + "）";
        return switch (fault()) {
            case ADDRESS -> "收件服务器拒收" + said + "，地址可能已失效";
            case LETTER -> tooBig() ? "邮件超过对方的大小限制" + said : "收件服务器按规则拒收" + said + "，请换一种方式联系";
            case CHANNEL -> "邮件服务器不接受我方发件" + said + "，请管理员核对发件地址和登录设置";
            case FOR_NOW ->
                full() || code == NO_SPACE || code == MAILBOX_BUSY && detail(".2.1")
                        ? "对方邮箱已满或暂不可用" + said
                        : "收件服务器暂时不收" + said;
        };
    }
}
