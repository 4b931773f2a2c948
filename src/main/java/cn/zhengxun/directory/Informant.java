package cn.zhengxun.directory;

import java.time.LocalDate;
import java.util.Set;

/**
 * 立法信息员. phone, email, station, ageBand, occupation and termEndsOn may be null.
 *
 * @param mailFailure why mail to the address fails for good, in one Chinese sentence; null where no failure is known
 */
public record Informant(
        InformantId id,
        String name,
        String phone,
        String email,
        StationId station,
        String ageBand,
        String occupation,
        boolean profilingRefused,
        boolean active,
        LocalDate joinedOn,
        LocalDate termEndsOn,
        PreferredChannel channel,
        String mailFailure,
        Set<String> tags) {

    /** Whether mail is worth sending: there is an address, it is not known to fail, and the person does not want paper. */
    public boolean reachableByMail() {
        return email != null && !email.isBlank() && mailFailure == null && channel != PreferredChannel.PAPER;
    }
}
