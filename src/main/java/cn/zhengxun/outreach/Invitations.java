package cn.zhengxun.outreach;

import cn.zhengxun.consultation.ConsultationNumber;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Personal invitations and their tokens, and the open channels. */
@Service
@Transactional
public class Invitations {

    /** One invitation for each person of the frozen audience; again changes nothing. @return how many exist */
    public int issue(ConsultationNumber number) {
        throw new UnsupportedOperationException("outreach");
    }

    /** @return empty for an unknown, malformed or revoked token alike */
    public Optional<Invitation> byToken(String token) {
        throw new UnsupportedOperationException("outreach");
    }

    /** A new 256-bit token in base64url; only its SHA-256 is stored. Used for each mail, printout or copied link. */
    public String mint(InvitationId id) {
        throw new UnsupportedOperationException("outreach");
    }

    public Optional<Invitation> find(InvitationId id) {
        throw new UnsupportedOperationException("outreach");
    }

    public List<Invitation> of(ConsultationNumber number) {
        throw new UnsupportedOperationException("outreach");
    }

    /** Sets openedAt once. */
    public void opened(InvitationId id) {
        throw new UnsupportedOperationException("outreach");
    }

    /** Sets answeredAt once. */
    public void answered(InvitationId id) {
        throw new UnsupportedOperationException("outreach");
    }

    /** Opens /q/{code} for a public consultation; again with the same code changes nothing. station may be null. */
    public OpenChannel openChannel(ConsultationNumber number, cn.zhengxun.directory.StationId station, String code) {
        throw new UnsupportedOperationException("outreach");
    }

    public Optional<OpenChannel> channel(String code) {
        throw new UnsupportedOperationException("outreach");
    }
}
