package cn.zhengxun.outreach;

import cn.zhengxun.consultation.Consultation;
import cn.zhengxun.directory.StationId;
import cn.zhengxun.draft.Visibility;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The open channel that is printed for a station. */
@Component
class StationChannels {
    private final Invitations invitations;
    private final Links links;

    StationChannels(Invitations invitations, Links links) {
        this.invitations = invitations;
        this.links = links;
    }

    /** What is printed: the code in letters and its address. */
    record Printed(String code, QrCode qr) {}

    /**
     * @param station null for the channel that belongs to none
     * @return empty for an internal consultation, and where the station has no channel
     */
    Optional<Printed> code(Consultation consultation, StationId station) {
        if (consultation.visibility() == Visibility.INTERNAL) {
            return Optional.empty();
        }
        return invitations.channels(consultation.number()).stream()
                .filter(channel -> Objects.equals(channel.station(), station))
                .findFirst()
                .map(channel -> new Printed(channel.code(), QrCode.of(links.open(channel.code()))));
    }
}
