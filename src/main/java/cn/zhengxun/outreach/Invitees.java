package cn.zhengxun.outreach;

import cn.zhengxun.audit.AuditTrail;
import cn.zhengxun.consultation.Consultation;
import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.consultation.Consultations;
import cn.zhengxun.directory.Directory;
import cn.zhengxun.directory.Informant;
import cn.zhengxun.directory.PreferredChannel;
import cn.zhengxun.kernel.NotFound;
import cn.zhengxun.kernel.RuleViolation;
import cn.zhengxun.kernel.Shanghai;
import cn.zhengxun.outreach.audience.AddSubstitute;
import cn.zhengxun.outreach.audience.Substitutes;
import cn.zhengxun.outreach.mail.Outbox;
import cn.zhengxun.outreach.mail.Reach;
import cn.zhengxun.outreach.mail.Recipient;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The people who were asked: how far each invitation got, who is asked again, and who is asked instead. */
@Service
@Transactional
class Invitees {
    private static final int CANDIDATES = 30;
    private static final int BATCH = 1000;

    private final InviteeRows rows;
    private final InvitationRows invitationRows;
    private final Invitations invitations;
    private final Outbox outbox;
    private final Reach reach;
    private final Substitutes substitutes;
    private final Consultations consultations;
    private final Directory directory;
    private final AuditTrail audit;
    private final Clock clock;

    Invitees(
            InviteeRows rows,
            InvitationRows invitationRows,
            Invitations invitations,
            Outbox outbox,
            Reach reach,
            Substitutes substitutes,
            Consultations consultations,
            Directory directory,
            AuditTrail audit,
            Clock clock) {
        this.rows = rows;
        this.invitationRows = invitationRows;
        this.invitations = invitations;
        this.outbox = outbox;
        this.reach = reach;
        this.substitutes = substitutes;
        this.consultations = consultations;
        this.directory = directory;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    Map<InviteeState, Integer> counts(ConsultationNumber number) {
        return rows.counts(number);
    }

    /** A page past the last one is the last one. */
    @Transactional(readOnly = true)
    InviteeSearch.Page search(ConsultationNumber number, InviteeSearch search) {
        return page(number, search, rows.count(number, search));
    }

    /** As above, with the counts that are known already. */
    @Transactional(readOnly = true)
    InviteeSearch.Page search(ConsultationNumber number, InviteeSearch search, Map<InviteeState, Integer> counts) {
        if (search.state() != null && search.everyone()) {
            return page(number, search, counts.getOrDefault(search.state(), 0));
        }
        return search(number, search);
    }

    private InviteeSearch.Page page(ConsultationNumber number, InviteeSearch search, int total) {
        int page = Math.min(search.page(), new InviteeSearch.Page(List.of(), total, 1).pages());
        return new InviteeSearch.Page(total == 0 ? List.of() : rows.page(number, search, page), total, page);
    }

    /** Everyone found, read as they come. */
    @Transactional(readOnly = true)
    void each(ConsultationNumber number, InviteeSearch search, Consumer<Invitee> reader) {
        rows.each(number, search, reader);
    }

    /** @throws NotFound where the invitation is another consultation's */
    @Transactional(readOnly = true)
    Invitee find(ConsultationNumber number, InvitationId id) {
        return invitations
                .find(id)
                .filter(one -> one.consultation().equals(number))
                .map(one -> rows.find(number, id))
                .orElseThrow(() -> new NotFound("没有这份邀请，请从名单中选择。"));
    }

    /** Who might be asked instead, the same station's people first. */
    @Transactional(readOnly = true)
    List<InviteeRows.Candidate> candidates(ConsultationNumber number, Invitee instead, String words) {
        return rows.candidates(
                number, instead.informant(), words.strip(), Shanghai.dateOf(clock.instant()), CANDIDATES);
    }

    @Transactional(readOnly = true)
    int corrected(ConsultationNumber number) {
        return rows.countCorrected(number);
    }

    /** Also opens a revoked invitation again. @throws NotFound @throws RuleViolation for a person who gets no mail and once the collection is closed */
    void resend(ResendInvitation command) {
        Invitation invitation =
                invitations.find(command.invitation()).orElseThrow(() -> new NotFound("没有这份邀请，请从名单中选择。"));
        ConsultationNumber number = invitation.consultation();
        requireInviting(consultations.find(number));
        Informant informant = directory.informant(invitation.informant()).orElseThrow();
        if (!informant.active()) {
            throw new RuleViolation(informant.name() + "已经退出或者停用，不再发邀请。需要再请的，先在名录中恢复；也可以换人。");
        }
        if (!reach.reaches(informant)) {
            throw new RuleViolation(whyNot(informant));
        }
        invitations.reinstate(invitation.id());
        int revision = rows.latestRevision(number, informant.id()) + 1;
        outbox.queue(
                Campaigns.campaign(Campaigns.INVITATION, number),
                number,
                Recipient.informant(informant.id()),
                Campaigns.INVITATION,
                revision);
        audit.record(
                command, number.value(), Map.of("invitation", invitation.id().value(), "revision", revision));
    }

    /** @throws RuleViolation once an invitation would come too late */
    static void requireInviting(Consultation consultation) {
        if (consultation.status().closed()) {
            throw new RuleViolation("这项征询已经结束，不能再发邀请。");
        }
        if (consultation.collectClosedAt() != null) {
            throw new RuleViolation("征集已经截止，不能再发邀请。");
        }
    }

    private static String whyNot(Informant informant) {
        if (informant.channel() == PreferredChannel.PAPER) {
            return informant.name() + "要求纸质送达，请打印邀请当面送达。";
        }
        return informant.mailFailure() == null
                ? informant.name() + "没有邮箱，请打印邀请当面送达。"
                : informant.name() + "的邮箱收不到邮件，请先在名录中更正邮箱，或者打印邀请当面送达。";
    }

    /** @return how many were queued again, at most a thousand @throws RuleViolation once the collection is closed */
    int resend(ResendCorrected command) {
        List<InvitationId> corrected = rows.corrected(command.consultation(), BATCH);
        corrected.forEach(invitation -> resend(new ResendInvitation(invitation)));
        audit.record(command, command.consultation().value(), Map.of("queued", corrected.size()));
        return corrected.size();
    }

    /**
     * The old links end, the new person joins the confirmed list and gets an invitation, by mail where possible.
     *
     * @throws RuleViolation once the first person has answered, when no suggestions are taken any more, and for a person
     *     who is asked already or not in office
     */
    void replace(ReplaceInvitee command) {
        Invitation old = invitationRows.lock(command.invitation()).orElseThrow(() -> new NotFound("没有这份邀请，请从名单中选择。"));
        ConsultationNumber number = old.consultation();
        Invitee person = rows.find(number, old.id());
        if (!person.state().replaceable()) {
            throw new RuleViolation(person.name() + person.state().chinese() + "，不能再换人。");
        }
        if (!consultations.find(number).acceptsAt(clock.instant())) {
            throw new RuleViolation("现在不在征集期内，不能换人。");
        }
        Informant substitute =
                directory.informant(command.informant()).orElseThrow(() -> new NotFound("名录中没有这位信息员，请从列表中选择。"));
        requireInOffice(substitute);
        substitutes.add(new AddSubstitute(
                number,
                substitute.id(),
                "替换" + person.name() + "：" + command.reason().strip()));
        // only now that the list is locked, since two people at once may choose the same substitute
        if (invitations.find(number, substitute.id()).isPresent()) {
            throw new RuleViolation(substitute.name() + "已经受邀，请选择别人。");
        }
        invitations.issue(number);
        InvitationId fresh =
                invitations.find(number, substitute.id()).orElseThrow().id();
        invitationRows.swap(old.id(), fresh, clock.instant());
        if (reach.reaches(substitute)) {
            outbox.queue(
                    Campaigns.campaign(Campaigns.INVITATION, number),
                    number,
                    Recipient.informant(substitute.id()),
                    Campaigns.INVITATION,
                    1);
        }
        audit.record(command, number.value(), Map.of("invitation", old.id().value(), "replacedBy", fresh.value()));
    }

    private void requireInOffice(Informant substitute) {
        if (!substitute.active()) {
            throw new RuleViolation(substitute.name() + "已停用，请先在名录中恢复，或者选择别人。");
        }
        LocalDate last = substitute.termEndsOn();
        if (last != null && last.isBefore(Shanghai.dateOf(clock.instant()))) {
            throw new RuleViolation(substitute.name() + "任期已满，请先在名录中续任，或者选择别人。");
        }
    }
}
