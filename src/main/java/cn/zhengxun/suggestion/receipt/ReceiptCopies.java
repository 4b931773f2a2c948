package cn.zhengxun.suggestion.receipt;

import cn.zhengxun.audit.AuditTrail;
import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.directory.Directory;
import cn.zhengxun.kernel.NotFound;
import cn.zhengxun.kernel.RuleViolation;
import cn.zhengxun.outreach.mail.Outbox;
import cn.zhengxun.outreach.mail.Reach;
import cn.zhengxun.outreach.mail.Recipient;
import cn.zhengxun.outreach.mail.SubmissionAddresses;
import cn.zhengxun.suggestion.Channel;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Receipts by mail, to the informant's address in the directory or to the one that a resident left. */
@Service
@Transactional
class ReceiptCopies implements SubmissionAddresses {
    /** Anybody can type anybody's address: so many copies a day go to one. */
    static final int MOST_A_DAY = 5;

    private static final Duration DAY = Duration.ofDays(1);
    private static final Pattern EMAIL =
            Pattern.compile("[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)*\\.[A-Za-z]{2,}");

    private final ReceiptRows rows;
    private final Directory directory;
    private final Outbox outbox;
    private final Reach reach;
    private final AuditTrail audit;
    private final Clock clock;

    ReceiptCopies(ReceiptRows rows, Directory directory, Outbox outbox, Reach reach, AuditTrail audit, Clock clock) {
        this.rows = rows;
        this.directory = directory;
        this.outbox = outbox;
        this.reach = reach;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * One copy for each state of the submission: again sends nothing until something was changed.
     *
     * @return whether one was queued @throws RuleViolation where there is no address, and for too many to one
     */
    boolean mail(MailReceipt command) {
        ReceiptRows.Holder holder = rows.holder(command.submission()).orElseThrow(() -> new NotFound("没有这张回执，请核对编号。"));
        if (!reachable(holder)) {
            throw new RuleViolation(
                    holder.informant() == null ? "没有发邮件：提交时没有留下可用的邮箱地址。" : "没有发邮件：名录里没有您可用的邮箱地址，请联系联系点更正。");
        }
        if (holder.informant() == null
                && rows.copiesTo(
                                holder.contact(),
                                holder.consultation(),
                                clock.instant().minus(DAY))
                        >= MOST_A_DAY) {
            throw new RuleViolation("没有发邮件：今天发往这个邮箱的回执已经有%d封，请明天再试。".formatted(MOST_A_DAY));
        }
        boolean queued = outbox.queue(
                campaign(holder.consultation()),
                holder.consultation(),
                Recipient.author(command.submission()),
                ReceiptMail.TEMPLATE,
                1 + holder.changes());
        if (queued) {
            audit.record(command, holder.consultation().value(), Map.of("submission", command.submission()));
        }
        return queued;
    }

    static String campaign(ConsultationNumber consultation) {
        return "receipt:" + consultation;
    }

    /** Whether a copy can be mailed at all. */
    @Transactional(readOnly = true)
    boolean reachable(long submission) {
        return rows.holder(submission).filter(this::reachable).isPresent();
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Author> author(long submission) {
        return rows.holder(submission)
                .filter(this::reachable)
                .map(holder -> new Author(
                        holder.informant(),
                        holder.informant() == null ? holder.contact().strip() : null));
    }

    private boolean reachable(ReceiptRows.Holder holder) {
        return holder.informant() != null
                ? directory.informant(holder.informant()).filter(reach::reaches).isPresent()
                : holder.channel() == Channel.QR_CODE
                        && holder.contact() != null
                        && EMAIL.matcher(holder.contact().strip()).matches();
    }
}
