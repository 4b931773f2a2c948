package cn.zhengxun.suggestion.amendment;

import cn.zhengxun.audit.AuditTrail;
import cn.zhengxun.consultation.Consultation;
import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.consultation.Consultations;
import cn.zhengxun.draft.clause.Clause;
import cn.zhengxun.draft.clause.ClauseTree;
import cn.zhengxun.kernel.CurrentActor;
import cn.zhengxun.kernel.NotFound;
import cn.zhengxun.kernel.RuleViolation;
import cn.zhengxun.suggestion.Change;
import cn.zhengxun.suggestion.Closing;
import cn.zhengxun.suggestion.DraftSheets;
import cn.zhengxun.suggestion.SubmitSuggestions;
import cn.zhengxun.suggestion.Suggestion;
import cn.zhengxun.suggestion.SuggestionId;
import cn.zhengxun.suggestion.SuggestionRows;
import cn.zhengxun.suggestion.arrival.Arrivals;
import cn.zhengxun.suggestion.live.LiveCounts;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Changes suggestions until collection closes. Nothing is written over: another version stands behind the old one, and
 * every change is kept. Changes of one consultation take turns at the door by which submissions and closing pass.
 */
@Service
@Transactional
class Amendments {
    private final AmendmentRows rows;
    private final SuggestionRows suggestions;
    private final Consultations consultations;
    private final DraftSheets sheets;
    private final Closing closing;
    private final Arrivals arrivals;
    private final LiveCounts live;
    private final CurrentActor actor;
    private final AuditTrail audit;
    private final Clock clock;

    Amendments(
            AmendmentRows rows,
            SuggestionRows suggestions,
            Consultations consultations,
            DraftSheets sheets,
            Closing closing,
            Arrivals arrivals,
            LiveCounts live,
            CurrentActor actor,
            AuditTrail audit,
            Clock clock) {
        this.rows = rows;
        this.suggestions = suggestions;
        this.consultations = consultations;
        this.sheets = sheets;
        this.closing = closing;
        this.arrivals = arrivals;
        this.live = live;
        this.actor = actor;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * The same key again makes nothing, and so do words that are the same as before.
     *
     * @return the version that counts now
     * @throws ChangedMeanwhile where this version is not the present one any more, or is withdrawn and was not, or was and
     *     is not, or where the key was used for other words @throws RuleViolation after closing @throws NotFound
     */
    SuggestionId amend(AmendSuggestion command) {
        Instant now = now();
        Suggestion old = require(command.suggestion());
        requireMay(old, command.by(), command.reason());
        AmendmentRows.Words words = words(command.words(), old);
        Consultation consultation = passTheDoor(old, now);

        Optional<SuggestionId> before = rows.ofKey(command.key());
        if (before.isPresent()) {
            Suggestion made = require(before.get());
            if (made.submission() != old.submission()
                    || !SubmitSuggestions.Item.of(made).equals(command.words())) {
                throw new ChangedMeanwhile();
            }
            return made.id();
        }
        requirePresent(old, command.withdrawn());
        if (!command.withdrawn() && SubmitSuggestions.Item.of(old).equals(command.words())) {
            return old.id();
        }
        if (!command.withdrawn()) {
            rows.withdraw(old.id(), now);
        }
        SuggestionId made = rows.insert(old, words);
        arrivals.replaced(
                consultation.number(), old.id().value(), command.words().arrived(made.value()));
        numberWhereClosed(consultation, made);
        live.changed(consultation.number());
        keep(made, Change.AMENDED, now, command.key(), command.reason());
        audit.record(
                command,
                consultation.number().value(),
                Map.of("suggestion", made.value(), "replaces", old.id().value()));
        return made;
    }

    /** Again changes nothing. @throws ChangedMeanwhile for a version that was replaced @throws RuleViolation after closing */
    void withdraw(WithdrawSuggestion command) {
        Instant now = now();
        Suggestion suggestion = require(command.suggestion());
        requireMay(suggestion, command.by(), command.reason());
        Consultation consultation = passTheDoor(suggestion, now);
        requireLatest(suggestion);
        if (rows.withdraw(suggestion.id(), now)) {
            live.changed(consultation.number());
            keep(suggestion.id(), Change.WITHDRAWN, now, UUID.randomUUID().toString(), command.reason());
            audit.record(
                    command,
                    consultation.number().value(),
                    Map.of("suggestion", suggestion.id().value()));
        }
    }

    /** Again changes nothing. @throws ChangedMeanwhile for a version that was replaced @throws RuleViolation after closing */
    void restore(RestoreSuggestion command) {
        Instant now = now();
        Suggestion suggestion = require(command.suggestion());
        requireMay(suggestion, command.by(), command.reason());
        Consultation consultation = passTheDoor(suggestion, now);
        requireLatest(suggestion);
        if (rows.restore(suggestion.id())) {
            numberWhereClosed(consultation, suggestion.id());
            live.changed(consultation.number());
            keep(suggestion.id(), Change.RESTORED, now, UUID.randomUUID().toString(), command.reason());
            audit.record(
                    command,
                    consultation.number().value(),
                    Map.of("suggestion", suggestion.id().value()));
        }
    }

    /** The version that stands for this one by now, itself where nothing replaced it. */
    @Transactional(readOnly = true)
    Suggestion latest(Suggestion suggestion) {
        SuggestionId id = suggestion.id();
        for (Optional<SuggestionId> next = Optional.of(id);
                next.isPresent();
                next = rows.successor(id, suggestion.submission())) {
            id = next.get();
        }
        return id.equals(suggestion.id()) ? suggestion : require(id);
    }

    @Transactional(readOnly = true)
    boolean withdrawn(SuggestionId suggestion) {
        return rows.withdrawnAt(suggestion) != null;
    }

    private Suggestion require(SuggestionId id) {
        return suggestions.find(id).orElseThrow(() -> new NotFound("没有这条意见，请从列表中选择。"));
    }

    /** People change what they wrote themselves; what was taken down from somebody, the office corrects, saying why. */
    private static void requireMay(Suggestion suggestion, ChangedBy by, String reason) {
        boolean own = suggestion.channel().own();
        if (by == ChangedBy.AUTHOR && !own) {
            throw new RuleViolation("这条意见是工作人员代为登记的，要更正请联系基层立法联系点。");
        }
        if (by == ChangedBy.OFFICE && own) {
            throw new RuleViolation("这条意见是本人在网上提交的，只能由本人修改或者撤回。");
        }
        if (by == ChangedBy.OFFICE && (reason == null || reason.isBlank())) {
            throw new RuleViolation("请写明更正原因，例如：本人来电更正。");
        }
    }

    /**
     * What arrived before closing is taken, also where closing went through the door first; the door is kept until the
     * transaction ends, and so is the submission, of which an erasure must not overlook a word.
     */
    private Consultation passTheDoor(Suggestion suggestion, Instant arrived) {
        ConsultationNumber number = suggestion.consultation();
        closing.requireChangeable(consultations.find(number), arrived);
        suggestions.keepTheDoor(number);
        Consultation consultation = consultations.find(number);
        closing.requireChangeable(consultation, arrived);
        if (!rows.keepUnerased(suggestion.submission())) {
            throw new RuleViolation("提出人的个人信息已经依法删除，这条意见不能再改。");
        }
        return consultation;
    }

    private void requireLatest(Suggestion suggestion) {
        if (rows.successor(suggestion.id(), suggestion.submission()).isPresent()) {
            throw new ChangedMeanwhile();
        }
    }

    private void requirePresent(Suggestion suggestion, boolean withdrawn) {
        requireLatest(suggestion);
        if (withdrawn(suggestion.id()) != withdrawn) {
            throw new ChangedMeanwhile();
        }
    }

    /** Closing went first and will not come by again. */
    private void numberWhereClosed(Consultation consultation, SuggestionId suggestion) {
        if (consultation.collectClosedAt() != null) {
            suggestions.numberNext(consultation.number(), suggestion);
        }
    }

    private void keep(SuggestionId suggestion, Change change, Instant at, String key, String reason) {
        rows.keep(new AmendmentRows.Made(suggestion, change, key, at, actor.id(), reason));
    }

    /** With the words that stand in the draft now; a clause that is not found there any more keeps those it had. */
    private AmendmentRows.Words words(SubmitSuggestions.Item item, Suggestion old) {
        if (item.clause() == null) {
            return new AmendmentRows.Words(item, "整体", "");
        }
        ClauseTree clauses = sheets.of(consultations.find(old.consultation())).clauses();
        Function<Clause, AmendmentRows.Words> now =
                clause -> new AmendmentRows.Words(item, clause.label(), clauses.fullText(clause.id()));
        return clauses.find(item.clause()).map(now).orElseGet(() -> {
            if (!item.clause().equals(old.clause())) {
                throw new RuleViolation("所选条款不在这次征询的草案里，请重新选择条款。");
            }
            return new AmendmentRows.Words(item, old.clauseLabel(), old.clauseText());
        });
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
