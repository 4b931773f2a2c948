package cn.zhengxun.suggestion;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Puts versions together that belong to one suggestion. */
@Component
public class Histories {
    private final ChangeRows changes;
    private final SuggestionRows rows;

    Histories(ChangeRows changes, SuggestionRows rows) {
        this.changes = changes;
        this.rows = rows;
    }

    /**
     * A suggestion as it stands now, with what it went through.
     *
     * @param present its latest version, also where that is withdrawn
     * @param position of its first version among what was handed in together
     * @param steps handing in first
     */
    public record Line(SuggestionRows.Told present, int position, List<Step> steps) {
        public boolean withdrawn() {
            return present.withdrawnAt() != null;
        }

        /** Whether this is one of its versions. */
        boolean includes(SuggestionId version) {
            return steps.stream()
                    .anyMatch(step -> step.words() != null && step.words().id().equals(version));
        }
    }

    /** @param told every version of the submissions it names; @return in the order they were written, by submission */
    public Map<Long, List<Line>> of(List<SuggestionRows.Told> told) {
        Set<Long> submissions =
                told.stream().map(one -> one.suggestion().submission()).collect(Collectors.toSet());
        Map<Long, List<ChangeRows.Kept>> kept = changes.of(submissions);
        Map<Long, List<Line>> lines = new HashMap<>();
        told.stream()
                .collect(Collectors.groupingBy(one -> one.suggestion().submission()))
                .forEach((submission, theirs) ->
                        lines.put(submission, lines(theirs, kept.getOrDefault(submission, List.of()))));
        return lines;
    }

    /** Of one, whichever of its versions this is. */
    Line of(Suggestion version) {
        return of(rows.handedAs(version.submission())).get(version.submission()).stream()
                .filter(line -> line.includes(version.id()))
                .findFirst()
                .orElseThrow();
    }

    private static List<Line> lines(List<SuggestionRows.Told> versions, List<ChangeRows.Kept> changes) {
        Map<SuggestionId, SuggestionRows.Told> byId = new HashMap<>();
        Set<SuggestionId> replaced = new HashSet<>();
        for (SuggestionRows.Told version : versions) {
            byId.put(version.suggestion().id(), version);
            if (version.replaces() != null) {
                replaced.add(version.replaces());
            }
        }
        return versions.stream()
                .filter(version -> !replaced.contains(version.suggestion().id()))
                .map(present -> line(present, byId, changes))
                .sorted(Comparator.comparingInt(Line::position))
                .toList();
    }

    private static Line line(
            SuggestionRows.Told present, Map<SuggestionId, SuggestionRows.Told> byId, List<ChangeRows.Kept> changes) {
        Set<SuggestionId> chain = new HashSet<>();
        SuggestionRows.Told first = present;
        chain.add(first.suggestion().id());
        while (first.replaces() != null) {
            first = byId.get(first.replaces());
            chain.add(first.suggestion().id());
        }
        List<Step> steps = new ArrayList<>();
        steps.add(new Step(null, first.suggestion().acceptedAt(), first.suggestion(), null, null));
        for (ChangeRows.Kept change : changes) {
            if (chain.contains(change.suggestion())) {
                Suggestion words = change.change() == Change.AMENDED
                        ? byId.get(change.suggestion()).suggestion()
                        : null;
                steps.add(new Step(change.change(), change.at(), words, change.by(), change.reason()));
            }
        }
        return new Line(present, first.position(), List.copyOf(steps));
    }
}
