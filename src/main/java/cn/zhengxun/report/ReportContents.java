package cn.zhengxun.report;

import cn.zhengxun.collation.Collation;
import cn.zhengxun.collation.Decision;
import cn.zhengxun.collation.Grade;
import cn.zhengxun.collation.ReviewNote;
import cn.zhengxun.collation.Reviews;
import cn.zhengxun.collation.Screening;
import cn.zhengxun.consultation.Consultation;
import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.directory.Directory;
import cn.zhengxun.directory.Station;
import cn.zhengxun.directory.StationId;
import cn.zhengxun.draft.Drafts;
import cn.zhengxun.draft.clause.Clause;
import cn.zhengxun.draft.clause.ClauseId;
import cn.zhengxun.kernel.RuleViolation;
import cn.zhengxun.kernel.Shanghai;
import cn.zhengxun.outreach.Invitation;
import cn.zhengxun.outreach.Invitations;
import cn.zhengxun.suggestion.AuthorMasks;
import cn.zhengxun.suggestion.Suggestion;
import cn.zhengxun.suggestion.SuggestionId;
import cn.zhengxun.suggestion.Suggestions;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Gathers what a report says from the rooms before it, each asked once. */
@Component
class ReportContents {
    private final Suggestions suggestions;
    private final Collation collation;
    private final Reviews reviews;
    private final Drafts drafts;
    private final Directory directory;
    private final Invitations invitations;
    private final AuthorMasks authors;
    private final Clock clock;
    private final String office;

    ReportContents(
            Suggestions suggestions,
            Collation collation,
            Reviews reviews,
            Drafts drafts,
            Directory directory,
            Invitations invitations,
            AuthorMasks authors,
            Clock clock,
            @Value("${zhengxun.office:人民广场街道基层立法联系点}") String office) {
        this.suggestions = suggestions;
        this.collation = collation;
        this.reviews = reviews;
        this.drafts = drafts;
        this.directory = directory;
        this.invitations = invitations;
        this.authors = authors;
        this.clock = clock;
        this.office = office;
    }

    /** @param introduction null for the office's usual opening */
    ReportContent of(Consultation consultation, String introduction) {
        ConsultationNumber number = consultation.number();
        List<Suggestion> received = suggestions.of(number);
        Map<SuggestionId, Screening> screenings = collation.of(number);
        Map<StationId, String> stations =
                directory.stations().stream().collect(Collectors.toMap(Station::id, Station::name));
        List<Entry> entries = entries(number, received, screenings, stations);
        return new ReportContent(
                consultation,
                consultation.reportVersion(),
                office,
                Shanghai.dateOf(clock.instant()),
                introduction == null ? usualIntroduction(consultation) : introduction,
                statistics(number, received, screenings, stations, entries),
                sections(consultation, entries),
                entries.stream().filter(e -> e.grade() == Grade.APPENDIX).toList(),
                entries);
    }

    private List<Entry> entries(
            ConsultationNumber number,
            List<Suggestion> received,
            Map<SuggestionId, Screening> screenings,
            Map<StationId, String> stations) {
        Set<SuggestionId> forwarded = new HashSet<>(collation.forwarded(number));
        Map<SuggestionId, Grade> grades = reviews.grades(number);
        Map<SuggestionId, List<ReviewNote>> notes = reviews.notes(number);
        Map<SuggestionId, Integer> alike = alike(screenings);
        AuthorMasks.Masks masks = authors.of(number);
        List<Entry> entries = received.stream()
                .filter(s -> forwarded.contains(s.id()))
                .sorted(Comparator.comparing(Suggestion::number, Comparator.nullsLast(Comparator.naturalOrder())))
                .map(s -> new Entry(
                        s,
                        screenings.get(s.id()),
                        grades.getOrDefault(s.id(), Grade.GENERAL),
                        s.station() == null ? null : stations.get(s.station()),
                        alike.getOrDefault(s.id(), 0),
                        notes.getOrDefault(s.id(), List.of())))
                .map(entry -> entry.masked(masks))
                .toList();
        if (entries.stream().anyMatch(e -> e.suggestion().number() == null)) {
            throw new RuleViolation("征集还没有截止，意见还没有编号，请等征集截止后再生成报告。");
        }
        return entries;
    }

    /** Members of a group count one another; a suggestion in two groups counts each other one once. */
    private static Map<SuggestionId, Integer> alike(Map<SuggestionId, Screening> screenings) {
        Map<String, Set<SuggestionId>> groups = new HashMap<>();
        screenings.forEach((id, screening) -> screening
                .groups()
                .forEach(group ->
                        groups.computeIfAbsent(group, g -> new HashSet<>()).add(id)));
        Map<SuggestionId, Integer> alike = new HashMap<>();
        screenings.forEach((id, screening) -> {
            if (screening.groups().size() == 1) {
                alike.put(id, groups.get(screening.groups().get(0)).size() - 1);
            } else if (!screening.groups().isEmpty()) {
                Set<SuggestionId> all = new HashSet<>();
                screening.groups().forEach(group -> all.addAll(groups.get(group)));
                alike.put(id, all.size() - 1);
            }
        });
        return alike;
    }

    private List<ClauseSection> sections(Consultation consultation, List<Entry> entries) {
        Map<ClauseId, Integer> order = drafts.clauses(consultation.draft()).clauses().stream()
                .collect(Collectors.toMap(Clause::id, Clause::position));
        Map<ClauseId, List<Entry>> byClause = new LinkedHashMap<>();
        entries.stream()
                .filter(e -> e.grade() != Grade.APPENDIX)
                .forEach(e -> byClause.computeIfAbsent(e.suggestion().clause(), c -> new ArrayList<>())
                        .add(e));
        Comparator<ClauseId> lawsOrder =
                Comparator.comparingInt(clause -> clause == null ? -1 : order.getOrDefault(clause, Integer.MAX_VALUE));
        return byClause.keySet().stream()
                .sorted(lawsOrder)
                .map(clause -> section(byClause.get(clause)))
                .toList();
    }

    private static ClauseSection section(List<Entry> entries) {
        Suggestion first = entries.get(0).suggestion();
        return new ClauseSection(
                first.clauseLabel(),
                first.clauseText(),
                entries.stream()
                        .sorted(Comparator.comparing(Entry::grade)
                                .thenComparing(e -> e.suggestion().number()))
                        .toList());
    }

    private ReportStatistics statistics(
            ConsultationNumber number,
            List<Suggestion> received,
            Map<SuggestionId, Screening> screenings,
            Map<StationId, String> stations,
            List<Entry> entries) {
        List<Suggestion> collected = received.stream()
                .filter(s -> !decided(screenings, s, Decision.OUT_OF_SCOPE))
                .toList();
        List<Invitation> invited = invitations.of(number);
        AuthorMasks.Masks masks = authors.of(number);
        return new ReportStatistics(
                collected.size(),
                graded(entries, Grade.KEY),
                graded(entries, Grade.GENERAL),
                graded(entries, Grade.APPENDIX),
                received.size() - collected.size(),
                collected.size() - entries.size(),
                contributors(collected),
                invited.size(),
                (int) invited.stream().filter(i -> i.answeredAt() != null).count(),
                counts(collected, s -> s.channel().chinese()),
                counts(collected, s -> s.station() == null ? null : stations.get(s.station())),
                counts(
                        collected,
                        s -> s.identityCategory() == null
                                ? "未填写"
                                : masks.category(s.id().value(), s.identityCategory())),
                counts(collected, s -> kind(screenings, s)));
    }

    private static boolean decided(Map<SuggestionId, Screening> screenings, Suggestion suggestion, Decision decision) {
        Screening screening = screenings.get(suggestion.id());
        return screening != null && screening.decision() == decision;
    }

    private static String kind(Map<SuggestionId, Screening> screenings, Suggestion suggestion) {
        Screening screening = screenings.get(suggestion.id());
        return (screening == null ? suggestion.kind() : screening.kind()).chinese();
    }

    private static int graded(List<Entry> entries, Grade grade) {
        return (int) entries.stream().filter(e -> e.grade() == grade).count();
    }

    /** A person outside the directory is known by the submission alone. */
    private static int contributors(List<Suggestion> collected) {
        return (int) collected.stream()
                .map(s -> s.informant() == null ? (Object) s.submission() : s.informant())
                .distinct()
                .count();
    }

    private static Map<String, Integer> counts(List<Suggestion> collected, Function<Suggestion, String> by) {
        Map<String, Integer> counts = new HashMap<>();
        collected.stream()
                .map(by)
                .filter(java.util.Objects::nonNull)
                .forEach(key -> counts.merge(key, 1, Integer::sum));
        Map<String, Integer> largestFirst = new LinkedHashMap<>();
        counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .forEach(entry -> largestFirst.put(entry.getKey(), entry.getValue()));
        return largestFirst;
    }

    private static String usualIntroduction(Consultation consultation) {
        String opening = "按照贵单位关于征求" + consultation.citedTitle() + "（" + consultation.reading() + "）意见的来文要求，我联系点自"
                + Shanghai.date(consultation.registeredAt()) + "起组织开展意见征询工作，要求于"
                + Shanghai.date(consultation.deadline()) + "前报送。现将征询意见情况报告如下。";
        return consultation.reportVersion() > 1
                ? opening + "本报告为第" + consultation.reportVersion() + "版（补充报告）。"
                : opening;
    }
}
