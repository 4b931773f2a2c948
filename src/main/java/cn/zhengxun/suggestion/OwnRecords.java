package cn.zhengxun.suggestion;

import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.directory.InformantId;
import cn.zhengxun.draft.Visibility;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What people gave, with what became of it, for their own eyes. */
@Component
@Transactional(readOnly = true)
class OwnRecords {
    private final SuggestionRows rows;
    private final KnownFates fates;
    private final Onwards onwards;

    OwnRecords(SuggestionRows rows, KnownFates fates, Onwards onwards) {
        this.rows = rows;
        this.fates = fates;
        this.onwards = onwards;
    }

    /** Newest first, over all consultations. */
    List<Handed> ofInformant(InformantId informant) {
        return handed(rows.handedBy(informant));
    }

    /** One submission, where it is this informant's. */
    Optional<Handed> ofInformant(InformantId informant, String receipt) {
        return handed(rows.handedWith(receipt)).stream()
                .filter(handed ->
                        informant.equals(handed.entries().get(0).suggestion().informant()))
                .findFirst();
    }

    /** One submission that came over an open channel, from somebody who is not in the directory. */
    Optional<Handed> ofOpenChannel(ConsultationNumber consultation, String receipt) {
        return handed(rows.handedWith(receipt)).stream()
                .filter(handed -> handed.consultation().equals(consultation))
                .filter(handed -> {
                    Suggestion first = handed.entries().get(0).suggestion();
                    return first.informant() == null && first.channel() == Channel.QR_CODE;
                })
                .findFirst();
    }

    /** One submission of somebody who is not in the directory, on whichever channel it came. */
    Optional<Handed> ofStranger(String receipt) {
        return handed(rows.handedWith(receipt)).stream()
                .filter(handed -> handed.entries().get(0).suggestion().informant() == null)
                .findFirst();
    }

    private List<Handed> handed(List<SuggestionRows.Told> told) {
        Map<SuggestionId, SuggestionFates.Fate> known =
                fates.of(told.stream().map(one -> one.suggestion().id()).toList());
        Map<SuggestionId, Onward> onward =
                onwards.of(told.stream().map(SuggestionRows.Told::suggestion).toList());
        Map<Long, List<SuggestionRows.Told>> bySubmission = told.stream()
                .collect(Collectors.groupingBy(
                        one -> one.suggestion().submission(), LinkedHashMap::new, Collectors.toList()));
        return bySubmission.values().stream()
                .map(theirs -> handed(theirs, known, onward))
                .toList();
    }

    private static Handed handed(
            List<SuggestionRows.Told> theirs,
            Map<SuggestionId, SuggestionFates.Fate> known,
            Map<SuggestionId, Onward> onward) {
        SuggestionRows.Told first = theirs.get(0);
        boolean late = first.timing() == Timing.LATE;
        return new Handed(
                first.suggestion().receipt(),
                first.suggestion().consultation(),
                first.title(),
                first.visibility() == Visibility.INTERNAL,
                first.suggestion().acceptedAt(),
                late,
                theirs.stream()
                        .map(one -> new Handed.Entry(
                                one.suggestion(),
                                known.getOrDefault(one.suggestion().id(), late ? KnownFates.LATE : KnownFates.RECEIVED),
                                onward.get(one.suggestion().id())))
                        .toList());
    }
}
