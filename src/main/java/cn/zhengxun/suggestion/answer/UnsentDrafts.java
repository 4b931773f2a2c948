package cn.zhengxun.suggestion.answer;

import cn.zhengxun.audit.AuditTrail;
import cn.zhengxun.consultation.Consultation;
import cn.zhengxun.consultation.Consultations;
import cn.zhengxun.kernel.NotFound;
import cn.zhengxun.kernel.RuleViolation;
import cn.zhengxun.outreach.Invitation;
import cn.zhengxun.outreach.InvitationId;
import cn.zhengxun.outreach.Invitations;
import cn.zhengxun.suggestion.BegunAnswers;
import cn.zhengxun.suggestion.Closing;
import cn.zhengxun.suggestion.SubmitSuggestions;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What invited people saved to go on with later. */
@Service
@Transactional
class UnsentDrafts implements BegunAnswers {
    /** All rows that a page takes, full of text, and some more. */
    private static final int LONGEST = 400_000;
    /** PostgreSQL cannot keep half a surrogate pair; a pair counts one character and is not matched. */
    private static final String HALF_PAIR = "[\\ud800-\\udfff]";

    private final UnsentDraftRows rows;
    private final Closing closing;
    private final Invitations invitations;
    private final Consultations consultations;
    private final ObjectMapper json;
    private final AuditTrail audit;
    private final Clock clock;

    UnsentDrafts(
            UnsentDraftRows rows,
            Closing closing,
            Invitations invitations,
            Consultations consultations,
            ObjectMapper json,
            AuditTrail audit,
            Clock clock) {
        this.rows = rows;
        this.closing = closing;
        this.invitations = invitations;
        this.consultations = consultations;
        this.json = json;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Only the first saving is in the audit trail: a page that saves by itself would fill it with its keystrokes.
     *
     * @return what is kept now
     * @throws NewerDraft where something else is kept than what the page started from
     * @throws RuleViolation when nothing was written, when it is too long, and when suggestions do not count any more
     */
    UnsentDraft save(SaveDraft command) {
        if (command.form().untouched()) {
            throw new RuleViolation("还没有写内容，不用保存。");
        }
        // first of all, since it keeps waiting another device's first save, and whoever is about to erase the person
        Invitation invitation = invitations
                .held(command.invitation())
                .orElseThrow(() -> new RuleViolation("这个链接已经失效，没有保存。您写的内容还在这一页，可以复制下来。"));
        Instant now = clock.instant();
        Consultation consultation = consultations.find(invitation.consultation());
        if (!consultation.acceptsAt(now) && !closing.graced(consultation, begunAt(invitation.id()), now)) {
            throw new RuleViolation("现在不在征集期内，不能保存草稿。您写的内容还在这一页，可以复制保存。");
        }
        String form = written(command.form());
        if (form.length() > LONGEST) {
            throw new RuleViolation("写得太长，存不下。请先提交一部分，再接着写。");
        }
        invitations.drafted(invitation.id(), now);
        Optional<UnsentDraft> before = find(invitation.id());
        if (before.isPresent() && command.overtakenBy(before.get().version())) {
            return before.get();
        }
        requireKnown(command, before.orElse(null));
        if (!rows.overwrite(invitation.id(), form, command.version(), now)) {
            rows.insert(invitation.id(), form, command.version(), now);
            audit.record(
                    command,
                    invitation.consultation().value(),
                    Map.of("invitation", invitation.id().value()));
        }
        return new UnsentDraft(
                command.form().basedOn(command.version()),
                command.version(),
                before.map(UnsentDraft::begunAt).orElse(now),
                now);
    }

    private void requireKnown(SaveDraft command, UnsentDraft kept) {
        String basis = command.form().basis();
        if (kept == null) {
            // a page that was still saving while its opinions were handed in
            if (rows.handedIn(command.form().key()) || !basis.isEmpty()) {
                throw new NewerDraft(null);
            }
        } else if (!kept.version().equals(basis) && !command.samePageAs(kept.version())) {
            throw new NewerDraft(kept);
        }
    }

    /** Again changes nothing. */
    void discard(DiscardDraft command) {
        // first, as saving does, or the two would wait for each other
        Invitation invitation = invitations.held(command.invitation()).orElseThrow(() -> new NotFound("请从收到的链接重新打开。"));
        if (rows.delete(List.of(invitation.id())) > 0) {
            invitations.drafted(invitation.id(), null);
            audit.record(
                    command,
                    invitation.consultation().value(),
                    Map.of("invitation", invitation.id().value()));
        }
    }

    @Override
    public void handedIn(Map<InvitationId, List<SubmitSuggestions.Item>> submitted) {
        Set<InvitationId> used = new HashSet<>();
        rows.find(submitted.keySet()).forEach((invitation, kept) -> {
            if (read(kept.form()).within(submitted.get(invitation))) {
                used.add(invitation);
            }
        });
        forget(used);
    }

    /**
     * What the page started from, or has saved since, is out of date once the page was handed in. Again changes nothing.
     *
     * @param turn of the page's last saving by itself, which may have come without the page getting to know; may be null
     */
    void outdated(InvitationId invitation, String basis, String turn) {
        // held first, as in saving; so nothing newer can be saved between the look and the forgetting
        if (invitations
                .held(invitation)
                .flatMap(held -> find(held.id()))
                .filter(kept -> kept.version().equals(basis) || SaveDraft.ofOnePage(turn, kept.version()))
                .isPresent()) {
            forget(List.of(invitation));
        }
    }

    private void forget(Collection<InvitationId> invitations) {
        rows.delete(invitations);
        this.invitations.drafted(invitations, null);
    }

    @Transactional(readOnly = true)
    Optional<UnsentDraft> find(InvitationId invitation) {
        return rows.find(invitation)
                .map(kept -> new UnsentDraft(
                        read(kept.form()).basedOn(kept.version()), kept.version(), kept.begunAt(), kept.savedAt()));
    }

    @Override
    @Transactional(readOnly = true)
    public Instant begunAt(InvitationId invitation) {
        return rows.find(invitation).map(UnsentDraftRows.Kept::begunAt).orElse(null);
    }

    private String written(AnswerForm form) {
        try {
            return json.writeValueAsString(form).replaceAll(HALF_PAIR, "\ufffd");
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a form of plain texts cannot be written as JSON", impossible);
        }
    }

    private AnswerForm read(String form) {
        try {
            return json.readValue(form, AnswerForm.class);
        } catch (JsonProcessingException damaged) {
            throw new IllegalStateException("an unsent draft cannot be read", damaged);
        }
    }
}
