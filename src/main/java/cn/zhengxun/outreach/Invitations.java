package cn.zhengxun.outreach;

import cn.zhengxun.audit.AuditTrail;
import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.consultation.Consultations;
import cn.zhengxun.directory.Directory;
import cn.zhengxun.directory.InformantId;
import cn.zhengxun.directory.StationId;
import cn.zhengxun.draft.Visibility;
import cn.zhengxun.kernel.NotFound;
import cn.zhengxun.kernel.RuleViolation;
import cn.zhengxun.outreach.audience.Audiences;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Personal invitations and their tokens, and the open channels. */
@Service
@Transactional
public class Invitations {
    static final int MOST_LETTERS = 500;

    private final InvitationRows rows;
    private final OpenChannelRows channels;
    private final Audiences audiences;
    private final Consultations consultations;
    private final Directory directory;
    private final AuditTrail audit;
    private final Clock clock;

    Invitations(
            InvitationRows rows,
            OpenChannelRows channels,
            Audiences audiences,
            Consultations consultations,
            Directory directory,
            AuditTrail audit,
            Clock clock) {
        this.rows = rows;
        this.channels = channels;
        this.audiences = audiences;
        this.consultations = consultations;
        this.directory = directory;
        this.audit = audit;
        this.clock = clock;
    }

    /** One invitation for each person of the frozen audience; again changes nothing. @return how many exist */
    public int issue(ConsultationNumber number) {
        return issue(new IssueInvitations(number));
    }

    /** @return how many exist @throws RuleViolation while the list is not frozen */
    public int issue(IssueInvitations command) {
        ConsultationNumber number = command.consultation();
        if (!audiences.frozen(number)) {
            throw new RuleViolation("推送名单还没有确认，请先确认名单再生成邀请。");
        }
        int issued = rows.issue(number, clock.instant());
        if (issued > 0) {
            audit.record(command, number.value(), Map.of("issued", issued));
        }
        return rows.count(number);
    }

    /** @return empty for an unknown, malformed or revoked token alike */
    @Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
    public Optional<Invitation> byToken(String token) {
        return rows.byTokenHash(new Token(token == null ? "" : token).hash());
    }

    /**
     * A new 256-bit token in base64url; only its SHA-256 is stored. Used for each mail, printout or copied link.
     *
     * @throws RuleViolation for a revoked invitation
     */
    public String mint(InvitationId id) {
        requireInvitation(id);
        if (rows.revoked(id)) {
            throw new RuleViolation("这份邀请已经撤销，请先重发再取得链接。");
        }
        Token token = Token.fresh();
        rows.insertToken(token.hash(), id, clock.instant());
        return token.text();
    }

    @Transactional(readOnly = true)
    public Optional<Invitation> find(InvitationId id) {
        return rows.find(id);
    }

    /**
     * For whoever is about to write something of the invited person: until the caller's transaction ends an erasure waits.
     *
     * @return empty also where the person was erased since the link was read
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Invitation> held(InvitationId id) {
        return Optional.ofNullable(held(List.of(id)).get(id));
    }

    /** As {@link #held(InvitationId)}, for several people at once. @return those that are still there */
    @Transactional(propagation = Propagation.MANDATORY)
    public Map<InvitationId, Invitation> held(Collection<InvitationId> ids) {
        return ids.isEmpty()
                ? Map.of()
                : rows.held(ids).stream().collect(Collectors.toMap(Invitation::id, Function.identity()));
    }

    @Transactional(readOnly = true)
    public Optional<Invitation> find(ConsultationNumber number, InformantId informant) {
        return rows.find(number, informant);
    }

    @Transactional(readOnly = true)
    public List<Invitation> of(ConsultationNumber number) {
        return rows.of(number);
    }

    /** One person's over all consultations, the latest first; revoked ones not. */
    @Transactional(readOnly = true)
    public List<Invitation> of(InformantId informant) {
        return rows.of(informant);
    }

    @Transactional(readOnly = true)
    boolean revoked(InvitationId id) {
        return rows.revoked(id);
    }

    /** Sets openedAt once. */
    public void opened(InvitationId id) {
        rows.opened(id, clock.instant());
    }

    /** A draft of the answer was saved, or, with null, handed in or deleted. */
    public void drafted(InvitationId id, Instant at) {
        drafted(List.of(id), at);
    }

    /** As {@link #drafted(InvitationId, Instant)}. */
    public void drafted(Collection<InvitationId> ids, Instant at) {
        rows.drafted(ids, at);
    }

    /** Sets answeredAt and openedAt once; a word about having no suggestion is void from now on. */
    public void answered(InvitationId id) {
        answered(List.of(id));
    }

    /** As {@link #answered(InvitationId)}. */
    public void answered(Collection<InvitationId> ids) {
        rows.answered(ids, clock.instant());
    }

    /** What was handed in turned out to be somebody else's: the person has not answered. @return false where nothing changed */
    public boolean notAnswered(InvitationId id) {
        return rows.notAnswered(id);
    }

    /**
     * "I have no suggestion" is an answer. Again changes nothing.
     *
     * @throws RuleViolation when no answers are taken any more @throws NotFound
     */
    public void haveNoOpinion(HaveNoOpinion command) {
        Invitation invitation = requireAnswerable(command.invitation());
        if (rows.withoutOpinion(invitation.id(), clock.instant())) {
            audit.record(
                    command,
                    invitation.consultation().value(),
                    Map.of("invitation", invitation.id().value()));
        }
    }

    /**
     * Takes "I have no suggestion" back, so that the invitation stands open again. Again changes nothing.
     *
     * @throws RuleViolation when no answers are taken any more @throws NotFound
     */
    public void reconsider(Reconsider command) {
        Invitation invitation = requireAnswerable(command.invitation());
        if (rows.reconsidered(invitation.id())) {
            audit.record(
                    command,
                    invitation.consultation().value(),
                    Map.of("invitation", invitation.id().value()));
        }
    }

    private Invitation requireAnswerable(InvitationId id) {
        Invitation invitation = requireInvitation(id);
        if (!consultations.find(invitation.consultation()).acceptsAt(clock.instant())) {
            throw new RuleViolation("现在不在征集期内，不能更改您的答复。");
        }
        return invitation;
    }

    /** Every link of it shows the same neutral page from now on. Again changes nothing. @throws NotFound */
    public void revoke(RevokeInvitation command) {
        Invitation invitation = requireInvitation(command.invitation());
        rows.revoke(invitation.id(), clock.instant());
        audit.record(
                command,
                invitation.consultation().value(),
                Map.of("invitation", invitation.id().value()));
    }

    /**
     * Also opens a revoked invitation again.
     *
     * @return the token for one printed letter @throws NotFound @throws RuleViolation where somebody else is asked instead
     */
    public String print(PrintInvitation command) {
        Invitation invitation = requireInvitation(command.invitation());
        reinstate(invitation.id());
        audit.record(
                command,
                invitation.consultation().value(),
                Map.of("invitation", invitation.id().value()));
        rows.printed(List.of(invitation.id()), clock.instant());
        return mint(invitation.id());
    }

    /**
     * Letters to people who get no mail and have not answered: those without a letter yet, or all of them again where
     * everybody has one.
     *
     * @return a token for each letter, {@link #MOST_LETTERS} at most
     */
    public Map<Invitation, String> print(PrintLetters command) {
        ConsultationNumber number = command.consultation();
        List<Invitation> unprinted = rows.onPaper(number, false, MOST_LETTERS);
        List<Invitation> due = unprinted.isEmpty() ? rows.onPaper(number, true, MOST_LETTERS) : unprinted;
        Map<Invitation, String> tokens = new LinkedHashMap<>();
        for (Invitation invitation : due) {
            tokens.put(invitation, mint(invitation.id()));
        }
        rows.printed(due.stream().map(Invitation::id).toList(), clock.instant());
        audit.record(command, number.value(), Map.of("letters", tokens.size()));
        return tokens;
    }

    /** How many people get no mail and have not answered. @param printed whether they have a letter */
    @Transactional(readOnly = true)
    int countOnPaper(ConsultationNumber number, boolean printed) {
        return rows.countOnPaper(number, printed);
    }

    /** Opens /q/{code} for a public consultation; again with the same code changes nothing. station may be null. */
    public OpenChannel openChannel(ConsultationNumber number, StationId station, String code) {
        return openChannel(new OpenStationChannel(number, station, code));
    }

    /** @throws RuleViolation for an internal consultation, and for a code that another consultation has */
    public OpenChannel openChannel(OpenStationChannel command) {
        if (consultations.find(command.consultation()).visibility() == Visibility.INTERNAL) {
            throw new RuleViolation("内部征询不开放公开通道，只能发给名单上的人。");
        }
        if (command.station() != null && directory.station(command.station()).isEmpty()) {
            throw new NotFound("名录中没有这个站点，请从列表中选择。");
        }
        OpenChannel wanted = new OpenChannel(command.code(), command.consultation(), command.station());
        Optional<OpenChannel> existing = channels.find(command.code());
        if (existing.isPresent()) {
            if (!existing.get().equals(wanted)) {
                throw new RuleViolation("通道代码“" + command.code() + "”已用于别的征询或站点，请换一个。");
            }
            return wanted;
        }
        if (channels.findClosed(command.code()).isPresent()) {
            throw new RuleViolation("通道代码“" + command.code() + "”已经停用，请换一个。");
        }
        channels.insert(wanted, clock.instant());
        audit.record(command, command.consultation().value(), Map.of("code", command.code()));
        return wanted;
    }

    /** One that is in use. */
    @Transactional(readOnly = true)
    public Optional<OpenChannel> channel(String code) {
        return channels.find(code);
    }

    /** One that was taken out of use. */
    @Transactional(readOnly = true)
    public Optional<ClosedChannel> closedChannel(String code) {
        return channels.findClosed(code);
    }

    /** Those in use. */
    @Transactional(readOnly = true)
    public List<OpenChannel> channels(ConsultationNumber number) {
        return channels.of(number);
    }

    /** @throws RuleViolation where somebody else is asked instead */
    void reinstate(InvitationId id) {
        if (!rows.reinstate(id)) {
            throw new RuleViolation("这份邀请已经换人，不能再发；请在新的人那里重发。");
        }
    }

    private Invitation requireInvitation(InvitationId id) {
        return rows.find(id).orElseThrow(() -> new NotFound("没有这份邀请，请从名单中选择。"));
    }
}
