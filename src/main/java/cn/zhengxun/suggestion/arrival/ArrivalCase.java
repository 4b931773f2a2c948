package cn.zhengxun.suggestion.arrival;

import java.time.Instant;
import java.util.List;

/**
 * A suggestion that was flagged or held, without its words.
 *
 * @param version how many steps were taken; 0 where nobody acted yet
 * @param routedTo the body it was passed on to; null unless REROUTED
 * @param last the last step; null where nobody acted yet
 */
public record ArrivalCase(
        long suggestion,
        String consultation,
        ArrivalState state,
        int version,
        String routedTo,
        Instant flaggedAt,
        Step last) {

    /** @param actedBy a user's id */
    public record Step(int version, ArrivalState state, String actedBy, Instant actedAt, String reason) {}

    boolean lastBy(String user) {
        return last != null && last.actedBy().equals(user);
    }

    List<Verdict> open() {
        return switch (state) {
            case WAITING -> List.of(Verdict.PASS, Verdict.HOLD, Verdict.REROUTE);
            case HOLD_PROPOSED, RELEASE_PROPOSED -> List.of(Verdict.PASS, Verdict.HOLD);
            case HELD -> List.of(Verdict.PASS);
            case REROUTED, CLEARED -> List.of(Verdict.HOLD);
        };
    }
}
