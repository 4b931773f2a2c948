package cn.zhengxun.outreach;

import cn.zhengxun.directory.InformantId;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The coordinator's way to a slip: below the own personal link, or by a link for the slip alone where none was invited. */
@Component
class SlipLinks {
    private final StationSlipRows rows;
    private final Invitations invitations;
    private final Links links;
    private final Clock clock;

    SlipLinks(StationSlipRows rows, Invitations invitations, Links links, Clock clock) {
        this.rows = rows;
        this.invitations = invitations;
        this.links = links;
        this.clock = clock;
    }

    /** An address with a new token. */
    @Transactional
    String fresh(StationSlip slip, InformantId coordinator) {
        String token = invitations
                .find(slip.consultation(), coordinator)
                .map(Invitation::id)
                .filter(invitation -> !invitations.revoked(invitation))
                .map(invitations::mint)
                .orElseGet(() -> own(slip, coordinator));
        return links.personal(token) + "/station";
    }

    /** @return whom the token was made for, of either kind; empty for an unknown, malformed or revoked one alike */
    @Transactional(readOnly = true)
    Optional<StationSlipRows.Holder> behind(String token) {
        return invitations
                .byToken(token)
                .map(invitation -> new StationSlipRows.Holder(invitation.consultation(), invitation.informant()))
                .or(() -> rows.byTokenHash(new Token(token == null ? "" : token).hash()));
    }

    /** Whether the token is a personal link, which leads to the draft as well. */
    @Transactional(readOnly = true)
    boolean personal(String token) {
        return invitations.byToken(token).isPresent();
    }

    private String own(StationSlip slip, InformantId coordinator) {
        Token token = Token.fresh();
        rows.insertToken(token.hash(), slip.id(), coordinator, clock.instant());
        return token.text();
    }
}
