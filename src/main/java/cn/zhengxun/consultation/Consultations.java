package cn.zhengxun.consultation;

import cn.zhengxun.audit.AuditTrail;
import cn.zhengxun.draft.Draft;
import cn.zhengxun.draft.DraftId;
import cn.zhengxun.draft.Drafts;
import cn.zhengxun.draft.ImportDraft;
import cn.zhengxun.kernel.CurrentActor;
import cn.zhengxun.kernel.RuleViolation;
import cn.zhengxun.kernel.Shanghai;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Consultations by number: registration, the decisions that steer them, and where they stand. */
@Service
@Transactional
public class Consultations {
    private static final int COLLATE = 6;
    private static final int REVIEW = 7;
    /** No letter asks further ahead; counting the working days up to a mistyped year would take for ever. */
    private static final int MOST_YEARS = 3;

    private final ConsultationRows rows;
    private final DecisionRows decisions;
    private final Numbering numbering;
    private final Timetables timetables;
    private final Drafts drafts;
    private final AuditTrail audit;
    private final CurrentActor actor;
    private final Clock clock;

    Consultations(
            ConsultationRows rows,
            DecisionRows decisions,
            Numbering numbering,
            Timetables timetables,
            Drafts drafts,
            AuditTrail audit,
            CurrentActor actor,
            Clock clock) {
        this.rows = rows;
        this.decisions = decisions;
        this.numbering = numbering;
        this.timetables = timetables;
        this.drafts = drafts;
        this.audit = audit;
        this.actor = actor;
        this.clock = clock;
    }

    /**
     * Reads the file into a draft, numbers the consultation, makes a provisional timetable.
     *
     * @throws RuleViolation when D is over or leaves too few working days, the reason for urgency is missing, or the
     *     file cannot be read
     */
    public ConsultationNumber register(RegisterConsultation command) {
        if (command.template() == Template.URGENT && blank(command.urgentReason())) {
            throw new RuleViolation("加急征询必须写明加急理由。");
        }
        requirePlausible(command.deadline());
        Timetable timetable = timetables.provisional(command.template(), command.deadline());
        DraftId draft = drafts.importDraft(new ImportDraft(
                command.bill(),
                command.reading(),
                command.title(),
                command.fileName(),
                command.file(),
                command.visibility()));
        ConsultationNumber number = numbering.next(today().getYear(), command.level());
        rows.insert(number, command, drafts.find(draft).bill(), draft, clock.instant(), actor.id());
        timetables.store(number, timetable);
        audit.record(
                command,
                number.value(),
                Map.of(
                        "draft", draft.value(),
                        "deadline", command.deadline().toString(),
                        "template", command.template().name(),
                        "level", command.level().name()));
        return number;
    }

    /** @throws cn.zhengxun.kernel.NotFound */
    @Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
    public Consultation find(ConsultationNumber number) {
        return rows.find(number);
    }

    /** Newest first. */
    @Transactional(readOnly = true)
    public List<Consultation> list() {
        return rows.all();
    }

    /** @throws cn.zhengxun.kernel.NotFound */
    @Transactional(readOnly = true)
    public Lineage lineage(ConsultationNumber number) {
        Consultation consultation = rows.find(number);
        return Lineage.of(consultation, rows.ofBill(consultation.bill()));
    }

    /** @throws RuleViolation until staff confirmed the clause tree of the draft */
    @Transactional(readOnly = true)
    public void requireStructureConfirmed(ConsultationNumber number) {
        if (drafts.find(rows.find(number).draft()).confirmedAt() == null) {
            throw new RuleViolation("征询" + number + "的条款结构还没有确认，请先在“草案”页核对并确认。");
        }
    }

    public void acceptIntake(AcceptIntake command) {
        Consultation consultation = rows.lock(command.consultation());
        consultation.requireStatus("受理", Status.INTAKE);
        requireStructureConfirmed(consultation.number());
        decide(consultation, "intake", "accept", "");
        audit.record(command, consultation.number().value(), Map.of());
    }

    public void declineIntake(DeclineIntake command) {
        Consultation consultation = rows.lock(command.consultation());
        consultation.requireStatus("不予受理", Status.INTAKE);
        rows.setDeclined(consultation.number(), command.reply());
        decide(consultation, "intake", "decline", command.reply());
        audit.record(command, consultation.number().value(), Map.of());
    }

    /** Reads a better file into a new draft. Questions of the plan that pointed into the old one are dropped. */
    public DraftId replaceDraftFile(ReplaceDraftFile command) {
        Consultation consultation = rows.lock(command.consultation());
        consultation.requireStatus("更换草案文件", Status.INTAKE, Status.PLANNING);
        decisions.requirePlanNotPassed(consultation.number());
        Draft old = drafts.find(consultation.draft());
        DraftId draft = drafts.importDraft(new ImportDraft(
                rows.billTitle(consultation.bill()),
                consultation.reading(),
                old.title(),
                command.fileName(),
                command.content(),
                consultation.visibility()));
        drafts.replaced(old.id(), draft);
        rows.setDraft(consultation.number(), draft);
        rows.dropPlanFocus(consultation.number());
        audit.record(
                command, consultation.number().value(), Map.of("from", old.id().value(), "to", draft.value()));
        return draft;
    }

    /** Raises the step, never lowers it. With step 9 the evaluation's 15 working days begin, and with step 10 once more. */
    public void enterStep(EnterStep command) {
        Consultation consultation = rows.lock(command.consultation());
        consultation.requireOpen();
        int step = Math.max(consultation.step(), command.step());
        Status status = command.step() < consultation.step() ? consultation.status() : onEntering(consultation, step);
        rows.setStatus(consultation.number(), status, step);
        boolean evaluationCounts = status == Status.TRACKING || status == Status.EVALUATING;
        if (evaluationCounts && consultation.status() != status) {
            timetables.countEvaluation(consultation);
        }
        audit.record(command, consultation.number().value(), Map.of("step", command.step()));
    }

    /** Steps 4 and 5 keep the status until {@link #openCollection}: before that nobody may hand in. */
    private static Status onEntering(Consultation consultation, int step) {
        return switch (step) {
            case 1 -> Status.INTAKE;
            case 2 -> Status.PLANNING;
            case 3 -> Status.PUSHING;
            case 6 -> Status.COLLATING;
            case 7 -> Status.REVIEWING;
            case 8 -> Status.SUBMITTING;
            case 9 -> Status.TRACKING;
            case 10 -> Status.EVALUATING;
            default -> consultation.status();
        };
    }

    public void openCollection(OpenCollection command) {
        Consultation consultation = rows.lock(command.consultation());
        if (consultation.status() == Status.COLLECTING) {
            return;
        }
        consultation.requireStatus("开始征集", Status.PUSHING);
        if (consultation.collectUntil() == null) {
            throw new RuleViolation("征询" + consultation.number() + "的时间表还没有确定，不能开始征集。");
        }
        rows.setStatus(consultation.number(), Status.COLLECTING, 5);
        audit.record(command, consultation.number().value(), Map.of());
    }

    /** Again changes nothing. */
    public void closeCollection(CloseCollection command) {
        Consultation consultation = rows.lock(command.consultation());
        if (consultation.collectClosedAt() != null) {
            return;
        }
        consultation.requireStatus("截止征集", Status.COLLECTING);
        rows.setCollectClosed(consultation.number(), clock.instant());
        audit.record(command, consultation.number().value(), Map.of());
    }

    public void skipReview(SkipReview command) {
        Consultation consultation = rows.lock(command.consultation());
        consultation.requireStatus("免除智囊论证", Status.COLLATING);
        if (!timetables.mayBeSkipped(consultation.template(), REVIEW)) {
            throw new RuleViolation("只有加急征询可以免除智囊论证，征询" + consultation.number() + "是"
                    + consultation.template().chinese() + "征询。");
        }
        rows.setReviewSkipped(consultation.number(), command.reason());
        audit.record(command, consultation.number().value(), Map.of());
    }

    /** Recomputes every due date that lies ahead. The engine's timers follow by {@link Steering}. */
    public void moveDeadline(MoveDeadline command) {
        Consultation consultation = rows.lock(command.consultation());
        consultation.requireOpen();
        if (consultation.submitted()) {
            throw new RuleViolation("征询" + consultation.number() + "的报告已经上报，不能再调整截止时间。");
        }
        consultation.requireRunning("单独调整截止时间，恢复时要填写新的截止日期");
        requirePlausible(command.newDate());
        if (command.newDate().equals(consultation.deadline())) {
            throw new RuleViolation("新的截止日期与原来的相同，请填写来文要求的新日期。");
        }
        decisions.insertDeadlineChange(command, consultation.deadline(), clock.instant(), actor.id());
        rows.setDeadline(consultation.number(), command.newDate());
        timetables.move(consultation, command.newDate());
        audit.record(
                command,
                consultation.number().value(),
                Map.of(
                        "from", consultation.deadline().toString(),
                        "to", command.newDate().toString()));
    }

    /** D stays; what lies ahead is counted anew with the urgent days. The engine's timers follow by {@link Steering}. */
    public void makeUrgent(MakeUrgent command) {
        Consultation consultation = rows.lock(command.consultation());
        consultation.requireOpen();
        consultation.requireRunning("转为加急");
        if (!consultation.mayBecomeUrgent()) {
            throw new RuleViolation(
                    "征询" + consultation.number() + "是" + consultation.template().chinese() + "征询，处于“"
                            + consultation.status().chinese() + "”；只有常规征询在征集截止以前可以转为加急。");
        }
        rows.setUrgent(consultation.number(), command.reason());
        timetables.quicken(rows.find(consultation.number()));
        decide(consultation, "course", "urgent", command.reason());
        audit.record(command, consultation.number().value(), Map.of("step", consultation.step()));
    }

    /** Latest first. */
    @Transactional(readOnly = true)
    public List<DeadlineChange> deadlineChanges(ConsultationNumber number) {
        return decisions.deadlineChanges(number);
    }

    /** Again changes nothing. */
    public void end(EndConsultation command) {
        Consultation consultation = rows.lock(command.consultation());
        if (consultation.status() == Status.ENDED) {
            return;
        }
        consultation.requireOpen();
        rows.setEnded(consultation.number(), clock.instant(), command.reason());
        audit.record(command, consultation.number().value(), Map.of("step", consultation.step()));
    }

    public void archive(ArchiveConsultation command) {
        Consultation consultation = rows.lock(command.consultation());
        if (consultation.status() == Status.ARCHIVED) {
            return;
        }
        consultation.requireStatus("归档", Status.EVALUATING);
        rows.setArchived(consultation.number(), clock.instant());
        audit.record(command, consultation.number().value(), Map.of());
    }

    /** Back to step 6 with the next version of the report; the frozen one stays. @return the new version */
    public int reopenForReturn(ReopenForReturn command) {
        Consultation consultation = rows.lock(command.consultation());
        consultation.requireStatus("退回补充", Status.SUBMITTING, Status.TRACKING);
        int version = consultation.reportVersion() + 1;
        rows.setReportVersion(consultation.number(), version);
        rows.setReviewSkipped(consultation.number(), null);
        rows.setStatus(consultation.number(), Status.COLLATING, COLLATE);
        timetables.again(consultation);
        audit.record(command, consultation.number().value(), Map.of("version", version));
        return version;
    }

    public void promulgated(RecordPromulgation command) {
        Consultation consultation = rows.lock(command.consultation());
        if (!consultation.submitted()) {
            throw new RuleViolation("征询" + consultation.number() + "还没有上报，不能登记公布。");
        }
        if (command.date().isAfter(today()) || command.date().isBefore(Shanghai.dateOf(consultation.registeredAt()))) {
            throw new RuleViolation("公布日期应在收文之后、今天或以前，请核对公布日期。");
        }
        rows.setPromulgated(consultation.number(), command.date());
        audit.record(
                command,
                consultation.number().value(),
                Map.of("date", command.date().toString()));
    }

    /** @throws RuleViolation when work is returned without a word why */
    public void record(RecordDecision command) {
        Consultation consultation = rows.find(command.consultation());
        if (Decision.RETURN.equals(command.decision()) && blank(command.remark())) {
            throw new RuleViolation("退回时请写明需要修改什么。");
        }
        decisions.insert(command, clock.instant(), actor.id());
        audit.record(
                command,
                consultation.number().value(),
                Map.of("subject", command.subject(), "decision", command.decision()));
    }

    /** Latest first. */
    @Transactional(readOnly = true)
    public List<Decision> decisions(ConsultationNumber number) {
        return decisions.of(number);
    }

    /** Who returned this piece of work last and why; empty where it was never returned or was approved since. */
    @Transactional(readOnly = true)
    public Optional<Decision> lastReturn(ConsultationNumber number, String subject) {
        return decisions
                .last(number, subject)
                .filter(decision -> decision.decision().equals(Decision.RETURN));
    }

    private void decide(Consultation consultation, String subject, String decision, String remark) {
        decisions.insert(
                new RecordDecision(consultation.number(), subject, decision, remark), clock.instant(), actor.id());
    }

    /** @throws RuleViolation where no letter would name this day as D */
    void requirePlausible(LocalDate deadline) {
        if (deadline.isBefore(today())) {
            throw new RuleViolation("截止日期" + Shanghai.date(deadline) + "已经过去，请核对来文的截止日期。");
        }
        if (deadline.isAfter(today().plusYears(MOST_YEARS))) {
            throw new RuleViolation("截止日期在" + MOST_YEARS + "年以后，请核对来文截止日期的年份。");
        }
    }

    private LocalDate today() {
        return Shanghai.dateOf(clock.instant());
    }

    private static boolean blank(String text) {
        return text == null || text.isBlank();
    }
}
