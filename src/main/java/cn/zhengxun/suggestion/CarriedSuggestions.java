package cn.zhengxun.suggestion;

import cn.zhengxun.consultation.Consultation;
import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.consultation.Consultations;
import cn.zhengxun.draft.Drafts;
import cn.zhengxun.draft.Mappings;
import cn.zhengxun.draft.Succession;
import cn.zhengxun.draft.clause.Clause;
import cn.zhengxun.draft.clause.ClauseId;
import cn.zhengxun.draft.clause.ClauseTree;
import cn.zhengxun.suggestion.Carried.Group;
import cn.zhengxun.suggestion.Carried.Item;
import cn.zhengxun.suggestion.Carried.Place;
import cn.zhengxun.suggestion.Carried.Section;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Carries the suggestions of a bill's earlier readings to the present one. They are shown, and counted where they came in. */
@Component
@Transactional(readOnly = true)
class CarriedSuggestions {
    private static final SuggestionFates.Fate RECEIVED = new SuggestionFates.Fate("已收到", "");
    private static final SuggestionFates.Fate LATE = new SuggestionFates.Fate("逾期收到", "");

    private final Consultations consultations;
    private final Drafts drafts;
    private final Mappings mappings;
    private final SuggestionRows rows;
    private final KnownFates fates;

    CarriedSuggestions(
            Consultations consultations, Drafts drafts, Mappings mappings, SuggestionRows rows, KnownFates fates) {
        this.consultations = consultations;
        this.drafts = drafts;
        this.mappings = mappings;
        this.rows = rows;
        this.fates = fates;
    }

    /** How many there are to be carried, each once. */
    int count(ConsultationNumber number) {
        return rows.handedTo(consultations.lineage(number).ofEarlierReadings().stream()
                .map(Consultation::number)
                .toList());
    }

    Carried to(ConsultationNumber number) {
        Consultation present = consultations.find(number);
        List<Consultation> earlier = consultations.lineage(number).ofEarlierReadings();
        ClauseTree text = drafts.clauses(present.draft());
        Layout layout = new Layout(text);
        int late = 0;
        int suggestions = 0;
        for (Consultation one : earlier) {
            List<SuggestionRows.Told> told = rows.handedTo(one.number());
            Map<SuggestionId, SuggestionFates.Fate> known =
                    fates.of(told.stream().map(it -> it.suggestion().id()).toList());
            Succession way = mappings.succession(one.draft(), present.draft());
            told.forEach(it -> layout.place(one, it, known.get(it.suggestion().id()), way));
            suggestions += told.size();
            late += (int) told.stream().filter(it -> it.timing() == Timing.LATE).count();
        }
        return new Carried(earlier, suggestions, late, layout.sections());
    }

    /** Where a section stands: before everything, at a clause, or behind it. */
    private record Spot(int position, boolean behind, String label) implements Comparable<Spot> {
        static final Spot WHOLE = new Spot(-2, false, "");

        @Override
        public int compareTo(Spot other) {
            return Comparator.comparingInt(Spot::position)
                    .thenComparing(Spot::behind)
                    .compare(this, other);
        }
    }

    /** Sections that grow as suggestions are put into them. */
    private static final class Layout {
        private final ClauseTree text;
        private final Map<ClauseId, Clause> clauses;
        private final Map<Spot, Map<Group, List<Item>>> spots = new LinkedHashMap<>();
        private final Map<Integer, Clause> byPosition;

        private final Map<ClauseId, Carried.Now> present = new HashMap<>();

        Layout(ClauseTree text) {
            this.text = text;
            this.clauses = text.clauses().stream().collect(Collectors.toMap(Clause::id, Function.identity()));
            this.byPosition = text.clauses().stream().collect(Collectors.toMap(Clause::position, Function.identity()));
        }

        void place(Consultation from, SuggestionRows.Told told, SuggestionFates.Fate known, Succession way) {
            Suggestion suggestion = told.suggestion();
            boolean late = told.timing() == Timing.LATE;
            SuggestionFates.Fate fate = known != null ? known : late ? LATE : RECEIVED;
            if (suggestion.clause() == null) {
                put(Spot.WHOLE, from, null, new Item(suggestion, late, fate, List.of()));
                return;
            }
            List<Clause> now =
                    way.of(suggestion.clause()).stream().map(clauses::get).toList();
            if (now.isEmpty()) {
                int behind = way.placeOf(suggestion.clause())
                        .map(clauses::get)
                        .map(Clause::position)
                        .orElse(-1);
                put(
                        new Spot(behind, true, from.reading() + suggestion.clauseLabel()),
                        from,
                        null,
                        new Item(suggestion, late, fate, List.of()));
            }
            for (Clause clause : now) {
                List<String> elsewhere = now.stream()
                        .filter(other -> !other.equals(clause))
                        .map(Clause::label)
                        .toList();
                put(
                        new Spot(text.unitOf(clause.id()).orElse(clause).position(), false, ""),
                        from,
                        present.computeIfAbsent(
                                clause.id(), id -> new Carried.Now(id, clause.label(), text.fullText(id))),
                        new Item(suggestion, late, fate, elsewhere));
            }
        }

        private void put(Spot spot, Consultation from, Carried.Now now, Item item) {
            Suggestion suggestion = item.suggestion();
            Group group = new Group(from, suggestion.clauseLabel(), suggestion.clauseText(), now, List.of());
            spots.computeIfAbsent(spot, key -> new LinkedHashMap<>())
                    .computeIfAbsent(group, key -> new ArrayList<>())
                    .add(item);
        }

        List<Section> sections() {
            return spots.entrySet().stream()
                    .sorted(Map.Entry.comparingByKey())
                    .map(entry -> section(entry.getKey(), entry.getValue()))
                    .toList();
        }

        private Section section(Spot spot, Map<Group, List<Item>> content) {
            List<Group> groups = content.entrySet().stream()
                    .map(entry -> new Group(
                            entry.getKey().consultation(),
                            entry.getKey().label(),
                            entry.getKey().words(),
                            entry.getKey().now(),
                            List.copyOf(entry.getValue())))
                    .toList();
            if (spot.equals(Spot.WHOLE)) {
                return new Section(Place.WHOLE, null, "", groups);
            }
            if (spot.behind()) {
                return new Section(Place.REMOVED, null, spot.label(), groups);
            }
            Clause clause = byPosition.get(spot.position());
            return new Section(Place.CLAUSE, clause.id(), clause.label(), groups);
        }
    }
}
