package cn.zhengxun.collation;

import cn.zhengxun.audit.AuditTrail;
import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.consultation.Consultations;
import cn.zhengxun.directory.Directory;
import cn.zhengxun.directory.Expert;
import cn.zhengxun.directory.ExpertId;
import cn.zhengxun.kernel.CurrentActor;
import cn.zhengxun.kernel.NotFound;
import cn.zhengxun.kernel.RuleViolation;
import cn.zhengxun.suggestion.SuggestionId;
import java.time.Clock;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Step 7: the experts annotate and grade, never rewrite. All calls concern the consultation's current report version. */
@Service
@Transactional
public class Reviews {
    private final ReviewRows rows;
    private final Collation collation;
    private final Consultations consultations;
    private final Directory directory;
    private final AuditTrail audit;
    private final CurrentActor actor;
    private final Clock clock;

    Reviews(
            ReviewRows rows,
            Collation collation,
            Consultations consultations,
            Directory directory,
            AuditTrail audit,
            CurrentActor actor,
            Clock clock) {
        this.rows = rows;
        this.collation = collation;
        this.consultations = consultations;
        this.directory = directory;
        this.audit = audit;
        this.actor = actor;
        this.clock = clock;
    }

    /**
     * Seats the plan's experts (all active ones where the plan names none), leaving out who screened or confirmed in step 6.
     * Again changes nothing.
     *
     * @return how many seats, at least 1
     * @throws RuleViolation without any expert
     */
    public int assign(ConsultationNumber number) {
        int version = version(number);
        int seated = rows.seats(number, version).size();
        if (seated > 0) {
            return seated;
        }
        List<ReviewRows.Candidate> candidates = candidates(number).stream()
                .filter(candidate -> !rows.screened(number, candidate.userId()))
                .toList();
        if (candidates.isEmpty()) {
            throw new RuleViolation("征询%s没有可以论证的专家（参与过意见处理的须回避），请在名录中启用智囊团专家后重试。".formatted(number));
        }
        for (int seat = 0; seat < candidates.size(); seat++) {
            rows.seat(number, version, seat, candidates.get(seat));
        }
        audit.record(
                new AssignExperts(number),
                number.value(),
                Map.of(
                        "version",
                        version,
                        "experts",
                        candidates.stream().map(c -> c.expert().value()).toList()));
        return candidates.size();
    }

    private List<ReviewRows.Candidate> candidates(ConsultationNumber number) {
        List<ReviewRows.Candidate> planned = rows.planned(number);
        if (!planned.isEmpty()) {
            return planned;
        }
        return directory.experts().stream()
                .filter(Expert::active)
                .map(expert -> new ReviewRows.Candidate(expert.id(), expert.userId()))
                .toList();
    }

    /** @param seat from 0; @throws NotFound where there is no such seat */
    @Transactional(readOnly = true)
    public String userOfSeat(ConsultationNumber number, int seat) {
        return rows.seats(number, version(number)).stream()
                .filter(taken -> taken.seat() == seat)
                .map(ReviewRows.Seat::userId)
                .findFirst()
                .orElseThrow(() -> new NotFound("征询%s没有第%d个论证席位。".formatted(number, seat + 1)));
    }

    /**
     * Records what the signed-in expert says; until the report of this version is frozen, so a verdict after the quorum is
     * kept too, though the settled grades stay.
     *
     * @throws RuleViolation where the user has no seat, the report is frozen, or a suggestion is not forwarded
     */
    public void note(NoteSuggestions command) {
        ConsultationNumber number = command.consultation();
        int version = version(number);
        ExpertId expert = seat(number, version, actor.id()).expert();
        if (rows.frozen(number, version)) {
            throw new RuleViolation("征询%s的报告已经签发固化，论证意见不能再更改。".formatted(number));
        }
        Set<SuggestionId> forwarded = Set.copyOf(collation.forwarded(number));
        if (!command.notes().stream().allMatch(note -> forwarded.contains(note.suggestion()))) {
            throw new RuleViolation("征询%s有的意见不在论证范围内，请刷新页面后再保存。".formatted(number));
        }
        command.notes().forEach(said -> write(number, version, expert, said));
        audit.record(
                command,
                number.value(),
                Map.of(
                        "version",
                        version,
                        "expert",
                        expert.value(),
                        "suggestions",
                        command.notes().stream()
                                .map(note -> note.suggestion().value())
                                .toList()));
    }

    private void write(ConsultationNumber number, int version, ExpertId expert, NoteSuggestions.Note said) {
        rows.clear(number, version, said.suggestion(), expert);
        if (said.recused()) {
            rows.recuse(number, version, said.suggestion(), expert, clock.instant());
            return;
        }
        ReviewNote note = new ReviewNote(
                said.suggestion(),
                expert,
                said.grade(),
                said.legality(),
                said.necessity(),
                said.feasibility(),
                said.upperLaw());
        rows.insertNote(number, version, note, clock.instant());
    }

    /**
     * Closes the user's seat.
     *
     * @return whether the quorum of the plan (at least 1, at most all seats) is now reached
     * @throws RuleViolation while a forwarded suggestion has neither a grade nor 回避 from this expert
     */
    public boolean complete(CompleteReview command) {
        ConsultationNumber number = command.consultation();
        int version = version(number);
        ReviewRows.Seat seat = seat(number, version, command.userId());
        Set<SuggestionId> ungraded = new HashSet<>(collation.forwarded(number));
        ungraded.removeAll(said(number, version, seat.expert()));
        if (!ungraded.isEmpty()) {
            throw new RuleViolation("征询%s还有%d条意见您没有选择等次或回避，请在“智囊论证”页面全部完成并保存后再办结。".formatted(number, ungraded.size()));
        }
        rows.complete(number, version, seat.seat(), clock.instant());
        List<ReviewRows.Seat> seats = rows.seats(number, version);
        long completed = seats.stream().filter(s -> s.completedAt() != null).count();
        int quorum = quorum(number, seats);
        audit.record(
                command,
                number.value(),
                Map.of("version", version, "seat", seat.seat(), "completed", completed, "quorum", quorum));
        return completed >= quorum;
    }

    /**
     * From the notes of those who completed: the highest grade that at least half of them gave or exceeded; GENERAL where
     * nobody graded. Again replaces the result.
     */
    public void settleGrades(ConsultationNumber number) {
        int version = version(number);
        Set<ExpertId> completed = rows.seats(number, version).stream()
                .filter(seat -> seat.completedAt() != null)
                .map(ReviewRows.Seat::expert)
                .collect(Collectors.toSet());
        Map<SuggestionId, List<ReviewNote>> notes = rows.notes(number, version);
        Map<SuggestionId, Grade> grades = new LinkedHashMap<>();
        for (SuggestionId suggestion : collation.forwarded(number)) {
            grades.put(
                    suggestion,
                    Grade.settled(notes.getOrDefault(suggestion, List.of()).stream()
                            .filter(note -> completed.contains(note.expert()))
                            .map(ReviewNote::grade)
                            .toList()));
        }
        rows.settle(number, version, grades);
        audit.record(
                new SettleGrades(number),
                number.value(),
                Map.of("version", version, "experts", completed.size(), "suggestions", grades.size()));
    }

    /** Every forwarded suggestion has one, in the order of their numbers; GENERAL where the review was skipped. */
    @Transactional(readOnly = true)
    public Map<SuggestionId, Grade> grades(ConsultationNumber number) {
        Map<SuggestionId, Grade> settled = rows.settled(number, version(number));
        Map<SuggestionId, Grade> grades = new LinkedHashMap<>();
        collation
                .forwarded(number)
                .forEach(suggestion -> grades.put(suggestion, settled.getOrDefault(suggestion, Grade.GENERAL)));
        return grades;
    }

    /** Also those of experts who have not completed; a suggestion without a note is absent. */
    @Transactional(readOnly = true)
    public Map<SuggestionId, List<ReviewNote>> notes(ConsultationNumber number) {
        return rows.notes(number, version(number));
    }

    /** Who sits where, for this room's pages. */
    @Transactional(readOnly = true)
    List<ReviewRows.Seat> seats(ConsultationNumber number) {
        return rows.seats(number, version(number));
    }

    /** Between 1 and the number of seats. */
    @Transactional(readOnly = true)
    int quorum(ConsultationNumber number) {
        return quorum(number, seats(number));
    }

    private int quorum(ConsultationNumber number, List<ReviewRows.Seat> seats) {
        return Math.max(1, Math.min(rows.quorum(number), seats.size()));
    }

    @Transactional(readOnly = true)
    boolean frozen(ConsultationNumber number) {
        return rows.frozen(number, version(number));
    }

    /** Empty before the grades were settled. */
    @Transactional(readOnly = true)
    Map<SuggestionId, Grade> settled(ConsultationNumber number) {
        return rows.settled(number, version(number));
    }

    @Transactional(readOnly = true)
    Set<SuggestionId> recusals(ConsultationNumber number, ExpertId expert) {
        return rows.recusals(number, version(number), expert);
    }

    /** What the expert graded or kept out of. */
    private Set<SuggestionId> said(ConsultationNumber number, int version, ExpertId expert) {
        Set<SuggestionId> said = new HashSet<>(rows.recusals(number, version, expert));
        rows.notes(number, version).forEach((suggestion, notes) -> {
            if (notes.stream().anyMatch(note -> note.expert().equals(expert))) {
                said.add(suggestion);
            }
        });
        return said;
    }

    private int version(ConsultationNumber number) {
        return consultations.find(number).reportVersion();
    }

    private ReviewRows.Seat seat(ConsultationNumber number, int version, String user) {
        return rows.seatOf(number, version, user)
                .orElseThrow(() -> new RuleViolation("您没有被指派论证征询%s，请与工作人员联系。".formatted(number)));
    }
}
