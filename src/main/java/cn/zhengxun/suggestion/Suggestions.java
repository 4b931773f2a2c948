package cn.zhengxun.suggestion;

import cn.zhengxun.audit.AuditTrail;
import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.directory.Directory;
import cn.zhengxun.directory.Informant;
import cn.zhengxun.directory.InformantId;
import cn.zhengxun.kernel.NotFound;
import cn.zhengxun.kernel.RuleViolation;
import cn.zhengxun.suggestion.live.LiveCounts;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Opinions: handing in, closing, reading. "Collected" leaves out withdrawn and late ones. */
@Service
@Transactional
public class Suggestions {
    private final HandingIn handingIn;
    private final SuggestionRows rows;
    private final CollectionDoor door;
    private final Directory directory;
    private final LiveCounts live;
    private final AuditTrail audit;

    Suggestions(
            HandingIn handingIn,
            SuggestionRows rows,
            CollectionDoor door,
            Directory directory,
            LiveCounts live,
            AuditTrail audit) {
        this.handingIn = handingIn;
        this.rows = rows;
        this.door = door;
        this.directory = directory;
        this.live = live;
        this.audit = audit;
    }

    /**
     * The same use case for every channel. A repeated idempotency key returns the first receipt and stores nothing;
     * where two requests with one key race, the second fails with DuplicateKeyException, which {@link SubmissionDesk}
     * turns into the first receipt.
     *
     * <p>What arrives before closing counts, also where closing overtakes it; it then gets the next number at once, and
     * so does what comes in the grace period.
     *
     * @return a receipt that says late where the deadline had passed: kept, shown to staff, not counted
     * @throws RuleViolation before collection, after the end for good, or for a clause of another draft
     */
    public Receipt submit(SubmitSuggestions command) {
        return submit(command, null);
    }

    /**
     * As {@link #submit(SubmitSuggestions)}.
     *
     * @param begunAt when staff began to take it down, which opens the grace period as the draft of an invited person
     *     does; null: when it is handed in
     */
    public Receipt submit(SubmitSuggestions command, Instant begunAt) {
        return handingIn.together(List.of(command), begunAt).get(0);
    }

    /** Gives the collected suggestions their numbers. Again changes nothing. @return how many there are */
    public int close(ConsultationNumber number) {
        return close(new CloseSuggestions(number));
    }

    /** As {@link #close(ConsultationNumber)}. Numbers once given stay, also when collection was opened again. */
    public int close(CloseSuggestions command) {
        ConsultationNumber number = command.consultation();
        door.hold();
        rows.keepTheDoor(number);
        List<Long> unnumbered = rows.unnumbered(number);
        rows.number(unnumbered, rows.highestNumber(number) + 1);
        int collected = rows.count(number);
        audit.record(command, number.value(), Map.of("collected", collected, "numbered", unnumbered.size()));
        return collected;
    }

    @Transactional(readOnly = true)
    public int count(ConsultationNumber number) {
        return rows.count(number);
    }

    /** Collected ones, by number, before closing by arrival. */
    @Transactional(readOnly = true)
    public List<Suggestion> of(ConsultationNumber number) {
        return rows.collected(number);
    }

    /** Any one, late or withdrawn ones too. @throws NotFound */
    @Transactional(readOnly = true)
    public Suggestion find(SuggestionId id) {
        return rows.find(id).orElseThrow(() -> new NotFound("没有这条意见，请从列表中选择。"));
    }

    /** All of one person's, newest first, over all consultations; late ones too, withdrawn ones not. */
    @Transactional(readOnly = true)
    public List<Suggestion> ofInformant(InformantId informant) {
        return rows.ofInformant(informant);
    }

    /** Everyone who gave collected suggestions and can be told about them, each with all of theirs in order of number. */
    @Transactional(readOnly = true)
    public Map<Contributor, List<Suggestion>> byContributor(ConsultationNumber number) {
        Set<Long> erased = rows.erased(number);
        List<Suggestion> collected = rows.collected(number).stream()
                .filter(one -> !erased.contains(one.submission()))
                .toList();
        Map<InformantId, Informant> informants = directory
                .informants(collected.stream()
                        .map(Suggestion::informant)
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet()))
                .stream()
                .collect(Collectors.toMap(Informant::id, Function.identity()));
        Map<Long, SuggestionRows.Outsider> outsiders = rows.outsiders(number);
        Map<Object, List<Suggestion>> byPerson = collected.stream()
                .collect(Collectors.groupingBy(
                        one -> one.informant() == null ? (Object) one.submission() : one.informant(),
                        LinkedHashMap::new,
                        Collectors.toList()));
        Map<Contributor, List<Suggestion>> byContributor = new LinkedHashMap<>();
        byPerson.forEach((person, theirs) -> byContributor.put(
                person instanceof InformantId id
                        ? contributor(informants.get(id), theirs)
                        : contributor(outsiders.get(theirs.get(0).submission()), theirs),
                theirs));
        return byContributor;
    }

    private static Contributor contributor(Informant informant, List<Suggestion> theirs) {
        String contact = informant.email() == null ? informant.phone() : informant.email();
        return new Contributor(informant.id(), null, informant.name(), contact, latestReceipt(theirs));
    }

    private static Contributor contributor(SuggestionRows.Outsider outsider, List<Suggestion> theirs) {
        return new Contributor(null, outsider.submission(), outsider.name(), outsider.contact(), latestReceipt(theirs));
    }

    private static String latestReceipt(List<Suggestion> theirs) {
        return theirs.stream()
                .max(Comparator.comparing(Suggestion::acceptedAt).thenComparing(Suggestion::submission))
                .orElseThrow()
                .receipt();
    }
}
