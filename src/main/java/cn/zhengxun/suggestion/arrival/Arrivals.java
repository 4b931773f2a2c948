package cn.zhengxun.suggestion.arrival;

import cn.zhengxun.audit.AuditTrail;
import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.kernel.CurrentActor;
import cn.zhengxun.kernel.NotFound;
import cn.zhengxun.kernel.RuleViolation;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Looks at what arrives and keeps what is to be looked at by people. Nothing is deleted and nothing refused: a flagged
 * suggestion waits for one person; one that is held back goes on only after a second person agreed.
 */
@Service
@Transactional
public class Arrivals {
    private final ArrivalRows rows;
    private final ArrivalRules rules;
    private final AuditTrail audit;
    private final CurrentActor actor;
    private final Clock clock;

    Arrivals(ArrivalRows rows, ArrivalRules rules, AuditTrail audit, CurrentActor actor, Clock clock) {
        this.rows = rows;
        this.rules = rules;
        this.audit = audit;
        this.actor = actor;
        this.clock = clock;
    }

    /**
     * Flags what the rules find, in the transaction that hands in; writes nothing where they find nothing.
     *
     * @param arrived new ones, each looked at once
     * @param concern what the page noticed about the sender; null for nothing
     * @return how many were flagged
     */
    public int look(ConsultationNumber consultation, List<Arrived> arrived, Concern concern) {
        RuleBook book = rules.book();
        Map<Long, List<RuleBook.Hit>> hits = new LinkedHashMap<>();
        for (Arrived one : arrived) {
            List<RuleBook.Hit> found = book.read(one);
            if (!found.isEmpty() || concern != null) {
                hits.put(one.suggestion(), found);
            }
        }
        if (hits.isEmpty()) {
            return 0;
        }
        rows.insertCases(consultation.value(), hits.keySet(), ArrivalState.WAITING, now());
        hits.forEach((suggestion, found) -> {
            found.forEach(
                    hit -> rows.insertFlag(suggestion, hit.rule().concern(), hit.rule(), hit.field(), hit.span()));
            if (concern != null) {
                rows.insertFlag(suggestion, concern, null, null, null);
            }
        });
        audit.record(
                new LookAtArrivals(consultation.value()),
                consultation.value(),
                Map.of(
                        "suggestions",
                        List.copyOf(hits.keySet()),
                        "rules",
                        hits.values().stream()
                                .flatMap(List::stream)
                                .map(hit -> hit.rule().id())
                                .distinct()
                                .toList()));
        return hits.size();
    }

    /** Flags suggestions for what somebody noticed about them; those flagged already get one more reason. */
    public void flag(ConsultationNumber consultation, Collection<Long> suggestions, Concern concern) {
        Set<Long> fresh = new LinkedHashSet<>(suggestions);
        rows.of(suggestions).forEach(known -> fresh.remove(known.suggestion()));
        rows.insertCases(consultation.value(), fresh, ArrivalState.WAITING, now());
        suggestions.forEach(suggestion -> rows.insertFlag(suggestion, concern, null, null, null));
        audit.record(
                new LookAtArrivals(consultation.value()),
                consultation.value(),
                Map.of("suggestions", List.copyOf(suggestions), "concern", concern.name()));
    }

    /** Who writes anew what is looked at or held does not get past it: the new words wait as the old ones did. */
    public void replaced(ConsultationNumber consultation, long before, Arrived now) {
        Concern carried = rows.find(before)
                .filter(old -> old.state().open() || old.state().held())
                .map(old -> rows.flags(List.of(before)).stream()
                        .findFirst()
                        .map(ArrivalFlag::concern)
                        .orElse(Concern.OTHER))
                .orElse(null);
        look(consultation, List.of(now), carried);
    }

    /**
     * One person's verdict. Holding takes effect at once and needs a second person; so does releasing.
     *
     * @throws RuleViolation where somebody else acted meanwhile, or the second person is the first again
     */
    public ArrivalState settle(SettleArrival command) {
        ArrivalCase standing = rows.find(command.suggestion())
                .filter(found ->
                        found.consultation().equals(command.consultation().value()))
                .orElseThrow(Arrivals::unknown);
        ArrivalState next =
                settled(standing, command.seen(), command.verdict(), command.routedTo(), said(command.reason()));
        audit.record(
                command,
                command.consultation().value(),
                Map.of(
                        "suggestion", command.suggestion(),
                        "verdict", command.verdict().name(),
                        "before", standing.state().name(),
                        "after", next.name()));
        return next;
    }

    /**
     * The same verdict on several at once: all of them or none.
     *
     * @return how many stand where now
     * @throws Hindered for the first one that cannot be settled so
     */
    public Map<ArrivalState, Integer> settle(SettleArrivals command) {
        Map<Long, ArrivalCase> standing =
                of(command.cases().stream().map(SettleArrivals.Seen::suggestion).toList());
        Map<ArrivalState, List<Long>> after = new EnumMap<>(ArrivalState.class);
        String reason = said(command.reason());
        // in one order for everybody, or two people with overlapping choices would wait for each other
        List<SettleArrivals.Seen> inOrder = command.cases().stream()
                .sorted(Comparator.comparing(SettleArrivals.Seen::suggestion))
                .toList();
        for (SettleArrivals.Seen seen : inOrder) {
            ArrivalCase one = Optional.ofNullable(standing.get(seen.suggestion()))
                    .filter(found ->
                            found.consultation().equals(command.consultation().value()))
                    .orElseThrow(Arrivals::unknown);
            try {
                after.computeIfAbsent(
                                settled(one, seen.version(), command.verdict(), command.routedTo(), reason),
                                state -> new ArrayList<>())
                        .add(seen.suggestion());
            } catch (RuleViolation refused) {
                throw new Hindered(seen.suggestion(), refused);
            }
        }
        audit.record(
                command,
                command.consultation().value(),
                Map.of("verdict", command.verdict().name(), "after", after));
        return after.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        one -> one.getValue().size(),
                        Integer::sum,
                        () -> new EnumMap<>(ArrivalState.class)));
    }

    private ArrivalState settled(ArrivalCase standing, int seen, Verdict verdict, String routedTo, String reason) {
        if (standing.version() != seen) {
            throw meanwhile();
        }
        ArrivalState next = next(standing, verdict);
        step(standing, next, routedTo, reason);
        return next;
    }

    private ArrivalState next(ArrivalCase standing, Verdict verdict) {
        if (!standing.open().contains(verdict)) {
            throw new RuleViolation(
                    standing.state().held() && verdict == Verdict.REROUTE
                            ? "暂存的意见要先由两个人放行，才能转办。"
                            : "这条意见现在是“%s”，不能再%s，请刷新页面。"
                                    .formatted(standing.state().chinese(), verdict.chinese()));
        }
        boolean own = standing.proposedBy(actor.id());
        return switch (verdict) {
            case REROUTE -> ArrivalState.REROUTED;
            case HOLD -> {
                if (standing.state() != ArrivalState.HOLD_PROPOSED) {
                    yield ArrivalState.HOLD_PROPOSED;
                }
                if (own) {
                    throw second("暂存");
                }
                yield ArrivalState.HELD;
            }
            case PASS -> {
                if (!standing.state().held()) {
                    yield ArrivalState.CLEARED;
                }
                if (standing.state() != ArrivalState.RELEASE_PROPOSED) {
                    yield ArrivalState.RELEASE_PROPOSED;
                }
                if (own) {
                    throw second("放行");
                }
                yield ArrivalState.CLEARED;
            }
        };
    }

    /**
     * Step 6 decided on a suggestion. Holding there is the same hold as here; any other decision looks at a flagged one, and
     * begins or completes the release of a held one.
     *
     * @param held whether the decision is to hold; @param rerouted whether it is passed on to another body
     */
    public void screened(
            ConsultationNumber consultation, long suggestion, boolean held, boolean rerouted, String reason) {
        ArrivalCase standing = rows.find(suggestion).orElse(null);
        if (standing == null && !held) {
            return;
        }
        if (standing == null) {
            rows.insertCases(consultation.value(), List.of(suggestion), ArrivalState.CLEARED, now());
            standing = rows.find(suggestion).orElseThrow();
        }
        ArrivalState next = held ? heldByScreening(standing) : freedByScreening(standing, rerouted);
        if (next != standing.state()) {
            step(standing, next, null, said(reason));
            audit.record(
                    new FollowScreening(consultation.value()),
                    consultation.value(),
                    Map.of("suggestion", suggestion, "after", next.name()));
        }
    }

    private ArrivalState heldByScreening(ArrivalCase standing) {
        return switch (standing.state()) {
            case HELD -> ArrivalState.HELD;
            case HOLD_PROPOSED -> standing.proposedBy(actor.id()) ? ArrivalState.HOLD_PROPOSED : ArrivalState.HELD;
            default -> ArrivalState.HOLD_PROPOSED;
        };
    }

    private ArrivalState freedByScreening(ArrivalCase standing, boolean rerouted) {
        return switch (standing.state()) {
            case WAITING -> rerouted ? ArrivalState.REROUTED : ArrivalState.CLEARED;
            case HELD, HOLD_PROPOSED -> ArrivalState.RELEASE_PROPOSED;
            case RELEASE_PROPOSED ->
                standing.proposedBy(actor.id()) ? ArrivalState.RELEASE_PROPOSED : ArrivalState.CLEARED;
            case REROUTED, CLEARED -> standing.state();
        };
    }

    /** A decision of step 6 was taken back: what this person did here with it, since then, goes back, too. */
    public void unscreened(ConsultationNumber consultation, long suggestion, Instant screenedAt) {
        Instant since = screenedAt.truncatedTo(ChronoUnit.MILLIS);
        rows.find(suggestion)
                .filter(found ->
                        found.lastBy(actor.id()) && !found.last().actedAt().isBefore(since))
                .ifPresent(standing -> {
                    List<ArrivalCase.Step> steps =
                            rows.steps(List.of(suggestion)).getOrDefault(suggestion, List.of());
                    ArrivalState before =
                            steps.size() > 1 ? steps.get(steps.size() - 2).state() : initial(suggestion);
                    step(standing, before, null, ArrivalCase.UNDONE);
                    audit.record(
                            new FollowScreening(consultation.value()),
                            consultation.value(),
                            Map.of("suggestion", suggestion, "after", before.name()));
                });
    }

    /** Before anybody acted: what was flagged waited, what was held in step 6 only was as any other. */
    private ArrivalState initial(long suggestion) {
        return rows.flags(List.of(suggestion)).isEmpty() ? ArrivalState.CLEARED : ArrivalState.WAITING;
    }

    /** The second person of step 6 agreed to all decisions: proposed holds hold, proposed releases are released. */
    public void screeningConfirmed(ConsultationNumber consultation) {
        List<ArrivalCase> agreed = rows.agreedByScreening(consultation.value()).stream()
                .filter(one -> !one.proposedBy(actor.id()))
                .toList();
        for (ArrivalCase one : agreed) {
            step(
                    one,
                    one.state() == ArrivalState.HOLD_PROPOSED ? ArrivalState.HELD : ArrivalState.CLEARED,
                    null,
                    "梳理归并复核同意");
        }
        if (!agreed.isEmpty()) {
            audit.record(
                    new FollowScreening(consultation.value()),
                    consultation.value(),
                    Map.of(
                            "suggestions",
                            agreed.stream().map(ArrivalCase::suggestion).toList()));
        }
    }

    /** Why it was flagged, such as 涉及他人个人信息（手机号码）; empty where it was not. */
    @Transactional(readOnly = true)
    public List<String> reasons(long suggestion) {
        return ArrivalQueue.reasons(rows.flags(List.of(suggestion)));
    }

    /** Those among these that were ever flagged or held, by suggestion. */
    @Transactional(readOnly = true)
    public Map<Long, ArrivalCase> of(Collection<Long> suggestions) {
        return rows.of(suggestions).stream().collect(Collectors.toMap(ArrivalCase::suggestion, one -> one));
    }

    private void step(ArrivalCase standing, ArrivalState next, String routedTo, String reason) {
        String kept = next == ArrivalState.REROUTED && routedTo == null ? standing.routedTo() : routedTo;
        if (!rows.step(standing, next, kept, actor.id(), now(), reason)) {
            throw meanwhile();
        }
    }

    /** Nobody's own words may pass for the mark by which an undone step is known. */
    private static String said(String reason) {
        return reason.strip().equals(ArrivalCase.UNDONE) ? ArrivalCase.UNDONE + "。" : reason;
    }

    private static NotFound unknown() {
        return new NotFound("这条意见没有待核查的事项，请从列表中选择。");
    }

    private static RuleViolation meanwhile() {
        return new RuleViolation("这条意见刚刚被别人处理过，请看了现在的情况再决定。");
    }

    private static RuleViolation second(String what) {
        return new RuleViolation("%s要两个人：第一步是您做的，第二步须由另一位工作人员来做。".formatted(what));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
