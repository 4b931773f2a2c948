package cn.zhengxun.draft;

import cn.zhengxun.draft.clause.ClauseId;
import cn.zhengxun.draft.comparison.LinkKind;
import java.time.Instant;

/**
 * One link of a stored mapping.
 *
 * @param id 0 where it was computed and not stored
 * @param before null where the article is new
 * @param after null where the article was removed
 * @param confidence from 0 to 1
 * @param byHand drawn by a person, or what is left over of such a decision
 * @param settledAt when a person accepted or drew it, null while nobody did
 */
public record ClauseLink(
        long id,
        ClauseId before,
        ClauseId after,
        LinkKind kind,
        double confidence,
        boolean doubtful,
        boolean byHand,
        Instant settledAt,
        String settledBy) {

    /** Whether a person should look at it. */
    public boolean open() {
        return doubtful && settledAt == null;
    }

    boolean joins(ClauseId before, ClauseId after) {
        return before != null && after != null && before.equals(this.before) && after.equals(this.after);
    }

    /** Nothing stands on the other side. */
    boolean ends() {
        return before == null || after == null;
    }

    ClauseLink settled(Instant at, String by, boolean byHand) {
        return new ClauseLink(0, before, after, kind, confidence, doubtful, byHand || this.byHand, at, by);
    }

    ClauseLink as(LinkKind kind) {
        return new ClauseLink(id, before, after, kind, confidence, doubtful, byHand, settledAt, settledBy);
    }
}
