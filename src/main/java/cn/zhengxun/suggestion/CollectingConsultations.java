package cn.zhengxun.suggestion;

import cn.zhengxun.consultation.Consultation;
import cn.zhengxun.consultation.Consultations;
import cn.zhengxun.directory.Directory;
import cn.zhengxun.directory.Station;
import cn.zhengxun.draft.clause.Clause;
import cn.zhengxun.draft.clause.ClauseId;
import cn.zhengxun.draft.clause.ClauseKind;
import cn.zhengxun.draft.clause.ClauseTree;
import io.swagger.v3.oas.annotations.Hidden;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the form for opinions taken down by staff (意见录入) offers to choose from. */
@RestController
@Hidden
class CollectingConsultations {

    /** @param stations the active ones */
    record Choice(String number, String title, List<ClauseChoice> clauses, List<StationChoice> stations) {}

    /** An article, or a 款 or 项 of it with its own words. */
    record ClauseChoice(long id, String label, String text) {}

    record StationChoice(long id, String name) {}

    private final Consultations consultations;
    private final DraftSheets sheets;
    private final Directory directory;
    private final Clock clock;

    CollectingConsultations(Consultations consultations, DraftSheets sheets, Directory directory, Clock clock) {
        this.consultations = consultations;
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
                        consultation.number().value(), consultation.title(), clauses(consultation), stations))
                .toList();
    }

    private List<ClauseChoice> clauses(Consultation consultation) {
        ClauseTree clauses = sheets.of(consultation).clauses();
        Map<ClauseId, Long> paragraphs = clauses.clauses().stream()
                .filter(clause -> clause.kind() == ClauseKind.PARAGRAPH && clause.parent() != null)
                .collect(Collectors.groupingBy(Clause::parent, Collectors.counting()));
        return clauses.clauses().stream()
                .filter(clause -> switch (clause.kind()) {
                    case ARTICLE, ITEM -> true;
                    // the only 款 of an article is the article
                    case PARAGRAPH -> paragraphs.getOrDefault(clause.parent(), 0L) > 1;
                    default -> false;
                })
                .map(clause -> new ClauseChoice(clause.id().value(), clause.label(), clauses.fullText(clause.id())))
                .toList();
    }
}
