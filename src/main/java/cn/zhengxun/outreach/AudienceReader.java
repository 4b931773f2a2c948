package cn.zhengxun.outreach;

import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.directory.Directory;
import cn.zhengxun.directory.Informant;
import cn.zhengxun.directory.InformantId;
import cn.zhengxun.identity.Users;
import cn.zhengxun.kernel.CurrentActor;
import cn.zhengxun.kernel.Shanghai;
import cn.zhengxun.outreach.audience.Audience;
import cn.zhengxun.outreach.audience.Audiences;
import cn.zhengxun.outreach.audience.ListSearch;
import cn.zhengxun.outreach.audience.ListedPeople;
import cn.zhengxun.outreach.audience.ListedPerson;
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

    AudienceView read(ConsultationNumber number, ListSearch search) {
        Audience audience = audiences.find(number).orElse(null);
        ListedPeople page = audiences.page(number, search);
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
                audiences.tally(number),
                gaps,
                rows(number, page.people(), invited, states),
                search,
                page.total(),
                page.page(),
                page.pages(),
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
            List<ListedPerson> members,
            Map<InformantId, Invitation> invited,
            Map<InformantId, InviteeState> states) {
        Map<InformantId, Informant> people =
                directory
                        .informants(
                                members.stream().map(ListedPerson::informant).toList())
                        .stream()
                        .collect(Collectors.toMap(Informant::id, Function.identity()));
        Map<Recipient, MailState> sent = outbox.latest(Campaigns.campaign(Campaigns.INVITATION, number));
        List<AudienceView.Row> rows = new ArrayList<>();
        for (ListedPerson member : members) {
            MailState mail = sent.get(Recipient.informant(member.informant()));
            rows.add(new AudienceView.Row(
                    member.informant(),
                    member.name(),
                    member.station(),
                    member.included(),
                    member.reason(),
                    member.asked(),
                    hasAddress(people.get(member.informant())),
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
