package cn.zhengxun.suggestion.attachment;

import cn.zhengxun.audit.AuditTrail;
import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.kernel.CurrentActor;
import cn.zhengxun.kernel.NotFound;
import cn.zhengxun.kernel.RuleViolation;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Files beside words. What is added comes through {@link AttachmentDesk}, which looks at it first. */
@Service
@Transactional
@EnableConfigurationProperties(AttachmentLimits.class)
public class Attachments {
    private static final Logger LOG = LoggerFactory.getLogger(Attachments.class);
    /** The part of a consultation's quota from which on operators and staff are warned. */
    private static final double WARNED = 0.8;

    private final AttachmentRows rows;
    private final AttachmentLimits limits;
    private final AuditTrail audit;
    private final CurrentActor actor;
    private final Clock clock;

    Attachments(AttachmentRows rows, AttachmentLimits limits, AuditTrail audit, CurrentActor actor, Clock clock) {
        this.rows = rows;
        this.limits = limits;
        this.audit = audit;
        this.actor = actor;
        this.clock = clock;
    }

    /** @throws RuleViolation where its owner has enough, or the consultation's quota is used up */
    Attachment attach(AttachFile command) {
        ConsultationNumber number = command.consultation();
        requireRoom(command.owner());
        long used = rows.used(number.value());
        long quota = limits.perConsultation().toBytes();
        if (used + command.file().size() > quota) {
            LOG.warn("the attachments of {} have used up their quota of {} bytes", number, quota);
            throw new RuleViolation("这次征询的附件空间已经用完，暂时不能再添加附件。文字意见照常可以提交，附件请联系工作人员。");
        }
        if (used <= quota * WARNED && used + command.file().size() > quota * WARNED) {
            LOG.warn("the attachments of {} fill more than 80 % of their quota of {} bytes", number, quota);
        }
        FileType type = command.file().type();
        Attachment kept = new Attachment(
                0,
                number.value(),
                command.owner(),
                FileName.clean(command.fileName(), type),
                type.kind(),
                type.mediaType(),
                command.file().size(),
                command.file().sha256(),
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                actor.id(),
                null);
        long id = rows.insert(kept);
        try {
            rows.insertParts(id, command.file().path());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        audit.record(
                command,
                number.value(),
                Map.of(
                        "attachment",
                        id,
                        "owner",
                        command.owner().kind().name(),
                        "kind",
                        type.name(),
                        "size",
                        kept.size()));
        return rows.find(id).orElseThrow();
    }

    /** @throws RuleViolation where its owner has as many files as it may have */
    @Transactional(readOnly = true)
    void requireRoom(Owner owner) {
        int most = limits.most(owner);
        if (rows.of(owner).size() >= most) {
            throw new RuleViolation("最多可以添加%d个附件，已经有%d个了。请先删去不要的。".formatted(most, most));
        }
    }

    /** As {@link #adopt(AdoptAttachments)}, for forms that became submissions together. @param submissions by the form's key */
    public void adopt(Map<String, Long> submissions) {
        rows.staged(submissions.keySet()).forEach(key -> adopt(new AdoptAttachments(key, submissions.get(key))));
    }

    /** To be called once by what turns a form into a submission, in the same transaction. @return how many files went along */
    public int adopt(AdoptAttachments command) {
        int adopted = rows.adopt(command.key(), command.submission());
        if (adopted > 0) {
            audit.record(command, null, Map.of("submission", command.submission(), "files", adopted));
        }
        return adopted;
    }

    /** Again changes nothing. @throws RuleViolation for a file that was handed in already */
    public void remove(RemoveAttachment command) {
        if (command.owner().kind() == Owner.Kind.SUBMISSION) {
            throw new RuleViolation("附件已经随意见提交，不能删除。本人要求删除的，请按个人信息请求办理。");
        }
        rows.find(command.attachment())
                .filter(found -> found.owner().equals(command.owner()))
                .ifPresent(found -> {
                    rows.delete(List.of(found.id()));
                    audit.record(command, found.consultation(), Map.of("attachment", found.id()));
                });
    }

    /** Oldest first; erased ones too, which say so. */
    @Transactional(readOnly = true)
    public List<Attachment> of(Owner owner) {
        return rows.of(owner);
    }

    /** As {@link #of}, for pages. */
    @Transactional(readOnly = true)
    public List<Attachment> ofSubmission(long submission) {
        return rows.of(Owner.submission(submission));
    }

    /** How many files each submission has; those without are left out. */
    @Transactional(readOnly = true)
    public Map<Long, Integer> counts(Collection<Long> submissions) {
        return rows.counts(submissions);
    }

    /** How much of its quota a consultation has used, in percent. */
    @Transactional(readOnly = true)
    public int usedPercent(ConsultationNumber number) {
        return (int) (100 * rows.used(number.value()) / limits.perConsultation().toBytes());
    }

    public AttachmentLimits limits() {
        return limits;
    }

    /** One that was handed in, for the staff of its consultation. @throws NotFound also for staged and erased ones */
    @Transactional(readOnly = true)
    public Attachment handedIn(ConsultationNumber consultation, long id) {
        return rows.find(id)
                .filter(found -> found.consultation().equals(consultation.value()))
                .filter(found -> found.owner().kind() != Owner.Kind.STAGED && !found.erased())
                .orElseThrow(() -> new NotFound("没有这个附件，可能已按本人要求删除。请从意见详情里选择。"));
    }

    /** Its bytes. Outside a transaction, so that a slow reader keeps no connection. */
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public void copy(Attachment attachment, OutputStream to) throws IOException {
        rows.copy(attachment.id(), to);
    }

    @Scheduled(cron = "${zhengxun.attachments.tidy-at:0 40 3 * * *}", zone = "Asia/Shanghai")
    public void tidy() {
        removeStale(new RemoveStaleAttachments(clock.instant().minus(limits.kept())));
    }

    /** @return how many were removed */
    int removeStale(RemoveStaleAttachments command) {
        int removed = 0;
        for (List<Long> stale = rows.staleBefore(command.before());
                !stale.isEmpty();
                stale = rows.staleBefore(command.before())) {
            rows.delete(stale);
            removed += stale.size();
        }
        if (removed > 0) {
            audit.record(command, null, Map.of("files", removed));
        }
        return removed;
    }
}
