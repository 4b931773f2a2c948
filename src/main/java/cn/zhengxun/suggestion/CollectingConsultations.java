package cn.zhengxun.suggestion;

import cn.zhengxun.consultation.Consultation;
import cn.zhengxun.consultation.Consultations;
import cn.zhengxun.consultation.Plans;
import cn.zhengxun.directory.Directory;
import cn.zhengxun.directory.Station;
import cn.zhengxun.draft.clause.Clause;
import cn.zhengxun.draft.clause.ClauseId;
import cn.zhengxun.draft.clause.ClauseKind;
import cn.zhengxun.draft.clause.ClauseTree;
import io.swagger.v3.oas.annotations.Hidden;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the form for opinions taken down by staff (意见录入) offers to choose from. */
@RestController
@Hidden
class CollectingConsultations {

    /** @param stations the active ones */
    record Choice(
            String number,
            String title,
            List<ClauseChoice> clauses,
            List<StationChoice> stations,
            List<String> categories) {}

    /** An article or what stands for one, or a 款 or 项 of it with its own words. */
    record ClauseChoice(long id, String label, String text) {}

    record StationChoice(long id, String name) {}

    private final Consultations consultations;
    private final Plans plans;
    private final DraftSheets sheets;
    private final Directory directory;
    private final Clock clock;

    CollectingConsultations(
            Consultations consultations, Plans plans, DraftSheets sheets, Directory directory, Clock clock) {
        this.consultations = consultations;
        this.plans = plans;
        this.sheets = sheets;
        this.directory = directory;
        this.clock = clock;
    }

    /** The consultations that are collecting now, the newest first. */
    @GetMapping("/staff/collecting.json")
    @PreAuthorize("hasAuthority('staff')")
    List<Choice> collecting() {
        List<StationChoice> stations = directory.stations().stream()
                .filter(Station::active)
                .map(station -> new StationChoice(station.id().value(), station.name()))
                .toList();
        return consultations.list().stream()
                .filter(consultation -> consultation.acceptsAt(clock.instant()))
                .map(consultation -> new Choice(
                        consultation.number().value(),
                        consultation.title(),
                        clauses(consultation),
                        stations,
                        plans.identityCategories(consultation.number())))
                .toList();
    }

    private List<ClauseChoice> clauses(Consultation consultation) {
        ClauseTree clauses = sheets.of(consultation).clauses();
        Set<ClauseId> units = clauses.units().stream().map(Clause::id).collect(Collectors.toSet());
        Set<ClauseId> within = new HashSet<>();
        List<ClauseChoice> choices = new ArrayList<>();
        for (Clause clause : clauses.clauses()) {
            boolean unit = units.contains(clause.id());
            if (!unit && !within.contains(clause.parent())) {
                continue;
            }
            within.add(clause.id());
            if (unit || isChoice(clause, clauses)) {
                choices.add(new ClauseChoice(clause.id().value(), clause.label(), clauses.fullText(clause.id())));
            }
        }
        return choices;
    }

    /** A 项, or one of several 款: the only 款 of an article is the article. */
    private static boolean isChoice(Clause clause, ClauseTree clauses) {
        return clause.kind() == ClauseKind.ITEM
                || clause.kind() == ClauseKind.PARAGRAPH
                        && clauses.children(clause.parent()).stream()
                                        .filter(c -> c.kind() == ClauseKind.PARAGRAPH)
                                        .count()
                                > 1;
    }
}
