package cn.zhengxun.suggestion.arrival;

import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.identity.Users;
import cn.zhengxun.kernel.CurrentActor;
import cn.zhengxun.kernel.Shanghai;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads what the page of suggestions to be looked at shows. */
@Service
@Transactional(readOnly = true)
class ArrivalQueue {
    static final int PAGE = 30;

    /** What the page lists; each as the address says it. */
    enum Show {
        OPEN(EnumSet.of(ArrivalState.WAITING, ArrivalState.HOLD_PROPOSED, ArrivalState.RELEASE_PROPOSED)),
        HELD(EnumSet.of(ArrivalState.HELD)),
        DONE(EnumSet.of(ArrivalState.CLEARED, ArrivalState.REROUTED));

        private final Set<ArrivalState> states;

        Show(Set<ArrivalState> states) {
            this.states = states;
        }

        int of(Map<ArrivalState, Integer> counts) {
            return states.stream()
                    .mapToInt(state -> counts.getOrDefault(state, 0))
                    .sum();
        }

        static Show named(String name) {
            for (Show show : values()) {
                if (show.name().equalsIgnoreCase(name)) {
                    return show;
                }
            }
            return OPEN;
        }
    }

    /**
     * @param number null before closing; @param reasons such as 涉及他人个人信息（手机号码）
     * @param lastBy name of who acted last; null where nobody did
     * @param verdicts what this person may decide now
     * @param own whether a second person is needed who is not this one
     */
    record Item(
            ArrivalCase standing,
            Integer number,
            String clauseLabel,
            List<String> reasons,
            List<MarkedText> texts,
            String lastBy,
            String lastAt,
            List<Verdict> verdicts,
            boolean own) {}

    private final ArrivalRows rows;
    private final Users users;
    private final CurrentActor actor;

    ArrivalQueue(ArrivalRows rows, Users users, CurrentActor actor) {
        this.rows = rows;
        this.users = users;
        this.actor = actor;
    }

    /** @param page from 1 */
    List<Item> page(ConsultationNumber consultation, Show show, int page) {
        return items(rows.of(consultation.value(), show.states, PAGE, (long) (page - 1) * PAGE));
    }

    private List<Item> items(List<ArrivalCase> cases) {
        Collection<Long> ids = cases.stream().map(ArrivalCase::suggestion).toList();
        Map<Long, List<ArrivalFlag>> flags =
                rows.flags(ids).stream().collect(Collectors.groupingBy(ArrivalFlag::suggestion));
        Map<Long, Arrived> words = rows.words(ids).stream().collect(Collectors.toMap(Arrived::suggestion, one -> one));
        Map<Long, ArrivalRows.Place> places =
                rows.places(ids).stream().collect(Collectors.toMap(ArrivalRows.Place::suggestion, one -> one));
        return cases.stream()
                .map(one -> item(
                        one,
                        places.get(one.suggestion()),
                        words.get(one.suggestion()),
                        flags.getOrDefault(one.suggestion(), List.of())))
                .toList();
    }

    private Item item(ArrivalCase one, ArrivalRows.Place place, Arrived words, List<ArrivalFlag> flags) {
        boolean own = one.proposedBy(actor.id());
        Verdict again = one.state() == ArrivalState.HOLD_PROPOSED ? Verdict.HOLD : Verdict.PASS;
        return new Item(
                one,
                place.number(),
                place.clauseLabel(),
                reasons(flags),
                texts(words, flags),
                one.last() == null ? null : users.nameOf(one.last().actedBy()),
                one.last() == null ? null : Shanghai.minute(one.last().actedAt()),
                one.open().stream().filter(verdict -> !own || verdict != again).toList(),
                own);
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
