package cn.zhengxun.suggestion;

import cn.zhengxun.audit.AuditTrail;
import cn.zhengxun.consultation.Consultation;
import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.consultation.Consultations;
import cn.zhengxun.directory.Directory;
import cn.zhengxun.draft.clause.Clause;
import cn.zhengxun.draft.clause.ClauseTree;
import cn.zhengxun.kernel.RuleViolation;
import cn.zhengxun.outreach.Invitation;
import cn.zhengxun.outreach.InvitationId;
import cn.zhengxun.outreach.Invitations;
import cn.zhengxun.suggestion.arrival.Arrivals;
import cn.zhengxun.suggestion.arrival.Concern;
import cn.zhengxun.suggestion.attachment.Attachments;
import cn.zhengxun.suggestion.live.LiveCounts;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps what was handed in. Whatever comes at the same time is kept in one transaction, and what each of them has to ask the
 * database is asked once for all: on the last evening that is what makes the difference. What few of them ask, such as the
 * station of an open channel or the grace period, is asked by each. One alone goes the same way.
 */
@Service
@Transactional
class HandingIn {
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

    HandingIn(
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
     * All of them or none.
     *
     * @param commands with different keys
     * @param begunAt when staff began to take them down, which opens the grace period as the draft of an invited person
     *     does; null: when they are handed in
     * @return their receipts, in the same order; for a key that was used before the first one, and then nothing is kept
     * @throws RuleViolation for the first of them that cannot be taken
     * @throws org.springframework.dao.DuplicateKeyException where a key is used by somebody else at the same time
     * @throws ClosedMeanwhile where step 6 ended in between
     */
    List<Receipt> together(List<SubmitSuggestions> commands, Instant begunAt) {
        Map<String, Receipt> receipts = submissions.receiptsOfKeys(
                commands.stream().map(SubmitSuggestions::idempotencyKey).toList());
        List<Arriving> arriving = arriving(
                commands.stream()
                        .filter(command -> !receipts.containsKey(command.idempotencyKey()))
                        .toList(),
                begunAt);
        if (!arriving.isEmpty()) {
            List<Long> ids = keep(arriving);
            audit.record(IntStream.range(0, ids.size())
                    .mapToObj(i -> entry(arriving.get(i), ids.get(i)))
                    .toList());
        }
        arriving.forEach(one -> receipts.put(one.command().idempotencyKey(), one.given()));
        return commands.stream()
                .map(command -> receipts.get(command.idempotencyKey()))
                .toList();
    }

    private List<Arriving> arriving(List<SubmitSuggestions> commands, Instant begunAt) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Map<ConsultationNumber, Consultation> asking = new HashMap<>();
        Map<InvitationId, Invitation> invited = invitations.held(commands.stream()
                .map(SubmitSuggestions::invitation)
                .filter(Objects::nonNull)
                .toList());
        List<Arriving> arriving = new ArrayList<>();
        for (SubmitSuggestions command : commands) {
            Minors.requireGuardian(command);
            requireKnownStation(command);
            Consultation consultation = asking.computeIfAbsent(command.consultation(), consultations::find);
            Invitation invitation = invitation(command, invited);
            Supplier<Instant> begun = invitation != null && invitation.draftedAt() != null
                    ? () -> drafts.begunAt(invitation.id())
                    : () -> begunAt;
            arriving.add(new Arriving(
                    command,
                    invitation,
                    // one that is taken already is a duplicate key, too, and the desk asks for another
                    receiptNumbers.next(now),
                    now,
                    closing.timing(consultation, begun, now),
                    words(command, consultation)));
        }
        return arriving;
    }

    /** @return the submissions' ids, in the same order */
    private List<Long> keep(List<Arriving> arriving) {
        List<Long> ids = submissions.insert(arriving);
        List<List<Long>> suggestions = submissions.insertSuggestions(arriving, ids);
        for (int i = 0; i < arriving.size(); i++) {
            SubmitSuggestions command = arriving.get(i).command();
            arrivals.look(
                    command.consultation(),
                    command.arrived(suggestions.get(i)),
                    command.suspicious() ? Concern.MACHINE : null);
        }
        attachments.adopt(IntStream.range(0, ids.size())
                .boxed()
                .collect(Collectors.toMap(i -> arriving.get(i).command().idempotencyKey(), ids::get)));
        answered(arriving);
        passTheDoor(arriving, suggestions);
        arriving.stream().map(one -> one.command().consultation()).distinct().forEach(live::changed);
        return ids;
    }

    /** An invited person's is the directory's own. */
    private void requireKnownStation(SubmitSuggestions command) {
        if (command.invitation() == null
                && command.station() != null
                && directory.station(command.station()).isEmpty()) {
            throw new RuleViolation("站点不在名录中，请重新选择。");
        }
    }

    /** @return null where it came without one */
    private static Invitation invitation(SubmitSuggestions command, Map<InvitationId, Invitation> invited) {
        if (command.invitation() == null) {
            return null;
        }
        Invitation invitation = invited.get(command.invitation());
        if (invitation == null || !invitation.consultation().equals(command.consultation())) {
            throw new RuleViolation("这份邀请不属于这次征询，请从收到的链接重新打开。");
        }
        return invitation;
    }

    private List<Arriving.Words> words(SubmitSuggestions command, Consultation consultation) {
        ClauseTree clauses = sheets.of(consultation).clauses();
        return command.suggestions().stream()
                .map(item -> {
                    if (item.clause() == null) {
                        return new Arriving.Words(item, "整体", "");
                    }
                    Clause clause =
                            clauses.find(item.clause()).orElseThrow(() -> new RuleViolation("所选条款不在这次征询的草案里，请重新选择条款。"));
                    return new Arriving.Words(item, clause.label(), clauses.fullText(clause.id()));
                })
                .toList();
    }

    private void answered(List<Arriving> arriving) {
        Map<InvitationId, List<SubmitSuggestions.Item>> drafted = new LinkedHashMap<>();
        List<InvitationId> first = new ArrayList<>();
        for (Arriving one : arriving) {
            Invitation invitation = one.invitation();
            if (invitation == null) {
                // who spoke at a meeting has answered the invitation all the same
                answeredOtherwise(one.command()).ifPresent(first::add);
                continue;
            }
            if (invitation.answeredAt() == null || invitation.noOpinionAt() != null) {
                first.add(invitation.id());
            }
            if (invitation.draftedAt() != null) {
                drafted.computeIfAbsent(invitation.id(), any -> new ArrayList<>())
                        .addAll(one.command().suggestions());
            }
        }
        invitations.answered(first);
        drafts.handedIn(drafted);
    }

    private Optional<InvitationId> answeredOtherwise(SubmitSuggestions command) {
        return Optional.ofNullable(command.informant())
                .flatMap(informant -> invitations.find(command.consultation(), informant))
                .map(Invitation::id);
    }

    /**
     * Keeps the door until the transaction ends: either closing waits for these submissions and numbers them, or closing
     * was first, and then they get their numbers here, one consultation after the other.
     */
    private void passTheDoor(List<Arriving> arriving, List<List<Long>> suggestions) {
        Map<ConsultationNumber, List<Long>> counted = new TreeMap<>(Comparator.comparing(ConsultationNumber::value));
        for (int i = 0; i < arriving.size(); i++) {
            if (!arriving.get(i).late()) {
                counted.computeIfAbsent(arriving.get(i).command().consultation(), any -> new ArrayList<>())
                        .addAll(suggestions.get(i));
            }
        }
        if (counted.isEmpty()) {
            return;
        }
        door.pass();
        counted.forEach((number, ids) -> {
            if (!rows.collecting(number)) {
                rows.keepTheDoor(number);
                if (!closing.stillCounted(consultations.find(number))) {
                    throw new ClosedMeanwhile();
                }
                rows.number(ids, rows.highestNumber(number) + 1);
            }
        });
    }

    private static AuditTrail.Entry entry(Arriving one, long submission) {
        return new AuditTrail.Entry(
                one.command(),
                one.command().consultation().value(),
                Map.of(
                        "submission",
                        submission,
                        "suggestions",
                        one.words().size(),
                        "channel",
                        one.command().channel().name(),
                        "timing",
                        one.timing().name()));
    }
}
