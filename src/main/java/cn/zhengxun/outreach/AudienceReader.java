package cn.zhengxun.outreach;

import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.directory.Directory;
import cn.zhengxun.directory.Informant;
import cn.zhengxun.directory.InformantId;
import cn.zhengxun.directory.Station;
import cn.zhengxun.directory.StationId;
import cn.zhengxun.identity.Users;
import cn.zhengxun.kernel.CurrentActor;
import cn.zhengxun.kernel.Shanghai;
import cn.zhengxun.outreach.audience.Audience;
import cn.zhengxun.outreach.audience.AudienceMember;
import cn.zhengxun.outreach.audience.Audiences;
import cn.zhengxun.outreach.mail.MailState;
import cn.zhengxun.outreach.mail.Outbox;
import cn.zhengxun.outreach.mail.Recipient;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts together what the audience page shows: list, directory, invitations and the outbox. */
@Component
@Transactional(readOnly = true)
class AudienceReader {
    static final int PAGE_SIZE = 100;
    private final Audiences audiences;
    private final Invitations invitations;
    private final Outbox outbox;
    private final Directory directory;
    private final Users users;

    AudienceReader(Audiences audiences, Invitations invitations, Outbox outbox, Directory directory, Users users) {
        this.audiences = audiences;
        this.invitations = invitations;
        this.outbox = outbox;
        this.directory = directory;
        this.users = users;
    }

    /** @param page from 1 */
    AudienceView read(ConsultationNumber number, boolean included, int page) {
        Audience audience = audiences.find(number).orElse(null);
        List<AudienceMember> members = audiences.members(number);
        List<AudienceMember> shown =
                members.stream().filter(member -> member.included() == included).toList();
        int pages = Math.max(1, (shown.size() + PAGE_SIZE - 1) / PAGE_SIZE);
        int at = Math.min(Math.max(1, page), pages);
        List<AudienceMember> pageOf = shown.subList((at - 1) * PAGE_SIZE, Math.min(shown.size(), at * PAGE_SIZE));
        Map<InformantId, Invitation> invited =
                invitations.of(number).stream().collect(Collectors.toMap(Invitation::informant, Function.identity()));
        Map<InformantId, InviteeState> states = states(number, invited);
        Map<InviteeState, Integer> counts = new EnumMap<>(InviteeState.class);
        states.values().forEach(state -> counts.merge(state, 1, Integer::sum));
        List<String> gaps = audience == null || audience.frozen()
                ? List.of()
                : audiences.preview(audience.expression()).gaps();
        return new AudienceView(
                audience,
                audience == null || !audience.frozen() ? null : Shanghai.minute(audience.frozenAt()),
                audience == null || !audience.frozen() ? null : nameOf(audience.frozenBy()),
                Audiences.summary(members, gaps),
                gaps,
                rows(number, pageOf, invited, states),
                included,
                at,
                pages,
                invitations.onPaper(number).size(),
                counts);
    }

    private Map<InformantId, InviteeState> states(ConsultationNumber number, Map<InformantId, Invitation> invited) {
        Map<Recipient, MailState> sent = outbox.latest(Campaigns.campaign(Campaigns.INVITATION, number));
        Set<InvitationId> revoked = invitations.revoked(number);
        Set<InformantId> withAddress = withAddress(new ArrayList<>(invited.values()));
        return invited.values().stream()
                .collect(Collectors.toMap(
                        Invitation::informant,
                        invitation -> InviteeState.of(
                                invitation,
                                revoked.contains(invitation.id()),
                                !withAddress.contains(invitation.informant()),
                                sent.get(Recipient.informant(invitation.informant())))));
    }

    private List<AudienceView.Row> rows(
            ConsultationNumber number,
            List<AudienceMember> members,
            Map<InformantId, Invitation> invited,
            Map<InformantId, InviteeState> states) {
        Map<InformantId, Informant> people =
                directory
                        .informants(
                                members.stream().map(AudienceMember::informant).toList())
                        .stream()
                        .collect(Collectors.toMap(Informant::id, Function.identity()));
        Map<StationId, String> stations =
                directory.stations().stream().collect(Collectors.toMap(Station::id, Station::name));
        Map<Recipient, MailState> sent = outbox.latest(Campaigns.campaign(Campaigns.INVITATION, number));
        List<AudienceView.Row> rows = new ArrayList<>();
        for (AudienceMember member : members) {
            Informant person = people.get(member.informant());
            MailState mail = sent.get(Recipient.informant(member.informant()));
            rows.add(new AudienceView.Row(
                    member.informant(),
                    person.name(),
                    person.station() == null ? null : stations.get(person.station()),
                    member.included(),
                    member.reason(),
                    hasAddress(person),
                    invited.get(member.informant()),
                    states.get(member.informant()),
                    mail == null ? null : mail.lastError()));
        }
        return rows;
    }

    private String nameOf(String actor) {
        return actor.equals(CurrentActor.SYSTEM) ? "系统" : users.nameOf(actor);
    }

    private Set<InformantId> withAddress(List<Invitation> invited) {
        Set<InformantId> ids = new HashSet<>();
        directory.informants(invited.stream().map(Invitation::informant).toList()).stream()
                .filter(AudienceReader::hasAddress)
                .forEach(informant -> ids.add(informant.id()));
        return ids;
    }

    private static boolean hasAddress(Informant informant) {
        return informant.email() != null && !informant.email().isBlank();
    }
}
