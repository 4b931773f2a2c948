package cn.zhengxun.outreach;

import cn.zhengxun.consultation.Consultation;
import cn.zhengxun.consultation.Consultations;
import cn.zhengxun.directory.Directory;
import cn.zhengxun.directory.Informant;
import cn.zhengxun.directory.InformantId;
import cn.zhengxun.directory.Station;
import cn.zhengxun.kernel.Shanghai;
import cn.zhengxun.outreach.mail.NotDue;
import cn.zhengxun.outreach.mail.QueuedMail;
import cn.zhengxun.outreach.wording.Placeholder;
import cn.zhengxun.outreach.wording.Values;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** What all mails to an invited person have in common. */
@Component
class InviteeMail {
    private final Consultations consultations;
    private final Invitations invitations;
    private final Directory directory;
    private final Links links;
    private final String office;

    InviteeMail(
            Consultations consultations,
            Invitations invitations,
            Directory directory,
            Links links,
            @Value("${zhengxun.office:基层立法联系点}") String office) {
        this.consultations = consultations;
        this.invitations = invitations;
        this.directory = directory;
        this.links = links;
        this.office = office;
    }

    /** The person, the invitation and its consultation as they are now; station is null for a person without one. */
    record Addressee(Consultation consultation, Invitation invitation, String name, String station) {}

    /** The last moment for suggestions, in words. */
    static String lastDay(Consultation consultation) {
        return consultation.collectUntil() == null
                ? Shanghai.date(consultation.deadline())
                : Shanghai.date(consultation.collectUntil().minusSeconds(1)) + "24时";
    }

    /** @throws NotDue where the invitation is revoked or gone */
    Addressee addressee(QueuedMail mail) {
        InformantId informant = new InformantId(Long.parseLong(mail.recipient().id()));
        Invitation invitation = invitations
                .find(mail.consultation(), informant)
                .filter(one -> !invitations.revoked(one.id()))
                .orElseThrow(() -> new NotDue("邀请已撤销，不再发送"));
        Informant person = directory
                .informant(informant)
                .filter(Informant::active)
                .orElseThrow(() -> new NotDue("此人已退出或者停用，不再发送"));
        return new Addressee(
                consultations.find(mail.consultation()),
                invitation,
                person.name(),
                person.station() == null
                        ? null
                        : directory.station(person.station()).map(Station::name).orElse(null));
    }

    /** As addressee. @throws NotDue also once the consultation is closed, when nothing but its end is told */
    Addressee openAddressee(QueuedMail mail) {
        Addressee addressee = addressee(mail);
        if (addressee.consultation().status().closed()) {
            throw new NotDue("征询" + addressee.consultation().status().chinese() + "，不再发送");
        }
        return addressee;
    }

    /** As addressee. @throws NotDue also where no suggestion is wanted any more, or this person has answered */
    Addressee silentAddressee(QueuedMail mail, java.time.Instant now) {
        Addressee addressee = addressee(mail);
        if (addressee.invitation().answeredAt() != null) {
            throw new NotDue("已经答复，不再提醒");
        }
        if (!addressee.consultation().acceptsAt(now)) {
            throw new NotDue("征集已经截止，不再提醒");
        }
        return addressee;
    }

    /** What every mail to an invited person may quote, but for the link. */
    Values values(Addressee to) {
        return values(to.consultation()).set(Placeholder.NAME, to.name()).set(Placeholder.STATION, to.station());
    }

    Values values(Consultation consultation) {
        return new Values()
                .set(Placeholder.TITLE, consultation.citedTitle())
                .set(Placeholder.REQUESTING_BODY, consultation.requestingBody())
                .set(Placeholder.UNTIL, lastDay(consultation))
                .set(Placeholder.NUMBER, consultation.number().value())
                .set(Placeholder.OFFICE, office);
    }

    /** The same with a new token of this invitation. */
    Values valuesWithLink(Addressee to) {
        return values(to).set(Placeholder.LINK, freshLink(to));
    }

    private String freshLink(Addressee addressee) {
        return links.personal(invitations.mint(addressee.invitation().id()));
    }
}
