package cn.zhengxun.collation;

import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.identity.Users;
import cn.zhengxun.kernel.CurrentActor;
import cn.zhengxun.suggestion.SuggestionId;
import cn.zhengxun.suggestion.arrival.ArrivalCase;
import cn.zhengxun.suggestion.arrival.ArrivalState;
import cn.zhengxun.suggestion.arrival.Arrivals;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads what the workbench of step 6 shows. */
@Service
@Transactional(readOnly = true)
class Workbench {
    static final int PAGE = 30;

    /** A cluster of alike suggestions is shown whole, so that one tick list holds it. */
    private static final int CLUSTER = 500;

    private static final int SHOWN_ALIKE = 3;

    private final CollationRows rows;
    private final GroupRows groups;
    private final AlikeRows alike;
    private final Arrivals arrivals;
    private final Users users;
    private final CurrentActor actor;

    Workbench(
            CollationRows rows, GroupRows groups, AlikeRows alike, Arrivals arrivals, Users users, CurrentActor actor) {
        this.rows = rows;
        this.groups = groups;
        this.alike = alike;
        this.arrivals = arrivals;
        this.users = users;
        this.actor = actor;
    }

    /** @param always suggestions to list besides, because something was typed for them */
    WorkbenchPage page(ConsultationNumber number, WorkbenchFilter asked, Collection<Long> always) {
        List<CollationRows.DecisionCount> decisions = rows.decisions(number);
        List<CollationRows.ClauseCount> clauses = rows.clauses(number);
        int total = clauses.stream()
                .mapToInt(CollationRows.ClauseCount::suggestions)
                .sum();
        int screened = decisions.stream()
                .mapToInt(CollationRows.DecisionCount::suggestions)
                .sum();
        WorkbenchFilter filter = asked.show() != null
                ? asked
                : asked.showing(
                        asked.like() != null || asked.group() != null || screened == total
                                ? WorkbenchFilter.ALL
                                : WorkbenchFilter.WAITING);
        List<CollationRow> listed = listed(number, filter, always);
        int matching = filter.like() != null ? listed.size() : rows.count(number, filter);
        return new WorkbenchPage(
                total,
                screened,
                sum(decisions, CollationRows.DecisionCount::confirmed),
                sum(decisions, count -> !count.confirmed() && count.screenedBy().equals(actor.id())),
                people(decisions),
                byDecision(decisions),
                clauses,
                groups.of(number),
                filter,
                matching,
                filter.like() != null ? 1 : (matching + PAGE - 1) / PAGE,
                items(number, listed),
                rows.lastBy(number, actor.id()).orElse(null));
    }

    private List<CollationRow> listed(ConsultationNumber number, WorkbenchFilter filter, Collection<Long> always) {
        if (filter.like() != null) {
            Set<Long> ids = new LinkedHashSet<>(always);
            alike.cluster(filter.like()).stream().limit(CLUSTER).forEach(ids::add);
            return rows.some(number, ids);
        }
        List<CollationRow> page = rows.page(number, filter, PAGE);
        Set<Long> missing = new LinkedHashSet<>(always);
        page.forEach(row -> missing.remove(row.id()));
        List<CollationRow> listed = new ArrayList<>(rows.some(number, missing));
        listed.addAll(page);
        return listed;
    }

    private static int sum(List<CollationRows.DecisionCount> decisions, Predicate<CollationRows.DecisionCount> which) {
        return decisions.stream()
                .filter(which)
                .mapToInt(CollationRows.DecisionCount::suggestions)
                .sum();
    }

    private List<WorkbenchPage.Person> people(List<CollationRows.DecisionCount> decisions) {
        Map<String, Integer> counts = new TreeMap<>();
        decisions.forEach(count -> counts.merge(count.screenedBy(), count.suggestions(), Integer::sum));
        return counts.entrySet().stream()
                .map(person -> new WorkbenchPage.Person(users.nameOf(person.getKey()), person.getValue()))
                .toList();
    }

    private static Map<Decision, Integer> byDecision(List<CollationRows.DecisionCount> decisions) {
        Map<Decision, Integer> counts = new EnumMap<>(Decision.class);
        for (Decision decision : Decision.values()) {
            counts.put(decision, sum(decisions, count -> count.decision() == decision));
        }
        return counts;
    }

    private List<WorkbenchPage.Item> items(ConsultationNumber number, List<CollationRow> listed) {
        Map<SuggestionId, List<GroupRows.Membership>> memberships = groups.memberships(number);
        Map<Long, List<NearCopies.Pair>> pairs =
                alike.of(listed.stream().map(CollationRow::id).toList());
        Map<Long, CollationRow> others = rows
                .some(
                        number,
                        pairs.values().stream()
                                .flatMap(of -> of.stream().limit(SHOWN_ALIKE))
                                .map(NearCopies.Pair::other)
                                .collect(Collectors.toSet()))
                .stream()
                .collect(Collectors.toMap(CollationRow::id, Function.identity()));
        Map<Long, ArrivalCase> cases =
                arrivals.of(listed.stream().map(CollationRow::id).toList());
        Map<String, String> names = new HashMap<>();
        return listed.stream()
                .map(row -> new WorkbenchPage.Item(
                        row,
                        toSay(cases.get(row.id())),
                        name(names, row.screenedBy()),
                        name(names, row.confirmedBy()),
                        memberships.getOrDefault(row.suggestion(), List.of()),
                        alikeWords(row, pairs.getOrDefault(row.id(), List.of()), others),
                        pairs.getOrDefault(row.id(), List.of()).size()))
                .toList();
    }

    /** That a suggestion was looked at and let pass concerns nobody in step 6. */
    private static ArrivalState toSay(ArrivalCase standing) {
        return standing == null || standing.state() == ArrivalState.CLEARED ? null : standing.state();
    }

    private String name(Map<String, String> names, String user) {
        return user == null ? null : names.computeIfAbsent(user, users::nameOf);
    }

    private static List<AlikeWords> alikeWords(
            CollationRow row, List<NearCopies.Pair> pairs, Map<Long, CollationRow> others) {
        return pairs.stream()
                .limit(SHOWN_ALIKE)
                .filter(pair -> others.containsKey(pair.other()))
                .map(pair -> {
                    CollationRow other = others.get(pair.other());
                    return new AlikeWords(
                            other.id(),
                            other.number(),
                            other.clauseLabel(),
                            pair.score(),
                            AlikeWords.compare(row.original(), other.original()));
                })
                .toList();
    }
}
