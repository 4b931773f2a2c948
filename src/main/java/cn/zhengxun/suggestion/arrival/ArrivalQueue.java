package cn.zhengxun.suggestion.arrival;

import cn.zhengxun.identity.Users;
import cn.zhengxun.kernel.CurrentActor;
import cn.zhengxun.kernel.Shanghai;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads what a page says of suggestions that are to be looked at, or were. */
@Service
@Transactional(readOnly = true)
public class ArrivalQueue {

    /**
     * @param number null before closing; @param reasons such as 涉及他人个人信息（手机号码）
     * @param acts what was done so far, the oldest first
     * @param verdicts what this person may decide now
     * @param own whether a second person is needed who is not this one
     */
    public record Item(
            ArrivalCase standing,
            Integer number,
            String clauseLabel,
            List<String> reasons,
            List<Concern> concerns,
            List<MarkedText> texts,
            List<Act> acts,
            List<Verdict> verdicts,
            boolean own) {}

    /** @param by a name; @param at as people read it */
    public record Act(String by, String at, ArrivalState state, String reason) {}

    private final ArrivalRows rows;
    private final Users users;
    private final CurrentActor actor;

    ArrivalQueue(ArrivalRows rows, Users users, CurrentActor actor) {
        this.rows = rows;
        this.users = users;
        this.actor = actor;
    }

    /** Those among these that were ever flagged or held, by suggestion. */
    public Map<Long, Item> of(Collection<Long> suggestions) {
        List<ArrivalCase> cases = rows.of(suggestions);
        Map<Long, List<ArrivalFlag>> flags =
                rows.flags(suggestions).stream().collect(Collectors.groupingBy(ArrivalFlag::suggestion));
        Map<Long, Arrived> words =
                rows.words(suggestions).stream().collect(Collectors.toMap(Arrived::suggestion, one -> one));
        Map<Long, ArrivalRows.Place> places =
                rows.places(suggestions).stream().collect(Collectors.toMap(ArrivalRows.Place::suggestion, one -> one));
        Map<Long, List<ArrivalCase.Step>> steps = rows.steps(suggestions);
        Map<String, String> names = new HashMap<>();
        return cases.stream()
                .map(one -> item(
                        one,
                        places.get(one.suggestion()),
                        words.get(one.suggestion()),
                        flags.getOrDefault(one.suggestion(), List.of()),
                        steps.getOrDefault(one.suggestion(), List.of()).stream()
                                .map(step -> act(step, names))
                                .toList()))
                .collect(Collectors.toMap(item -> item.standing().suggestion(), item -> item));
    }

    private Item item(
            ArrivalCase one, ArrivalRows.Place place, Arrived words, List<ArrivalFlag> flags, List<Act> acts) {
        boolean own = one.proposedBy(actor.id());
        Verdict again = one.state() == ArrivalState.HOLD_PROPOSED ? Verdict.HOLD : Verdict.PASS;
        return new Item(
                one,
                place.number(),
                place.clauseLabel(),
                reasons(flags),
                flags.stream().map(ArrivalFlag::concern).distinct().toList(),
                texts(words, flags),
                acts,
                one.open().stream().filter(verdict -> !own || verdict != again).toList(),
                own);
    }

    private Act act(ArrivalCase.Step step, Map<String, String> names) {
        return new Act(
                names.computeIfAbsent(step.actedBy(), users::nameOf),
                Shanghai.minute(step.actedAt()),
                step.state(),
                step.reason());
    }

    static List<String> reasons(List<ArrivalFlag> flags) {
        return flags.stream()
                .map(flag -> flag.concern().chinese() + (flag.rule() == null ? "" : "（" + flag.rule() + "）"))
                .distinct()
                .toList();
    }

    static List<MarkedText> texts(Arrived words, List<ArrivalFlag> flags) {
        return words.texts().entrySet().stream()
                .filter(text -> !text.getValue().isEmpty())
                .map(text -> MarkedText.of(
                        text.getKey(),
                        text.getValue(),
                        flags.stream()
                                .filter(flag -> flag.field() == text.getKey())
                                .map(ArrivalFlag::span)
                                .toList()))
                .toList();
    }
}
