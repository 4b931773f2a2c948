package cn.zhengxun.suggestion.arrival;

import java.time.Instant;
import java.util.List;

/**
 * A suggestion that was flagged or held, without its words.
 *
 * @param version how many steps were taken; 0 where nobody acted yet
 * @param routedTo the body it was passed on to; null unless REROUTED
 * @param last the last step; null where nobody acted yet
 * @param proposedBy who proposed what waits for a second person; null where nothing does
 */
public record ArrivalCase(
        long suggestion,
        String consultation,
        ArrivalState state,
        int version,
        String routedTo,
        Instant flaggedAt,
        Step last,
        String proposedBy) {
    /** The reason of a step that puts a case back to where it stood before the step ahead of it. */
    static final String UNDONE = "撤销梳理时的处理";

    /** @param actedBy a user's id */
    public record Step(int version, ArrivalState state, String actedBy, Instant actedAt, String reason) {}

    /** Whoever put a proposal back by undoing what they did has not proposed it themselves. @param steps all, the oldest first */
    ArrivalCase with(List<Step> steps) {
        int at = steps.size() - 1;
        while (at >= 0 && steps.get(at).reason().equals(UNDONE)) {
            at -= 2;
        }
        return new ArrivalCase(
                suggestion,
                consultation,
                state,
                version,
                routedTo,
                flaggedAt,
                last,
                at < 0 ? null : steps.get(at).actedBy());
    }

    boolean proposedBy(String user) {
        return user.equals(proposedBy);
    }

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
