package cn.zhengxun.outreach.wording;

import cn.zhengxun.audit.AuditTrail;
import cn.zhengxun.identity.UserAccount;
import cn.zhengxun.identity.Users;
import cn.zhengxun.kernel.CurrentActor;
import cn.zhengxun.kernel.InvalidCommand;
import cn.zhengxun.kernel.RuleViolation;
import cn.zhengxun.outreach.mail.Mail;
import cn.zhengxun.outreach.mail.MailState;
import cn.zhengxun.outreach.mail.Outbox;
import cn.zhengxun.outreach.mail.QueuedMail;
import cn.zhengxun.outreach.mail.Recipient;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The texts in use: the office's latest, else the product's own. */
@Service
@Transactional
public class Wordings {
    private final WordingRows rows;
    private final ShippedWordings shipped;
    private final Outbox outbox;
    private final Users users;
    private final AuditTrail audit;
    private final CurrentActor actor;
    private final Clock clock;

    Wordings(
            WordingRows rows,
            ShippedWordings shipped,
            Outbox outbox,
            Users users,
            AuditTrail audit,
            CurrentActor actor,
            Clock clock) {
        this.rows = rows;
        this.shipped = shipped;
        this.outbox = outbox;
        this.users = users;
        this.audit = audit;
        this.actor = actor;
        this.clock = clock;
    }

    /** A mail in the words in use. */
    @Transactional(readOnly = true)
    public Mail write(MessageKind kind, Values values) {
        return Written.of(inUse(kind), values).mail();
    }

    /** An own text that no longer passes the check, since a release changed the placeholders, gives way to the product's. */
    @Transactional(readOnly = true)
    Wording inUse(MessageKind kind) {
        return own(kind).map(WordingVersion::wording).orElseGet(() -> shipped.of(kind));
    }

    /** The office's own text where it is in use. */
    @Transactional(readOnly = true)
    Optional<WordingVersion> own(MessageKind kind) {
        return rows.latest(kind)
                .filter(version -> !version.shipped()
                        && WordingCheck.of(kind, version.wording()).isEmpty());
    }

    /** The latest first. */
    @Transactional(readOnly = true)
    List<WordingVersion> versions(MessageKind kind) {
        return rows.versions(kind);
    }

    Wording shipped(MessageKind kind) {
        return shipped.of(kind);
    }

    /** @throws InvalidCommand with a sentence for each finding @throws RuleViolation where somebody saved meanwhile */
    public void save(SaveWording command) {
        List<WordingCheck.Finding> findings = WordingCheck.of(command.kind(), command.wording());
        if (!findings.isEmpty()) {
            throw new InvalidCommand(findings.stream()
                    .map(finding -> new InvalidCommand.Fault(finding.field(), finding.sentence()))
                    .toList());
        }
        int latest = latest(command.kind());
        if (latest != command.base()) {
            throw savedMeanwhile();
        }
        if (command.wording().equals(inUse(command.kind()))) {
            throw new RuleViolation("文字没有改动，不用保存。");
        }
        insert(command.kind(), latest + 1, false, command.wording());
        audit.record(command, null, Map.of("template", command.kind().key(), "version", latest + 1));
    }

    /** Where the product's text is in use already, nothing changes. */
    public void restore(RestoreWording command) {
        if (own(command.kind()).isEmpty()) {
            return;
        }
        int next = latest(command.kind()) + 1;
        insert(command.kind(), next, true, shipped.of(command.kind()));
        audit.record(command, null, Map.of("template", command.kind().key(), "version", next));
    }

    /** @throws RuleViolation where the account has no address */
    public void send(SendSample command) {
        users.find(actor.id())
                .map(UserAccount::email)
                .filter(address -> !address.isBlank())
                .orElseThrow(() -> new RuleViolation("您的账号没有填写邮箱，请联系系统管理员补上后再试。"));
        Recipient reader = Recipient.user(actor.id());
        String campaign = SampleWriter.campaign(command.kind());
        MailState latest = outbox.latest(campaign).get(reader);
        int revision = latest == null ? 1 : latest.revision() + 1;
        outbox.queue(campaign, QueuedMail.NO_CONSULTATION, reader, SampleWriter.TEMPLATE, revision);
        audit.record(command, null, Map.of("template", command.kind().key()));
    }

    private int latest(MessageKind kind) {
        return rows.latest(kind).map(WordingVersion::version).orElse(0);
    }

    private void insert(MessageKind kind, int version, boolean restored, Wording wording) {
        try {
            rows.insert(kind, new WordingVersion(version, restored, wording, actor.id(), clock.instant()));
        } catch (DuplicateKeyException together) {
            throw savedMeanwhile();
        }
    }

    private static RuleViolation savedMeanwhile() {
        return new RuleViolation("您打开页面以后，别人已经保存了新的文字。请另开一页看过新的文字，再决定是否用您的。您写的还在下面。");
    }
}
