package cn.zhengxun.suggestion.notmine;

import cn.zhengxun.audit.AuditTrail;
import cn.zhengxun.kernel.CurrentActor;
import cn.zhengxun.kernel.NotFound;
import cn.zhengxun.kernel.RuleViolation;
import cn.zhengxun.kernel.Sha256;
import cn.zhengxun.outreach.Invitation;
import cn.zhengxun.outreach.Invitations;
import cn.zhengxun.outreach.Links;
import cn.zhengxun.outreach.RevokeInvitation;
import cn.zhengxun.outreach.UnknownLink;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes "this was not me" at its word at once, without deleting anything, and leaves the rest to staff. */
@Service
@Transactional
public class NotMine {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int TOKEN_BYTES = 32;

    private final NotMineRows rows;
    private final Invitations invitations;
    private final Links links;
    private final CurrentActor actor;
    private final AuditTrail audit;
    private final Clock clock;

    NotMine(NotMineRows rows, Invitations invitations, Links links, CurrentActor actor, AuditTrail audit, Clock clock) {
        this.rows = rows;
        this.invitations = invitations;
        this.links = links;
        this.actor = actor;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * For the mailed copy of a receipt: the address of the page that takes the reader's address off the submission.
     * Each call makes a new one; only its hash is kept.
     */
    public String addressFor(long submission) {
        byte[] secret = new byte[TOKEN_BYTES];
        RANDOM.nextBytes(secret);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        rows.insertToken(Sha256.of(token), submission, clock.instant());
        return links.notMine(token);
    }

    @Transactional(readOnly = true)
    List<NotMineRows.Own> own(Invitation invitation) {
        return rows.own(invitation.informant());
    }

    /** Those among these that exist, by id. */
    @Transactional(readOnly = true)
    public Map<Long, Report> reports(Collection<Long> ids) {
        return rows.of(ids).stream().collect(Collectors.toMap(Report::id, one -> one));
    }

    /** Whether the link of a mailed receipt still leads somewhere. */
    @Transactional(readOnly = true)
    boolean known(String token) {
        return rows.byToken(Sha256.of(token)).isPresent();
    }

    public void disown(DisownLink command) {
        Invitation invitation = invitations.find(command.invitation()).orElseThrow(UnknownLink::new);
        invitations.revoke(new RevokeInvitation(invitation.id()));
        rows.insert(
                invitation.consultation().value(),
                NotMineKind.LINK,
                invitation.id().value(),
                null,
                clock.instant());
        audit.record(
                command,
                invitation.consultation().value(),
                Map.of("invitation", invitation.id().value()));
    }

    /** Again changes nothing while the first report waits. @throws RuleViolation for a submission that is not on this person's record */
    public void disown(DisownSubmission command) {
        Invitation invitation = invitations.find(command.invitation()).orElseThrow(UnknownLink::new);
        NotMineRows.Own own = rows.own(invitation.informant()).stream()
                .filter(one -> one.receipt().equals(command.receipt()))
                .findFirst()
                .orElseThrow(() -> new RuleViolation("您的记录里没有这份意见，请从下面的列表里选。"));
        if (own.reported()) {
            return;
        }
        rows.insert(
                own.consultation(), NotMineKind.SUBMISSION, invitation.id().value(), own.submission(), clock.instant());
        audit.record(command, own.consultation(), Map.of("submission", own.submission()));
    }

    /** The address is taken off at once; the words stay. @throws UnknownLink */
    public void disown(DisownMailCopy command) {
        NotMineRows.Copied copied = rows.byToken(Sha256.of(command.token())).orElseThrow(UnknownLink::new);
        rows.detachContact(copied.submission());
        rows.deleteTokens(copied.submission());
        rows.insert(copied.consultation(), NotMineKind.MAIL_COPY, null, copied.submission(), clock.instant());
        audit.record(command, copied.consultation(), Map.of("submission", copied.submission()));
    }

    /** @throws NotFound @throws RuleViolation where it is settled already */
    public void settle(SettleNotMine command) {
        Report report = rows.of(List.of(command.report())).stream()
                .filter(one -> one.consultation().equals(command.consultation().value()))
                .findFirst()
                .orElseThrow(() -> new NotFound("没有这份报告，请从列表中选择。"));
        if (!rows.settle(report.id(), command.settlement(), command.remark().strip(), actor.id(), clock.instant())) {
            throw new RuleViolation("这份报告已经由别人核实过了，请看下面的记录。");
        }
        boolean reopened = false;
        if (report.kind() == NotMineKind.SUBMISSION && command.settlement() == Settlement.CONFIRMED) {
            reopened = rows.answeredByNothingElse(report.submission())
                    .map(invitations::notAnswered)
                    .orElse(false);
            rows.detachPerson(report.submission());
        }
        audit.record(
                command,
                command.consultation().value(),
                Map.of(
                        "report",
                        report.id(),
                        "kind",
                        report.kind().name(),
                        "settlement",
                        command.settlement().name(),
                        "unanswered",
                        reopened));
    }
}
