package cn.zhengxun.suggestion;

import cn.zhengxun.audit.AuditTrail;
import cn.zhengxun.consultation.Consultation;
import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.consultation.Consultations;
import cn.zhengxun.directory.Directory;
import cn.zhengxun.directory.Informant;
import cn.zhengxun.directory.InformantId;
import cn.zhengxun.draft.clause.Clause;
import cn.zhengxun.draft.clause.ClauseTree;
import cn.zhengxun.kernel.NotFound;
import cn.zhengxun.kernel.RuleViolation;
import cn.zhengxun.outreach.Invitation;
import cn.zhengxun.outreach.Invitations;
import cn.zhengxun.suggestion.arrival.Arrivals;
import cn.zhengxun.suggestion.arrival.Concern;
import cn.zhengxun.suggestion.attachment.AdoptAttachments;
import cn.zhengxun.suggestion.attachment.Attachments;
import cn.zhengxun.suggestion.live.LiveCounts;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Opinions: handing in, closing, reading. "Collected" leaves out withdrawn and late ones. */
@Service
@Transactional
public class Suggestions {
    private final SubmissionRows submissions;
    private final SuggestionRows rows;
    private final ReceiptNumbers receiptNumbers;
    private final Consultations consultations;
    private final DraftSheets sheets;
    private final BegunAnswers drafts;
    private final Closing closing;
    private final CollectionDoor door;
    private final Invitations invitations;
    private final Directory directory;
    private final Attachments attachments;
    private final LiveCounts live;
    private final Arrivals arrivals;
    private final AuditTrail audit;
    private final Clock clock;

    Suggestions(
            SubmissionRows submissions,
            SuggestionRows rows,
            ReceiptNumbers receiptNumbers,
            Consultations consultations,
            DraftSheets sheets,
            BegunAnswers drafts,
            Closing closing,
            CollectionDoor door,
            Invitations invitations,
            Directory directory,
            Attachments attachments,
            LiveCounts live,
            Arrivals arrivals,
            AuditTrail audit,
            Clock clock) {
        this.submissions = submissions;
        this.rows = rows;
        this.receiptNumbers = receiptNumbers;
        this.consultations = consultations;
        this.sheets = sheets;
        this.drafts = drafts;
        this.closing = closing;
        this.door = door;
        this.invitations = invitations;
        this.directory = directory;
        this.attachments = attachments;
        this.live = live;
        this.arrivals = arrivals;
        this.audit = audit;
        this.clock = clock;
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
        Optional<Receipt> first = submissions.receiptOfKey(command.idempotencyKey());
        if (first.isPresent()) {
            return first.get();
        }
        Minors.requireGuardian(command);
        Consultation consultation = consultations.find(command.consultation());
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        // an invited person's is the directory's own
        if (command.invitation() == null
                && command.station() != null
                && directory.station(command.station()).isEmpty()) {
            throw new RuleViolation("站点不在名录中，请重新选择。");
        }
        Optional<Invitation> invitation = invitation(command);
        Timing timing = closing.timing(
                consultation,
                invitation
                        .filter(invited -> invited.draftedAt() != null)
                        .map(Invitation::id)
                        .map(drafts::begunAt)
                        .orElse(begunAt),
                now);
        InformantId informant = invitation.map(Invitation::informant).orElse(command.informant());
        List<SubmissionRows.Words> words = words(command, consultation);

        // one that is taken already is a duplicate key, too, and the desk asks for another
        String receipt = receiptNumbers.next(now);
        long submission = submissions.insert(command, informant, receipt, now, timing);
        List<Long> ids = submissions.insertSuggestions(submission, consultation.number(), words);
        arrivals.look(consultation.number(), command.arrived(ids), command.suspicious() ? Concern.MACHINE : null);
        attachments.adopt(new AdoptAttachments(command.idempotencyKey(), submission));
        answered(command, invitation, informant);
        if (timing != Timing.LATE) {
            passTheDoor(consultation.number(), submission);
        }
        audit.record(
                command,
                consultation.number().value(),
                Map.of(
                        "submission",
                        submission,
                        "suggestions",
                        words.size(),
                        "channel",
                        command.channel().name(),
                        "timing",
                        timing.name()));
        live.changed(consultation.number());
        return new Receipt(receipt, now, words.size(), timing == Timing.LATE, false);
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

    /**
     * Keeps the door until the caller's transaction ends: either closing waits for this submission and numbers it, or
     * closing was first, and then it gets its number here, one submission after the other.
     *
     * @throws ClosedMeanwhile where step 6 is over already
     */
    private void passTheDoor(ConsultationNumber number, long submission) {
        door.pass();
        if (rows.collecting(number)) {
            return;
        }
        rows.keepTheDoor(number);
        if (!closing.stillCounted(consultations.find(number))) {
            throw new ClosedMeanwhile();
        }
        rows.number(rows.ofSubmission(submission), rows.highestNumber(number) + 1);
    }

    private Optional<Invitation> invitation(SubmitSuggestions command) {
        if (command.invitation() == null) {
            return Optional.empty();
        }
        return Optional.of(invitations
                .find(command.invitation())
                .filter(found -> found.consultation().equals(command.consultation()))
                .orElseThrow(() -> new RuleViolation("这份邀请不属于这次征询，请从收到的链接重新打开。")));
    }

    private List<SubmissionRows.Words> words(SubmitSuggestions command, Consultation consultation) {
        ClauseTree clauses = sheets.of(consultation).clauses();
        return command.suggestions().stream()
                .map(item -> {
                    if (item.clause() == null) {
                        return new SubmissionRows.Words(item, "整体", "");
                    }
                    Clause clause =
                            clauses.find(item.clause()).orElseThrow(() -> new RuleViolation("所选条款不在这次征询的草案里，请重新选择条款。"));
                    return new SubmissionRows.Words(item, clause.label(), clauses.fullText(clause.id()));
                })
                .toList();
    }

    private void answered(SubmitSuggestions command, Optional<Invitation> invitation, InformantId informant) {
        if (invitation.isPresent()) {
            Invitation answered = invitation.get();
            if (answered.answeredAt() == null || answered.noOpinionAt() != null) {
                invitations.answered(answered.id());
            }
            if (answered.draftedAt() != null) {
                drafts.handedIn(answered.id(), command.suggestions());
            }
        } else if (informant != null) {
            // who spoke at a meeting has answered the invitation all the same
            invitations
                    .find(command.consultation(), informant)
                    .map(Invitation::id)
                    .ifPresent(invitations::answered);
        }
    }
}
