package cn.zhengxun.report;

import cn.zhengxun.audit.AuditTrail;
import cn.zhengxun.collation.Collation;
import cn.zhengxun.collation.Grade;
import cn.zhengxun.consultation.Consultation;
import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.consultation.Consultations;
import cn.zhengxun.consultation.Status;
import cn.zhengxun.directory.Directory;
import cn.zhengxun.directory.Informant;
import cn.zhengxun.directory.InformantId;
import cn.zhengxun.kernel.CurrentActor;
import cn.zhengxun.kernel.NotFound;
import cn.zhengxun.kernel.RuleViolation;
import cn.zhengxun.kernel.Shanghai;
import cn.zhengxun.outreach.mail.Outbox;
import cn.zhengxun.outreach.mail.Reach;
import cn.zhengxun.outreach.mail.Recipient;
import cn.zhengxun.suggestion.Suggestion;
import cn.zhengxun.suggestion.SuggestionId;
import cn.zhengxun.suggestion.Suggestions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Step 8. A version is composed again and again until it is frozen; then it never changes. */
@Service
@Transactional
public class Reports {
    private final ReportRows rows;
    private final ReportContents contents;
    private final Collation collation;
    private final Consultations consultations;
    private final Suggestions suggestions;
    private final Directory directory;
    private final Outbox outbox;
    private final Reach reach;
    private final AuditTrail audit;
    private final CurrentActor actor;
    private final Clock clock;

    Reports(
            ReportRows rows,
            ReportContents contents,
            Collation collation,
            Consultations consultations,
            Suggestions suggestions,
            Directory directory,
            Outbox outbox,
            Reach reach,
            AuditTrail audit,
            CurrentActor actor,
            Clock clock) {
        this.rows = rows;
        this.contents = contents;
        this.collation = collation;
        this.consultations = consultations;
        this.suggestions = suggestions;
        this.directory = directory;
        this.outbox = outbox;
        this.reach = reach;
        this.audit = audit;
        this.actor = actor;
        this.clock = clock;
    }

    /**
     * Composes (or composes anew, keeping the introduction) the consultation's current version. Takes back approval and
     * signature.
     *
     * @throws RuleViolation unless the consultation is in step 8 and its current version not frozen
     */
    public void compose(ConsultationNumber number) {
        compose(new ComposeReport(number));
    }

    /** As {@link #compose(ConsultationNumber)}. */
    public void compose(ComposeReport command) {
        Consultation consultation = submitting(command.consultation());
        String introduction = rows.find(command.consultation(), consultation.reportVersion())
                .map(Report::introduction)
                .orElse(null);
        ReportContent content = write(consultation, introduction);
        audit.record(
                command,
                command.consultation().value(),
                Map.of(
                        "version", content.version(),
                        "collected", content.statistics().collected(),
                        "submitted", content.statistics().submitted()));
    }

    /**
     * Composes the current version anew with this opening.
     *
     * @throws RuleViolation where it was approved and not returned since: what waits for the signature stays as it is
     */
    public void introduce(WriteIntroduction command) {
        Consultation consultation = submitting(command.consultation());
        boolean approved = latest(command.consultation())
                .filter(report -> report.frozenAt() == null && report.approvedAt() != null)
                .isPresent();
        if (approved
                && consultations.lastReturn(command.consultation(), "report").isEmpty()) {
            throw new RuleViolation("征询" + consultation.number() + "的报告已经审核通过，正在等待签发，不能改动。需要修改的，请分管领导签发时退回。");
        }
        ReportContent content = write(consultation, command.introduction());
        audit.record(command, command.consultation().value(), Map.of("version", content.version()));
    }

    /** The director found it right. @throws RuleViolation where there is none, or it is frozen */
    public void approve(ApproveReport command) {
        Report report = current(command.consultation());
        requireOpen(report);
        requireNothingHeld(report);
        changed(rows.approve(report.consultation(), report.version(), actor.id(), clock.instant()), report);
        audit.record(command, command.consultation().value(), Map.of("version", report.version()));
    }

    /** The leader signed it. @throws RuleViolation unless it is approved and not frozen */
    public void sign(SignReport command) {
        Report report = current(command.consultation());
        requireOpen(report);
        if (report.approvedAt() == null) {
            throw new RuleViolation("报告第" + report.version() + "版还没有审核通过，不能签发，请先退回办公室主任审核。");
        }
        requireNothingHeld(report);
        changed(rows.sign(report.consultation(), report.version(), actor.id(), clock.instant()), report);
        audit.record(command, command.consultation().value(), Map.of("version", report.version()));
    }

    /** @throws RuleViolation unless approved and signed */
    public Report freeze(ConsultationNumber number) {
        return freeze(new FreezeReport(number));
    }

    /** As {@link #freeze(ConsultationNumber)}. */
    public Report freeze(FreezeReport command) {
        Report report = current(command.consultation());
        requireOpen(report);
        if (report.approvedAt() == null || report.signedAt() == null) {
            throw new RuleViolation(
                    "报告第" + report.version() + "版还没有" + (report.approvedAt() == null ? "审核通过" : "签发") + "，不能固化。");
        }
        requireNothingHeld(report);
        String docx = sha256(docx(report.consultation(), report.version()));
        String xlsx = sha256(xlsx(report.consultation(), report.version()));
        changed(rows.freeze(report.consultation(), report.version(), docx, xlsx, clock.instant()), report);
        audit.record(
                command,
                command.consultation().value(),
                Map.of("version", report.version(), "docxSha256", docx, "xlsxSha256", xlsx));
        return current(command.consultation());
    }

    /** Queues 已上报 to every informant who can be written to and whose suggestions the frozen report contains. Again queues nothing. */
    public void notifySubmitted(ConsultationNumber number) {
        notifySubmitted(new NotifySubmitted(number));
    }

    /** As {@link #notifySubmitted(ConsultationNumber)}. */
    public void notifySubmitted(NotifySubmitted command) {
        ConsultationNumber number = command.consultation();
        Report report = current(number);
        if (report.frozenAt() == null) {
            throw new RuleViolation("报告第" + report.version() + "版还没有固化，不能告知已上报。");
        }
        Set<SuggestionId> submitted = rows.submitted(number).keySet();
        Set<InformantId> authors = suggestions.of(number).stream()
                .filter(s -> submitted.contains(s.id()))
                .map(Suggestion::informant)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        int queued = 0;
        for (Informant informant : directory.informants(authors)) {
            if (reach.reaches(informant)
                    && outbox.queue(
                            "submitted:" + number,
                            number,
                            Recipient.informant(informant.id()),
                            SubmittedMail.TEMPLATE,
                            report.version())) {
                queued++;
            }
        }
        audit.record(command, number.value(), Map.of("version", report.version(), "queued", queued));
    }

    /** @throws RuleViolation unless the current version is frozen */
    public void recordReceipt(RecordReceipt command) {
        Report report = current(command.consultation());
        LocalDate registered =
                Shanghai.dateOf(consultations.find(command.consultation()).registeredAt());
        if (command.receivedOn().isBefore(registered)
                || command.receivedOn().isAfter(Shanghai.dateOf(clock.instant()))) {
            throw new RuleViolation("签收日期应在收文之后、今天或以前，请核对签收日期。");
        }
        boolean recorded = rows.receipt(
                report.consultation(),
                report.version(),
                command.receiptNumber(),
                command.receiptFrom(),
                command.receivedOn());
        if (!recorded) {
            throw new RuleViolation("报告第" + report.version() + "版还没有固化上报，不能登记回执。");
        }
        audit.record(
                command,
                command.consultation().value(),
                Map.of("version", report.version(), "receipt", command.receiptNumber()));
    }

    /** The current version, composed or frozen. */
    @Transactional(readOnly = true)
    public Optional<Report> latest(ConsultationNumber number) {
        return versions(number).stream().findFirst();
    }

    /** Newest first. */
    @Transactional(readOnly = true)
    public List<Report> versions(ConsultationNumber number) {
        return rows.of(number);
    }

    /** What the latest frozen version contains, by grade, in the order of the numbers; empty before one is frozen. */
    @Transactional(readOnly = true)
    public Map<SuggestionId, Grade> submitted(ConsultationNumber number) {
        return rows.submitted(number);
    }

    /** @throws NotFound where there is no such version */
    @Transactional(readOnly = true)
    public byte[] docx(ConsultationNumber number, int version) {
        return rows.docx(number, version).orElseThrow(() -> noSuch(version));
    }

    /** @throws NotFound where there is no such version */
    @Transactional(readOnly = true)
    public byte[] xlsx(ConsultationNumber number, int version) {
        return rows.xlsx(number, version).orElseThrow(() -> noSuch(version));
    }

    /**
     * The suggestions of one person that a frozen version contains, by number.
     *
     * @return empty where the version holds none of them
     */
    @Transactional(readOnly = true)
    List<Suggestion> submittedOf(ConsultationNumber number, int version, InformantId informant) {
        Set<SuggestionId> submitted = rows.items(number, version);
        return suggestions.ofInformant(informant).stream()
                .filter(s -> submitted.contains(s.id()))
                .sorted(Comparator.comparing(Suggestion::number))
                .toList();
    }

    private ReportContent write(Consultation consultation, String introduction) {
        ConsultationNumber number = consultation.number();
        int version = consultation.reportVersion();
        Optional<Report> existing = rows.find(number, version);
        existing.ifPresent(Reports::requireOpen);
        ReportContent content = contents.of(consultation, introduction);
        byte[] docx = ReportDocument.of(content);
        byte[] xlsx = ReportAnnex.of(content);
        if (existing.isEmpty()) {
            rows.insert(number, version, content.introduction(), docx, xlsx, clock.instant());
        } else {
            changed(rows.replace(number, version, content.introduction(), docx, xlsx, clock.instant()), existing.get());
        }
        rows.replaceItems(number, version, content.entries());
        return content;
    }

    private Consultation submitting(ConsultationNumber number) {
        Consultation consultation = consultations.find(number);
        if (consultation.status() != Status.SUBMITTING) {
            throw new RuleViolation(
                    "征询" + number + "现处于“" + consultation.status().chinese() + "”，只有在“审核上报”时才能生成或修改报告。");
        }
        return consultation;
    }

    private Report current(ConsultationNumber number) {
        return latest(number).orElseThrow(() -> new RuleViolation("征询" + number + "还没有生成报告，请先生成报告。"));
    }

    private static void requireOpen(Report report) {
        if (report.frozenAt() != null) {
            throw frozen(report.version());
        }
    }

    /** What was held back since the version was composed does not go up with it. */
    private void requireNothingHeld(Report report) {
        Set<SuggestionId> held = new HashSet<>(rows.items(report.consultation(), report.version()));
        held.removeAll(Set.copyOf(collation.forwarded(report.consultation())));
        if (!held.isEmpty()) {
            throw new RuleViolation("报告第%d版生成以后，其中%d条意见又被暂存或者要核查。请退回，重新生成报告；或者先在“待核查”里由两个人放行。"
                    .formatted(report.version(), held.size()));
        }
    }

    /** Between reading and writing somebody else may have frozen it, or composed it anew. */
    private static void changed(boolean written, Report report) {
        if (!written) {
            throw new RuleViolation("报告第" + report.version() + "版刚刚被别人改动，请刷新页面后再试。");
        }
    }

    private static RuleViolation frozen(int version) {
        return new RuleViolation("报告第" + version + "版已固化上报，不能再修改。需要补充时，请在上级退回后办理下一版。");
    }

    private static NotFound noSuch(int version) {
        return new NotFound("没有报告第" + version + "版。");
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
