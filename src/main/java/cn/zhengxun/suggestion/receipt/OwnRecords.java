package cn.zhengxun.suggestion.receipt;

import cn.zhengxun.consultation.Consultation;
import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.consultation.Consultations;
import cn.zhengxun.directory.InformantId;
import cn.zhengxun.draft.Visibility;
import cn.zhengxun.kernel.Shanghai;
import cn.zhengxun.outreach.Invitation;
import cn.zhengxun.outreach.Invitations;
import cn.zhengxun.suggestion.Channel;
import cn.zhengxun.suggestion.Closing;
import cn.zhengxun.suggestion.Histories;
import cn.zhengxun.suggestion.KnownFates;
import cn.zhengxun.suggestion.Suggestion;
import cn.zhengxun.suggestion.SuggestionFates;
import cn.zhengxun.suggestion.SuggestionId;
import cn.zhengxun.suggestion.SuggestionRows;
import cn.zhengxun.suggestion.Timing;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What people gave, with what became of it, for their own eyes. */
@Component
@Transactional(readOnly = true)
public class OwnRecords {
    /** Consultations on one page of the record. */
    static final int PAGE = 10;

    private final SuggestionRows rows;
    private final Invitations invitations;
    private final KnownFates fates;
    private final Onwards onwards;
    private final Histories histories;
    private final Consultations consultations;
    private final Closing closing;
    private final Clock clock;

    OwnRecords(
            SuggestionRows rows,
            Invitations invitations,
            KnownFates fates,
            Onwards onwards,
            Histories histories,
            Consultations consultations,
            Closing closing,
            Clock clock) {
        this.rows = rows;
        this.invitations = invitations;
        this.fates = fates;
        this.onwards = onwards;
        this.histories = histories;
        this.consultations = consultations;
        this.closing = closing;
        this.clock = clock;
    }

    /** @param here the consultation whose link is in use; @param year null for all; @param page from 1, or beyond the end */
    OwnRecord ofInformant(InformantId informant, ConsultationNumber here, Integer year, int page) {
        Map<ConsultationNumber, Invitation> invited = invitations.of(informant).stream()
                .collect(Collectors.toMap(Invitation::consultation, Function.identity()));
        Map<ConsultationNumber, Instant> latest = new HashMap<>();
        invited.values().forEach(one -> latest.put(one.consultation(), one.issuedAt()));
        Map<ConsultationNumber, SuggestionRows.Spoken> spoken = rows.spoken(informant);
        spoken.forEach((number, one) ->
                latest.merge(number, one.lastAt(), (issued, said) -> issued.isAfter(said) ? issued : said));
        List<ConsultationNumber> all = latest.keySet().stream()
                .filter(number ->
                        year == null || Shanghai.dateOf(latest.get(number)).getYear() == year)
                .sorted(Comparator.comparing(latest::get, Comparator.reverseOrder()))
                .toList();
        int pages = Math.max(1, (all.size() + PAGE - 1) / PAGE);
        int shown = Math.min(Math.max(page, 1), pages);
        List<ConsultationNumber> numbers = all.subList((shown - 1) * PAGE, Math.min(shown * PAGE, all.size()));
        Map<ConsultationNumber, List<Handed>> handed = numbers.isEmpty()
                ? Map.of()
                : handed(rows.handedBy(informant, numbers)).stream()
                        .collect(Collectors.groupingBy(Handed::consultation));
        Instant now = clock.instant();
        return new OwnRecord(
                numbers.stream()
                        .map(number -> {
                            Consultation consultation = consultations.find(number);
                            return new OwnRecord.Consulted(
                                    consultation,
                                    invited.get(number),
                                    number.equals(here),
                                    consultation.acceptsAt(now),
                                    handed.getOrDefault(number, List.of()));
                        })
                        .toList(),
                year,
                latest.values().stream()
                        .map(at -> Shanghai.dateOf(at).getYear())
                        .distinct()
                        .sorted(Comparator.reverseOrder())
                        .toList(),
                all.size(),
                all.stream()
                        .map(spoken::get)
                        .filter(Objects::nonNull)
                        .mapToInt(SuggestionRows.Spoken::suggestions)
                        .sum(),
                shown,
                pages);
    }

    /** One submission, where it is this informant's. */
    public Optional<Handed> ofInformant(InformantId informant, String receipt) {
        return handed(rows.handedWith(receipt)).stream()
                .filter(handed ->
                        informant.equals(handed.entries().get(0).suggestion().informant()))
                .findFirst();
    }

    /** One submission that came over an open channel, from somebody who is not in the directory. */
    public Optional<Handed> ofOpenChannel(ConsultationNumber consultation, String receipt) {
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

    /** One submission, whoever made it; for mail to its author. */
    Optional<Handed> ofReceipt(String receipt) {
        return handed(rows.handedWith(receipt)).stream().findFirst();
    }

    private List<Handed> handed(List<SuggestionRows.Told> told) {
        Map<Long, List<Histories.Line>> lines = histories.of(told);
        List<Suggestion> present = lines.values().stream()
                .flatMap(List::stream)
                .map(line -> line.present().suggestion())
                .toList();
        Map<SuggestionId, SuggestionFates.Fate> known =
                fates.of(present.stream().map(Suggestion::id).toList());
        Map<SuggestionId, Onward> onward = onwards.of(present);
        Map<ConsultationNumber, Boolean> open = open(present);
        return told.stream()
                .map(one -> one.suggestion().submission())
                .distinct()
                .map(lines::get)
                .map(theirs -> handed(theirs, known, onward, open))
                .toList();
    }

    private Map<ConsultationNumber, Boolean> open(List<Suggestion> suggestions) {
        Instant now = clock.instant();
        return suggestions.stream()
                .map(Suggestion::consultation)
                .distinct()
                .collect(Collectors.toMap(
                        number -> number, number -> closing.changeable(consultations.find(number), now)));
    }

    private static Handed handed(
            List<Histories.Line> theirs,
            Map<SuggestionId, SuggestionFates.Fate> known,
            Map<SuggestionId, Onward> onward,
            Map<ConsultationNumber, Boolean> open) {
        SuggestionRows.Told first = theirs.get(0).present();
        Suggestion any = first.suggestion();
        boolean late = first.timing() == Timing.LATE;
        return new Handed(
                any.submission(),
                any.receipt(),
                any.consultation(),
                first.title(),
                first.visibility() == Visibility.INTERNAL,
                any.channel(),
                any.channel().own() && open.get(any.consultation()),
                any.acceptedAt(),
                late,
                theirs.stream().map(line -> entry(line, late, known, onward)).toList());
    }

    private static Handed.Entry entry(
            Histories.Line line,
            boolean late,
            Map<SuggestionId, SuggestionFates.Fate> known,
            Map<SuggestionId, Onward> onward) {
        Suggestion suggestion = line.present().suggestion();
        SuggestionFates.Fate fate = line.withdrawn()
                ? KnownFates.WITHDRAWN
                : known.getOrDefault(suggestion.id(), late ? KnownFates.LATE : KnownFates.RECEIVED);
        return new Handed.Entry(suggestion, fate, onward.get(suggestion.id()), line.withdrawn(), line.steps());
    }
}
