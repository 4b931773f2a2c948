package cn.zhengxun.outreach.mail;

import cn.zhengxun.directory.Directory;
import cn.zhengxun.directory.InformantId;
import cn.zhengxun.directory.MailFailed;
import cn.zhengxun.outreach.mail.DeliveryReport.Action;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Sets what receiving servers report on the outbox row and on the person. Each report counts once. */
@Component
class Bounces {
    private static final int REFUSED = 550;
    private final BounceRows rows;
    private final Directory directory;
    private final Clock clock;

    Bounces(BounceRows rows, Directory directory, Clock clock) {
        this.rows = rows;
        this.directory = directory;
        this.clock = clock;
    }

    /**
     * @param source names the received mail for ever
     * @param report empty where the mail could not be read as a report
     * @return false where nothing was understood and somebody has to read the mail
     */
    @Transactional
    public boolean take(String source, Optional<DeliveryReport> report) {
        Optional<Action> before = rows.action(source);
        if (before.isPresent()) {
            return before.get() != Action.ASIDE;
        }
        Optional<BounceRows.Sent> sent = report.flatMap(one -> rows.sent(one.messageId()));
        if (sent.isEmpty()) {
            rows.insert(source, null, Action.ASIDE, null, clock.instant());
            return false;
        }
        rows.insert(source, sent.get().id(), report.get().action(), report.get().code(), clock.instant());
        apply(report.get(), sent.get());
        return true;
    }

    private void apply(DeliveryReport report, BounceRows.Sent sent) {
        String said = report.code().isEmpty() ? "" : "（" + report.code() + "）";
        switch (report.action()) {
            case FAILED -> {
                String sentence = "邮件已送出，后来被退回" + said;
                if (rows.bounced(sent.id(), sentence, clock.instant()) && blamesTheAddress(report)) {
                    mark(report, sent, sentence);
                }
            }
            case DELAYED -> rows.noted(sent.id(), "对方邮件服务器暂时收不下，还在尝试" + said);
            case DELIVERED -> rows.delivered(sent.id(), clock.instant());
            default -> {
                // known to be on its way, no more
            }
        }
    }

    /** A mail that expired on its way (4.x.x), or was refused by policy, says nothing against the address. */
    private static boolean blamesTheAddress(DeliveryReport report) {
        SmtpAnswer answer = SmtpAnswer.answer(SmtpAnswer.Step.RECIPIENT, REFUSED, REFUSED + " " + report.code());
        return !report.code().startsWith("4") && answer.fault() == DeliveryFailure.Fault.ADDRESS;
    }

    /** Only where the report names the address that the person still has: it may have been corrected meanwhile. */
    private void mark(DeliveryReport report, BounceRows.Sent sent, String sentence) {
        if (sent.recipient().kind() != Recipient.Kind.INFORMANT) {
            return;
        }
        directory
                .informant(new InformantId(Long.parseLong(sent.recipient().id())))
                .filter(person -> person.email() != null
                        && report.recipients().contains(person.email().strip().toLowerCase(Locale.ROOT)))
                .ifPresent(person -> directory.mailFailed(new MailFailed(person.id(), sentence)));
    }
}
