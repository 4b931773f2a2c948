package cn.zhengxun.draft;

import cn.zhengxun.audit.AuditTrail;
import cn.zhengxun.draft.clause.ClauseId;
import cn.zhengxun.draft.clause.ClauseTree;
import cn.zhengxun.draft.correction.Correction;
import cn.zhengxun.draft.correction.History;
import cn.zhengxun.draft.correction.Proof;
import cn.zhengxun.kernel.CurrentActor;
import cn.zhengxun.kernel.NotFound;
import cn.zhengxun.kernel.RuleViolation;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Puts clause trees right that were read wrongly, before they are confirmed. What was put right is kept as a journal
 * over the tree as it was read; the rows of the clauses always say what the journal gives.
 */
@Service
@Transactional
public class Structures {
    private final DraftRows drafts;
    private final ClauseRows clauses;
    private final CorrectionRows rows;
    private final ClauseUses uses;
    private final AuditTrail audit;
    private final CurrentActor actor;
    private final Clock clock;

    Structures(
            DraftRows drafts,
            ClauseRows clauses,
            CorrectionRows rows,
            ClauseUses uses,
            AuditTrail audit,
            CurrentActor actor,
            Clock clock) {
        this.drafts = drafts;
        this.clauses = clauses;
        this.rows = rows;
        this.uses = uses;
        this.audit = audit;
        this.actor = actor;
        this.clock = clock;
    }

    /** @throws NotFound where there is no such draft */
    @Transactional(readOnly = true)
    public Structure find(DraftId id) {
        Draft draft = draft(id);
        List<CorrectionRows.Entry> journal = rows.journal(id);
        List<MadeCorrection> made = new ArrayList<>();
        for (CorrectionRows.Entry entry : journal) {
            if (entry.state() == CorrectionRows.State.MADE) {
                made.add(0, new MadeCorrection(entry.step(), entry.made().correction(), entry.at(), entry.by()));
            }
        }
        boolean redoable = journal.stream().anyMatch(entry -> entry.state() == CorrectionRows.State.UNDONE);
        return new Structure(draft, rows.version(id), new ClauseTree(drafts.clauses(id)), made, redoable);
    }

    /**
     * @return the clauses that came into being
     * @throws RuleViolation where the tree is confirmed, was changed since the person saw it, or does not allow it
     */
    public List<ClauseId> correct(CorrectStructure command) {
        DraftId draft = open(command.draft(), command.version());
        List<CorrectionRows.Entry> journal = rows.journal(draft);
        Optional<ClauseTree> baseline = rows.baseline(draft);
        History history = history(draft, baseline, journal);
        List<ClauseId> provisional =
                LongStream.of(-1, -2, -3).mapToObj(ClauseId::new).toList();
        Proof before = history.proof();
        Proof after = before.after(command.correction(), provisional.iterator());
        if (baseline.isEmpty()) {
            rows.insertBaseline(draft, history.baseline());
        }
        Map<ClauseId, ClauseId> ids = write(draft, before, after);
        List<ClauseId> fresh =
                provisional.stream().filter(ids::containsKey).map(ids::get).toList();
        rows.overtake(draft);
        int step = journal.size() + 1;
        rows.insert(draft, step, new History.Step(command.correction(), fresh), now(), actor.id());
        audit.record(command, null, detail(draft, step, command.correction()));
        return fresh;
    }

    /** @return the clause that the undone correction was about */
    public ClauseId undo(UndoCorrection command) {
        DraftId draft = open(command.draft(), command.version());
        List<CorrectionRows.Entry> journal = rows.journal(draft);
        History history = history(draft, rows.baseline(draft), journal);
        write(draft, history.proof(), history.undo().proof());
        CorrectionRows.Entry last = Collections.max(
                inState(journal, CorrectionRows.State.MADE), Comparator.comparing(CorrectionRows.Entry::step));
        rows.setState(draft, last.step(), CorrectionRows.State.UNDONE, now(), actor.id());
        audit.record(command, null, detail(draft, last.step(), last.made().correction()));
        return last.made().correction().clause();
    }

    /** @return the clause that the correction is about */
    public ClauseId redo(RedoCorrection command) {
        DraftId draft = open(command.draft(), command.version());
        List<CorrectionRows.Entry> journal = rows.journal(draft);
        History history = history(draft, rows.baseline(draft), journal);
        write(draft, history.proof(), history.redo().proof());
        CorrectionRows.Entry next =
                inState(journal, CorrectionRows.State.UNDONE).get(0);
        rows.setState(draft, next.step(), CorrectionRows.State.MADE, now(), actor.id());
        audit.record(command, null, detail(draft, next.step(), next.made().correction()));
        return next.made().correction().clause();
    }

    /** @throws RuleViolation once people are to be asked about the clauses as they are; again changes nothing */
    public void reopen(ReopenStructure command) {
        Draft draft = draft(command.draft());
        uses.requireReopenable(draft.id());
        if (rows.reopen(draft.id())) {
            audit.record(command, null, Map.of("draft", draft.id().value()));
        }
    }

    private DraftId open(DraftId id, int version) {
        if (rows.nextVersion(id, version)) {
            return id;
        }
        if (draft(id).confirmedAt() != null) {
            throw new RuleViolation("这份草案的条款结构已经确认，不能直接校正。确需校正的，请先收回确认。");
        }
        throw new RuleViolation("条款结构刚刚被别人改过，您这一步没有做。页面上已是最新的结构，请核对后再校正。");
    }

    /** Undone steps stand behind those that stand, so the first undone one is the next to redo. */
    private History history(DraftId draft, Optional<ClauseTree> baseline, List<CorrectionRows.Entry> journal) {
        return new History(
                baseline.orElseGet(() -> new ClauseTree(drafts.clauses(draft))),
                steps(inState(journal, CorrectionRows.State.MADE)),
                steps(inState(journal, CorrectionRows.State.UNDONE)));
    }

    private static List<CorrectionRows.Entry> inState(List<CorrectionRows.Entry> journal, CorrectionRows.State state) {
        return journal.stream().filter(entry -> entry.state() == state).toList();
    }

    private static List<History.Step> steps(List<CorrectionRows.Entry> entries) {
        return entries.stream().map(CorrectionRows.Entry::made).toList();
    }

    private Map<ClauseId, ClauseId> write(DraftId draft, Proof before, Proof after) {
        TreeChange change = TreeChange.between(before.tree(), after.tree());
        if (!change.goneInto().isEmpty()) {
            uses.movedInto(change.goneInto());
        }
        return clauses.write(draft, change);
    }

    private static Map<String, ?> detail(DraftId draft, int step, Correction correction) {
        return Map.of(
                "draft",
                draft.value(),
                "step",
                step,
                "operation",
                CorrectionRows.operation(correction),
                "clause",
                correction.clause().value());
    }

    private Draft draft(DraftId id) {
        return drafts.find(id).orElseThrow(() -> Drafts.missing(id));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
