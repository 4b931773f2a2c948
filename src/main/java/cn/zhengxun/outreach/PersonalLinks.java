package cn.zhengxun.outreach;

import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.directory.InformantId;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The way to a person's own record, for the mails of the later steps. */
@Component
public class PersonalLinks {
    private final Invitations invitations;
    private final Links links;

    PersonalLinks(Invitations invitations, Links links) {
        this.invitations = invitations;
        this.links = links;
    }

    /** @return an address with a new token; empty where the person was not invited or the invitation is revoked */
    @Transactional
    public Optional<String> fresh(ConsultationNumber number, InformantId informant) {
        return invitations
                .find(number, informant)
                .map(Invitation::id)
                .filter(invitation -> !invitations.revoked(invitation))
                .map(invitations::mint)
                .map(links::personal);
    }
}
