package cn.zhengxun.suggestion.offline;

import cn.zhengxun.audit.AuditTrail;
import cn.zhengxun.consultation.Consultation;
import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.consultation.Consultations;
import cn.zhengxun.consultation.Status;
import cn.zhengxun.directory.Directory;
import cn.zhengxun.identity.Users;
import cn.zhengxun.kernel.CurrentActor;
import cn.zhengxun.kernel.NotFound;
import cn.zhengxun.kernel.RuleViolation;
import cn.zhengxun.kernel.Shanghai;
import cn.zhengxun.suggestion.DraftSheets;
import cn.zhengxun.suggestion.Receipt;
import cn.zhengxun.suggestion.Suggestions;
import cn.zhengxun.suggestion.attachment.Attachments;
import cn.zhengxun.suggestion.attachment.Owner;
import cn.zhengxun.suggestion.attachment.RemoveAttachment;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Records of what was said offline: kept as drafts as far as they are written, then handed in as a whole. {@link
 * OfflineDesk} calls it from outside a transaction, where races can be settled.
 */
@Service
@Transactional
class OfflineRecords {
    private final OfflineRecordRows rows;
    private final SlipRows slips;
    private final Readiness readiness;
    private final Suggestions suggestions;
    private final Consultations consultations;
    private final DraftSheets sheets;
    private final Directory directory;
    private final Attachments attachments;
    private final Users users;
    private final CurrentActor actor;
    private final AuditTrail audit;
    private final Clock clock;

    OfflineRecords(
            OfflineRecordRows rows,
            SlipRows slips,
            Readiness readiness,
            Suggestions suggestions,
            Consultations consultations,
            DraftSheets sheets,
            Directory directory,
            Attachments attachments,
            Users users,
            CurrentActor actor,
            AuditTrail audit,
            Clock clock) {
        this.rows = rows;
        this.slips = slips;
        this.readiness = readiness;
        this.suggestions = suggestions;
        this.consultations = consultations;
        this.sheets = sheets;
        this.directory = directory;
        this.attachments = attachments;
        this.users = users;
        this.actor = actor;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param version to hand in with the next save, and for handing in */
    public record Saved(OfflineRecordId id, int version, Instant at) {
        /** For example 2026年11月23日 09:00. */
        public String time() {
            return Shanghai.minute(at);
        }
    }

    /**
     * Begins a record or keeps what was changed. Again with the same key and content changes nothing.
     *
     * @throws ChangedMeanwhile where somebody else saved it since, or it was handed in
     * @throws RuleViolation before collection and after the end for good
     */
    public Saved save(SaveRecord command) {
        Consultation consultation = consultations.find(command.consultation());
        requireOpen(consultation);
        if (command.occasion().station() != null
                && directory.station(command.occasion().station()).isEmpty()) {
            throw new RuleViolation("站点不在名录中，请重新选择。");
        }
        Optional<OfflineRecordId> known =
                command.record() == null ? rows.ofKey(command.key()) : Optional.of(command.record());
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Saved saved = known.isEmpty()
                ? new Saved(rows.insert(command, actor.id(), now), 1, now)
                : overwrite(known.get(), command, now);
        audit.record(
                command,
                consultation.number().value(),
                Map.of(
                        "record",
                        saved.id().value(),
                        "version",
                        saved.version(),
                        "statements",
                        command.statements().size()));
        return saved;
    }

    private Saved overwrite(OfflineRecordId id, SaveRecord command, Instant now) {
        OfflineRecord kept = find(id);
        if (!kept.consultation().equals(command.consultation())) {
            throw new NotFound("这次征询里没有这份记录，请从列表中选择。");
        }
        if (!kept.handedIn() && command.record() == null && kept.keeps(command)) {
            return new Saved(id, kept.version(), kept.savedAt());
        }
        if (!rows.overwrite(id, command, actor.id(), now)) {
            throw changed(find(id));
        }
        return new Saved(id, command.version() + 1, now);
    }

    /**
     * Each speaker gets a receipt, each statement becomes one suggestion of its speaker, all of them or none. Again
     * changes nothing.
     *
     * @throws cn.zhengxun.kernel.InvalidCommand naming what is missing, such as statements[2].clause
     * @throws ChangedMeanwhile where somebody else saved it since
     * @throws RuleViolation as {@link Suggestions#submit}
     */
    public List<Slip> handIn(HandInRecord command) {
        OfflineRecord record = find(command.record());
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        if (!record.handedIn() && !rows.seal(record.id(), command.version(), actor.id(), now)) {
            record = find(command.record());
            if (!record.handedIn()) {
                throw changed(record);
            }
        }
        if (record.handedIn()) {
            return slips.of(record.id());
        }
        List<Readiness.Ready> ready = ready(record, now);
        rows.handOver(record.id());
        for (int i = 0; i < ready.size(); i++) {
            Readiness.Ready one = ready.get(i);
            Receipt receipt = suggestions.submit(one.command(), record.begunAt());
            rows.link(record.id(), i, one.speaker(), receipt.number(), one.statements());
        }
        List<Slip> handedOut = slips.of(record.id());
        audit.record(
                command,
                record.consultation().value(),
                Map.of(
                        "record",
                        record.id().value(),
                        "submissions",
                        handedOut.size(),
                        "suggestions",
                        handedOut.stream().mapToInt(Slip::suggestions).sum()));
        return handedOut;
    }

    /** @throws cn.zhengxun.kernel.InvalidCommand as {@link #handIn} */
    @Transactional(readOnly = true)
    void requireReady(OfflineRecordId id) {
        ready(find(id), clock.instant());
    }

    private List<Readiness.Ready> ready(OfflineRecord record, Instant now) {
        return readiness.of(record, clauses(record), Shanghai.dateOf(now), actor.id());
    }

    private ClauseNumbers clauses(OfflineRecord record) {
        return new ClauseNumbers(
                sheets.of(consultations.find(record.consultation())).clauses());
    }

    /** Each statement's clause as it is cited, in their order; as typed where it is not known. */
    @Transactional(readOnly = true)
    List<String> clauseLabels(OfflineRecord record) {
        ClauseNumbers clauses = clauses(record);
        return record.said().stream()
                .map(said -> {
                    ClauseNumbers.Meant meant = clauses.find(said.statement().clause());
                    return said.clauseLabel() != null
                            ? said.clauseLabel()
                            : meant.whole()
                                    ? "整体"
                                    : meant.clause() == null
                                            ? said.statement().clause()
                                            : meant.clause().label();
                })
                .toList();
    }

    /** With its files. Again changes nothing. @throws RuleViolation where it was handed in */
    public void discard(DiscardRecord command) {
        Optional<OfflineRecord> record = rows.find(command.record());
        if (record.isEmpty()) {
            return;
        }
        if (!rows.delete(command.record())) {
            throw new RuleViolation("这份记录已经提交，不能删除；登记错了的，请在意见详情里更正或者撤回。");
        }
        Owner owner = record.get().filesOwner();
        attachments.of(owner).forEach(file -> attachments.remove(new RemoveAttachment(owner, file.id())));
        audit.record(
                command,
                record.get().consultation().value(),
                Map.of("record", command.record().value()));
    }

    /** @throws NotFound */
    @Transactional(readOnly = true)
    public OfflineRecord find(OfflineRecordId id) {
        return rows.find(id).orElseThrow(() -> new NotFound("没有这份记录，可能已经删除。请从线下意见的列表中选择。"));
    }

    /** @throws NotFound also where the record belongs to another consultation */
    @Transactional(readOnly = true)
    OfflineRecord of(ConsultationNumber number, OfflineRecordId id) {
        OfflineRecord record = find(id);
        if (!record.consultation().equals(number)) {
            throw new NotFound("这次征询里没有这份记录，请从列表中选择。");
        }
        return record;
    }

    /** What was begun with this key, such as one made from a file. */
    @Transactional(readOnly = true)
    public Optional<OfflineRecordId> begunWith(String key) {
        return rows.ofKey(key);
    }

    /** One for each speaker of a record that was handed in, in the order they spoke. */
    @Transactional(readOnly = true)
    public List<Slip> slips(OfflineRecordId id) {
        return slips.of(id);
    }

    private ChangedMeanwhile changed(OfflineRecord now) {
        return new ChangedMeanwhile(
                now.handedIn()
                        ? "这份记录已经由%s在%s提交，不能再改。您这里写的还在，没有存进去。"
                                .formatted(users.nameOf(now.handedInBy()), Shanghai.minute(now.handedInAt()))
                        : "这份记录在您打开以后，由%s在%s改过。您这里写的还在，没有存进去。".formatted(users.nameOf(now.savedBy()), now.savedTime()));
    }

    private static void requireOpen(Consultation consultation) {
        Status status = consultation.status();
        if (status.closed()) {
            throw new RuleViolation(
                    "“%s”%s，不再登记线下意见。您写的还在这一页，可以复制保存。".formatted(consultation.title(), status.chinese()));
        }
        if (status == Status.INTAKE || status == Status.PLANNING || status == Status.PUSHING) {
            throw new RuleViolation("“%s”还没有开始征集，开始以后才能登记意见。".formatted(consultation.title()));
        }
    }
}
