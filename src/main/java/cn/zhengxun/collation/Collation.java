package cn.zhengxun.collation;

import cn.zhengxun.audit.AuditTrail;
import cn.zhengxun.consultation.Consultation;
import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.consultation.Consultations;
import cn.zhengxun.consultation.Status;
import cn.zhengxun.kernel.CurrentActor;
import cn.zhengxun.kernel.InvalidCommand;
import cn.zhengxun.kernel.NotFound;
import cn.zhengxun.kernel.RuleViolation;
import cn.zhengxun.suggestion.SuggestionId;
import cn.zhengxun.suggestion.SuggestionKind;
import cn.zhengxun.suggestion.arrival.Arrivals;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Step 6: screening and groups. Nothing is merged away: each suggestion keeps its own words and its own answer. */
@Service
@Transactional
public class Collation {
    private final ScreeningRows screenings;
    private final GroupRows groups;
    private final AlikeRows alike;
    private final Arrivals arrivals;
    private final Consultations consultations;
    private final AuditTrail audit;
    private final CurrentActor actor;
    private final Clock clock;

    Collation(
            ScreeningRows screenings,
            GroupRows groups,
            AlikeRows alike,
            Arrivals arrivals,
            Consultations consultations,
            AuditTrail audit,
            CurrentActor actor,
            Clock clock) {
        this.screenings = screenings;
        this.groups = groups;
        this.alike = alike;
        this.arrivals = arrivals;
        this.consultations = consultations;
        this.audit = audit;
        this.actor = actor;
        this.clock = clock;
    }

    /** Notes pairs that read alike, as hints. Again replaces them. */
    public void findAlike(ConsultationNumber number) {
        Map<Long, String> words = alike.words(number);
        List<NearCopies.Pair> pairs = NearCopies.among(words);
        alike.replace(number, pairs);
        audit.record(new FindAlike(number), number.value(), Map.of("suggestions", words.size(), "pairs", pairs.size()));
    }

    /**
     * One decision on one suggestion; a changed one has to be confirmed again.
     *
     * @throws DecidedMeanwhile (a RuleViolation) where another decision stands than the one the person saw
     * @throws RuleViolation when step 6 is not open, or GROUP without a group
     */
    public void screen(ScreenSuggestion command) {
        requireOpen(command.consultation());
        ScreeningRows.Standing standing =
                lock(command.consultation(), List.of(command.suggestion())).get(command.suggestion());
        requireSeen(standing, command.seen());
        group(command.consultation(), command.decision(), command.groupTitle(), List.of(command.suggestion()));
        write(
                command.consultation(),
                standing,
                command.kind(),
                command.decision(),
                command.reason(),
                command.normalised(),
                command.routedTo());
        audit.record(
                command,
                command.consultation().value(),
                Map.of(
                        "suggestion",
                        command.suggestion().value(),
                        "kind",
                        command.kind().name(),
                        "decision",
                        command.decision().name(),
                        "before",
                        standing.decision() == null
                                ? "none"
                                : standing.decision().name()));
    }

    /**
     * The same decision on several suggestions, all or none.
     *
     * @throws DecidedMeanwhile (a RuleViolation) for the first that somebody else decided meanwhile
     */
    public void screenAll(ScreenSuggestions command) {
        requireOpen(command.consultation());
        List<SuggestionId> ids = command.suggestions().stream()
                .map(ScreenSuggestions.Seen::suggestion)
                .distinct()
                .toList();
        Map<SuggestionId, ScreeningRows.Standing> standings = lock(command.consultation(), ids);
        command.suggestions().forEach(seen -> requireSeen(standings.get(seen.suggestion()), seen.at()));
        group(command.consultation(), command.decision(), command.groupTitle(), ids);
        for (SuggestionId id : ids) {
            ScreeningRows.Standing standing = standings.get(id);
            SuggestionKind kind = standing.kind() == null ? standing.givenKind() : standing.kind();
            write(
                    command.consultation(),
                    standing,
                    kind,
                    command.decision(),
                    command.reason(),
                    standing.normalised(),
                    command.routedTo());
        }
        audit.record(
                command,
                command.consultation().value(),
                Map.of(
                        "suggestions",
                        ids.stream().map(SuggestionId::value).toList(),
                        "decision",
                        command.decision().name()));
    }

    /** @throws RuleViolation once a second person has confirmed it: change the decision instead */
    public void undo(UndoScreening command) {
        requireOpen(command.consultation());
        ScreeningRows.Standing standing =
                lock(command.consultation(), List.of(command.suggestion())).get(command.suggestion());
        requireSeen(standing, command.seen());
        if (standing.confirmedBy() != null) {
            throw new RuleViolation("第%s号意见的处理已经复核，不能撤销；需要更改时请重新作出处理。".formatted(standing.number()));
        }
        screenings.delete(command.suggestion());
        arrivals.unscreened(command.consultation(), command.suggestion().value(), command.seen());
        audit.record(
                command,
                command.consultation().value(),
                Map.of(
                        "suggestion",
                        command.suggestion().value(),
                        "decision",
                        standing.decision().name()));
    }

    /** Links suggestions; each keeps its words, its decision and its answer. @return the group's id */
    public long group(GroupSuggestions command) {
        requireOpen(command.consultation());
        lock(command.consultation(), command.suggestions());
        long group = link(command.consultation(), command.groupTitle(), command.suggestions());
        audit.record(
                command,
                command.consultation().value(),
                Map.of(
                        "group",
                        group,
                        "suggestions",
                        command.suggestions().stream().map(SuggestionId::value).toList()));
        return group;
    }

    /** @throws NotFound where the suggestion is not in that group */
    public void ungroup(UngroupSuggestion command) {
        requireOpen(command.consultation());
        lock(command.consultation(), List.of(command.suggestion()));
        groups.lock(command.consultation());
        if (!groups.remove(command.consultation(), command.group(), command.suggestion())) {
            throw new NotFound("这条意见已不在该归并组中，请刷新页面。");
        }
        audit.record(
                command,
                command.consultation().value(),
                Map.of(
                        "group",
                        command.group(),
                        "suggestion",
                        command.suggestion().value()));
    }

    /** @throws RuleViolation saying how many suggestions still wait for a decision, or for a group */
    public void requireScreened(ConsultationNumber number) {
        int waiting = screenings.waiting(number);
        if (waiting > 0) {
            throw new RuleViolation("征询%s还有%d条意见没有处理，请在“梳理归并”页面逐条作出处理后再办结。".formatted(number, waiting));
        }
        int ungrouped = screenings.ungrouped(number);
        if (ungrouped > 0) {
            throw new RuleViolation("征询%s还有%d条意见定为“归并”但没有归入任何组，请归组或改变处理后再办结。".formatted(number, ungrouped));
        }
    }

    /**
     * A second person agrees to all decisions that wait for it; held ones get their second pair of eyes so too.
     *
     * @throws RuleViolation when the actor took any of them, or something is still unscreened
     */
    public void confirm(ConfirmCollation command) {
        ConsultationNumber number = command.consultation();
        requireScreened(number);
        int own = screenings.unconfirmedBy(number, actor.id());
        if (own > 0) {
            throw new RuleViolation("征询%s有%d条意见是您本人处理的，须由另一位工作人员复核，请转交他人办理本任务。".formatted(number, own));
        }
        arrivals.screeningConfirmed(number);
        requireAgreed(number);
        int confirmed = screenings.confirm(number, actor.id(), now());
        audit.record(command, number.value(), Map.of("confirmed", confirmed));
    }

    /** Nothing that is held goes on, and nothing that goes on is held. */
    private void requireAgreed(ConsultationNumber number) {
        int held = screenings.forwardedThoughHeld(number);
        if (held > 0) {
            throw new RuleViolation(
                    "征询%s有%d条意见正在核查或者暂存，处理却不是“暂存复核”。请先在“待核查”里由两个人放行，或者把处理改为“暂存复核”。".formatted(number, held));
        }
    }

    /** By suggestion, in the order of their numbers. */
    @Transactional(readOnly = true)
    public Map<SuggestionId, Screening> of(ConsultationNumber number) {
        return screenings.of(number);
    }

    /** Confirmed FORWARD and GROUP, in the order of their numbers: what goes to experts and into the report. */
    @Transactional(readOnly = true)
    public List<SuggestionId> forwarded(ConsultationNumber number) {
        return screenings.forwarded(number);
    }

    private void requireOpen(ConsultationNumber number) {
        Consultation consultation = consultations.find(number);
        if (consultation.status() != Status.COLLATING) {
            throw new RuleViolation("征询%s现处于“%s”，只有在“梳理归并”进行时才能处理意见。"
                    .formatted(number, consultation.status().chinese()));
        }
    }

    private Map<SuggestionId, ScreeningRows.Standing> lock(ConsultationNumber number, List<SuggestionId> ids) {
        Map<SuggestionId, ScreeningRows.Standing> standings = screenings.lock(number, ids).stream()
                .collect(Collectors.toMap(ScreeningRows.Standing::suggestion, Function.identity()));
        if (!standings.keySet().containsAll(ids)) {
            throw new NotFound("所选意见中有的不在征询%s中或已被本人撤回，请刷新页面后重新选择。".formatted(number));
        }
        return standings;
    }

    private static void requireSeen(ScreeningRows.Standing standing, Instant seen) {
        if (!Objects.equals(standing.screenedAt(), seen)) {
            throw new DecidedMeanwhile(standing.number(), standing.decision() == null ? null : standing);
        }
    }

    private void group(ConsultationNumber number, Decision decision, String title, List<SuggestionId> ids) {
        if (decision != Decision.GROUP) {
            return;
        }
        if (title != null) {
            link(number, title, ids);
        } else if (!ids.stream().allMatch(groups::isGrouped)) {
            throw new InvalidCommand(List.of(new InvalidCommand.Fault("groupTitle", "定为“归并”的意见要归入一个组，请选择或填写归并组名称。")));
        }
    }

    private long link(ConsultationNumber number, String title, List<SuggestionId> ids) {
        groups.lock(number);
        long group = groups.find(number, title).orElseGet(() -> groups.insert(number, title, actor.id(), now()));
        groups.add(group, ids);
        return group;
    }

    /** Each decision's time is later than the one it replaces: pages tell by it what a person saw. */
    private void write(
            ConsultationNumber number,
            ScreeningRows.Standing standing,
            SuggestionKind kind,
            Decision decision,
            String reason,
            String normalised,
            String routedTo) {
        Instant at = now();
        Instant before = standing.screenedAt();
        if (before != null) {
            screenings.delete(standing.suggestion());
            at = at.isAfter(before) ? at : before.plus(1, ChronoUnit.MICROS);
        }
        screenings.insert(
                number,
                new Screening(
                        standing.suggestion(),
                        kind,
                        decision,
                        reason,
                        normalised,
                        routedTo,
                        actor.id(),
                        at,
                        null,
                        List.of()));
        arrivals.screened(
                number,
                standing.suggestion().value(),
                decision == Decision.HOLD,
                decision == Decision.OUT_OF_SCOPE,
                reason);
    }

    /** What both databases keep. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
