package cn.zhengxun.suggestion.receipt;

import cn.zhengxun.consultation.Consultation;
import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.consultation.Consultations;
import cn.zhengxun.consultation.Lineage;
import cn.zhengxun.consultation.Status;
import cn.zhengxun.draft.Bills;
import cn.zhengxun.draft.Draft;
import cn.zhengxun.draft.DraftId;
import cn.zhengxun.draft.Drafts;
import cn.zhengxun.draft.Mappings;
import cn.zhengxun.draft.Reading;
import cn.zhengxun.draft.Succession;
import cn.zhengxun.draft.Visibility;
import cn.zhengxun.draft.clause.Clause;
import cn.zhengxun.suggestion.Suggestion;
import cn.zhengxun.suggestion.SuggestionId;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Leads people from the clause they spoke about to the latest text of the bill that everybody may read. */
@Component
class Onwards {
    /** Before, nobody is asked yet; afterwards, the text was withdrawn. */
    private static final Set<Status> ASKED = EnumSet.range(Status.COLLECTING, Status.ARCHIVED);

    private final Consultations consultations;
    private final Bills bills;
    private final Drafts drafts;
    private final Mappings mappings;

    Onwards(Consultations consultations, Bills bills, Drafts drafts, Mappings mappings) {
        this.consultations = consultations;
        this.bills = bills;
        this.drafts = drafts;
        this.mappings = mappings;
    }

    /** @return for those on a clause, where a later public text exists */
    Map<SuggestionId, Onward> of(Collection<Suggestion> suggestions) {
        Map<SuggestionId, Onward> onward = new HashMap<>();
        Map<ConsultationNumber, List<Suggestion>> byConsultation = suggestions.stream()
                .filter(suggestion -> suggestion.clause() != null)
                .collect(Collectors.groupingBy(Suggestion::consultation));
        byConsultation.forEach((number, theirs) -> {
            Lineage lineage = consultations.lineage(number);
            latest(lineage).ifPresent(draft -> {
                Succession way = mappings.succession(lineage.consultation().draft(), draft.id());
                theirs.forEach(suggestion -> onward.put(suggestion.id(), onward(suggestion, way, draft)));
            });
        });
        return onward;
    }

    /** The latest reading after the consultation's that people are asked about, or that is law. */
    private Optional<Draft> latest(Lineage lineage) {
        Consultation own = lineage.consultation();
        Stream<DraftId> asked = lineage.ofLaterReadings().stream()
                .filter(later -> later.visibility() == Visibility.PUBLIC && ASKED.contains(later.status()))
                .map(Consultation::draft);
        Stream<DraftId> law = bills.of(own.bill()).standing(Reading.PROMULGATED).stream()
                .filter(draft -> Reading.of(own.reading()) != Reading.PROMULGATED)
                .map(Draft::id);
        return Stream.concat(asked, law)
                .map(drafts::find)
                .filter(draft -> draft.visibility() == Visibility.PUBLIC)
                .reduce((one, next) -> next);
    }

    private static Onward onward(Suggestion suggestion, Succession way, Draft draft) {
        return new Onward(
                draft.reading(),
                way.of(suggestion.clause()).stream()
                        .map(id -> {
                            String label = way.end().find(id).map(Clause::label).orElseThrow();
                            String words = way.end().fullText(id);
                            return new Onward.Place(label, suggestion.clauseText(), words);
                        })
                        .toList());
    }
}
