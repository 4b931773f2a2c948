package cn.zhengxun.outreach;

import cn.zhengxun.directory.InformantId;
import cn.zhengxun.kernel.Shanghai;
import java.time.Instant;

/**
 * One invited person as the staff see the invitation.
 *
 * @param station its name, null for a person of no station
 * @param since when the state began
 * @param error why mail did not arrive, null where it is not known to fail
 * @param nextTry when mail is tried again, null where it is not
 * @param reachable whether mail may be sent
 */
record Invitee(
        InvitationId id,
        InformantId informant,
        String name,
        String station,
        InviteeState state,
        Instant since,
        String error,
        Instant nextTry,
        boolean reachable) {

    public String sinceTime() {
        return Shanghai.minute(since);
    }

    public String nextTryTime() {
        return nextTry == null ? null : Shanghai.minute(nextTry);
    }

    public boolean resendable() {
        return reachable
                && state != InviteeState.SWAPPED
                && state != InviteeState.LEFT
                && state != InviteeState.WAITING;
    }
}
