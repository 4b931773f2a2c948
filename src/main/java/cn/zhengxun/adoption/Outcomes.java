package cn.zhengxun.adoption;

import cn.zhengxun.audit.AuditTrail;
import cn.zhengxun.collation.Collation;
import cn.zhengxun.collation.Decision;
import cn.zhengxun.collation.Screening;
import cn.zhengxun.consultation.Consultation;
import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.consultation.Consultations;
import cn.zhengxun.consultation.Status;
import cn.zhengxun.kernel.CurrentActor;
import cn.zhengxun.kernel.NotFound;
import cn.zhengxun.kernel.RuleViolation;
import cn.zhengxun.suggestion.Suggestion;
import cn.zhengxun.suggestion.SuggestionId;
import cn.zhengxun.suggestion.Suggestions;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Step 9: what became of each suggestion, told to each contributor. Every suggestion that was received in time gets an
 * answer, also one that was held or handed to another body.
 */
@Service
@Transactional
public class Outcomes {
    private final OutcomeRows rows;
    private final Letters letters;
    private final Consultations consultations;
    private final Suggestions suggestions;
    private final Collation collation;
    private final AuditTrail audit;
    private final CurrentActor actor;
    private final Clock clock;

    Outcomes(
            OutcomeRows rows,
            Letters letters,
            Consultations consultations,
            Suggestions suggestions,
            Collation collation,
            AuditTrail audit,
            CurrentActor actor,
            Clock clock) {
        this.rows = rows;
        this.letters = letters;
        this.consultations = consultations;
        this.suggestions = suggestions;
        this.collation = collation;
        this.audit = audit;
        this.actor = actor;
        this.clock = clock;
    }

    /** Takes back a second person's agreement to an earlier judgement. @throws RuleViolation once it was told to its author */
    public void record(RecordOutcome command) {
        requireTracking(command.consultation());
        requireCollected(command.consultation(), Set.of(command.suggestion()));
        judge(
                command.consultation(),
                command.suggestion(),
                command.kind(),
                command.article(),
                command.articleText(),
                command.strength(),
                command.reason(),
                command.evidence());
        audit.record(
                command,
                command.consultation().value(),
                Map.of(
                        "suggestion", command.suggestion().value(),
                        "outcome", command.kind().name()));
    }

    /** 未采纳 for all of them, or for none. */
    public void recordNotAdopted(RecordNotAdopted command) {
        requireTracking(command.consultation());
        requireCollected(command.consultation(), command.suggestions());
        command.suggestions()
                .forEach(suggestion -> judge(
                        command.consultation(),
                        suggestion,
                        OutcomeKind.NOT_ADOPTED,
                        null,
                        null,
                        null,
                        command.reason(),
                        command.evidence()));
        audit.record(
                command,
                command.consultation().value(),
                Map.of("suggestions", command.suggestions().size()));
    }

    /** For each suggestion handed to another body that has no outcome yet: 研究参考, naming the body. @return how many */
    public int answerRouted(AnswerRouted command) {
        ConsultationNumber number = command.consultation();
        requireTracking(number);
        Map<SuggestionId, Outcome> judged = rows.of(number);
        List<Screening> routed = collation.of(number).values().stream()
                .filter(screening ->
                        screening.decision() == Decision.OUT_OF_SCOPE && !judged.containsKey(screening.suggestion()))
                .toList();
        for (Screening screening : routed) {
            judge(
                    number,
                    screening.suggestion(),
                    OutcomeKind.NOTED,
                    null,
                    null,
                    null,
                    RoutedAnswer.reason(screening.routedTo()),
                    RoutedAnswer.EVIDENCE);
        }
        audit.record(command, number.value(), Map.of("suggestions", routed.size()));
        return routed.size();
    }

    /** @throws RuleViolation saying how many collected suggestions have no final outcome yet (待定 is none) */
    @Transactional(readOnly = true)
    public void requireComplete(ConsultationNumber number) {
        Map<SuggestionId, Outcome> judged = rows.of(number);
        List<Suggestion> collected = suggestions.of(number);
        long missing = collected.stream()
                .filter(suggestion -> !judged.containsKey(suggestion.id()))
                .count();
        long pending = collected.stream()
                .map(suggestion -> judged.get(suggestion.id()))
                .filter(outcome -> outcome != null && outcome.kind() == OutcomeKind.PENDING)
                .count();
        if (missing + pending > 0) {
            throw new RuleViolation("还有" + (missing + pending) + "条意见没有最终结果（未登记" + missing + "条，待定" + pending
                    + "条），请先在“采纳结果”页补齐，每条都写明理由。");
        }
    }

    /** A second person agrees to all. @throws RuleViolation when the actor judged any of them */
    public void confirm(ConfirmOutcomes command) {
        requireComplete(command.consultation());
        long own = rows.of(command.consultation()).values().stream()
                .filter(outcome ->
                        outcome.confirmedBy() == null && outcome.judgedBy().equals(actor.id()))
                .count();
        if (own > 0) {
            throw new RuleViolation("其中" + own + "条结果是您本人登记的，不能由您复核，请换一位同事复核。");
        }
        int confirmed = rows.confirm(command.consultation(), actor.id(), clock.instant());
        audit.record(command, command.consultation().value(), Map.of("confirmed", confirmed));
    }

    /** Writes one letter for each contributor with all their suggestions, and queues the mail of those with an address. Again sends nothing. */
    public void publish(ConsultationNumber number) {
        publish(new PublishOutcomes(number));
    }

    /** As {@link #publish(ConsultationNumber)}. */
    public void publish(PublishOutcomes command) {
        ConsultationNumber number = command.consultation();
        requireComplete(number);
        long unconfirmed = rows.of(number).values().stream()
                .filter(outcome -> outcome.confirmedBy() == null)
                .count();
        if (unconfirmed > 0) {
            throw new RuleViolation("还有" + unconfirmed + "条结果没有经第二人复核，不能反馈，请先在待办中复核。");
        }
        Instant now = clock.instant();
        int published = rows.publish(number, now);
        Letters.Written written = letters.write(number, now);
        audit.record(
                command,
                number.value(),
                Map.of("published", published, "letters", written.letters(), "mails", written.mails()));
    }

    /** 草案终止 for every collected suggestion, published at once. What was told before stays. */
    public void endDraft(ConsultationNumber number) {
        endDraft(new EndDraft(number));
    }

    /** As {@link #endDraft(ConsultationNumber)}. */
    public void endDraft(EndDraft command) {
        ConsultationNumber number = command.consultation();
        Consultation consultation = consultations.find(number);
        String why =
                consultation.endReason() == null || consultation.endReason().isBlank()
                        ? "草案已撤回或者终止审议，本次征询随之终止。"
                        : "草案已撤回或者终止审议：" + consultation.endReason();
        Map<SuggestionId, Outcome> judged = rows.of(number);
        List<Suggestion> open = suggestions.of(number).stream()
                .filter(suggestion -> !judged.containsKey(suggestion.id())
                        || judged.get(suggestion.id()).publishedAt() == null)
                .toList();
        open.forEach(suggestion ->
                judge(number, suggestion.id(), OutcomeKind.DRAFT_ENDED, null, null, null, why, "征求意见单位的撤回或终止通知"));
        Instant now = clock.instant();
        rows.confirm(number, actor.id(), now);
        rows.publish(number, now);
        Letters.Written written = letters.write(number, now);
        audit.record(
                command,
                number.value(),
                Map.of("ended", open.size(), "letters", written.letters(), "mails", written.mails()));
    }

    /** In the order of the suggestions' numbers. */
    @Transactional(readOnly = true)
    public Map<SuggestionId, Outcome> of(ConsultationNumber number) {
        return rows.of(number);
    }

    /** Every suggestion that wants an answer, by number. */
    @Transactional(readOnly = true)
    List<OutcomesPage.Line> lines(ConsultationNumber number) {
        Map<SuggestionId, Outcome> judged = rows.of(number);
        Map<SuggestionId, Screening> screenings = collation.of(number);
        return suggestions.of(number).stream()
                .map(suggestion -> {
                    Screening screening = screenings.get(suggestion.id());
                    boolean routed = screening != null && screening.decision() == Decision.OUT_OF_SCOPE;
                    String body = screening == null || screening.routedTo() == null ? "" : screening.routedTo();
                    return new OutcomesPage.Line(
                            suggestion,
                            judged.get(suggestion.id()),
                            screening == null ? null : screening.normalised(),
                            routed ? body : null);
                })
                .toList();
    }

    private void judge(
            ConsultationNumber number,
            SuggestionId suggestion,
            OutcomeKind kind,
            String article,
            String articleText,
            Strength strength,
            String reason,
            String evidence) {
        Outcome outcome = new Outcome(
                suggestion,
                kind,
                article,
                articleText,
                strength,
                reason,
                evidence,
                actor.id(),
                clock.instant(),
                null,
                null);
        if (!rows.judge(number, outcome)) {
            throw new RuleViolation("这条意见的结果已经反馈给提出人，不能直接改动；确需更正的，请先报办公室主任决定。");
        }
    }

    private void requireTracking(ConsultationNumber number) {
        Status status = consultations.find(number).status();
        if (status != Status.TRACKING && status != Status.ENDED) {
            throw new RuleViolation("征询" + number + "现处于“" + status.chinese() + "”，上报以后（跟踪反馈）才能登记采纳结果。");
        }
    }

    private void requireCollected(ConsultationNumber number, Set<SuggestionId> ids) {
        Set<SuggestionId> collected =
                suggestions.of(number).stream().map(Suggestion::id).collect(Collectors.toSet());
        if (!collected.containsAll(ids)) {
            throw new NotFound("这条意见不在征询" + number + "按期收到的意见里，请从列表中选择。");
        }
    }
}
