package cn.zhengxun.suggestion;

import cn.zhengxun.kernel.CurrentActor;
import cn.zhengxun.kernel.Shanghai;
import java.time.Instant;

/**
 * One step in the life of a suggestion, from being handed in on.
 *
 * @param change null for handing in
 * @param words of a new version, null where none was written
 * @param by a user's id, or public for the author; null for handing in
 * @param reason of the office, null for the author
 */
public record Step(Change change, Instant at, Suggestion words, String by, String reason) {
    /** For example 2026年11月23日 09:00. */
    public String time() {
        return Shanghai.minute(at);
    }

    public boolean byOffice() {
        return by != null && !by.equals(CurrentActor.PUBLIC);
    }
}
