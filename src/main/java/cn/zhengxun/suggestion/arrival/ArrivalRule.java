package cn.zhengxun.suggestion.arrival;

import cn.zhengxun.kernel.Shanghai;
import java.time.Instant;

/**
 * One version of a rule.
 *
 * @param detector null for a rule of words; @param words one pattern a line, empty with a detector
 */
record ArrivalRule(
        long id,
        int version,
        String name,
        Concern concern,
        Detector detector,
        String words,
        boolean active,
        String changedBy,
        Instant changedAt) {

    /** The beginning of its words in one line. */
    public String shownWords() {
        String line = words.replace('\n', '、');
        return line.length() <= 60 ? line : line.substring(0, line.offsetByCodePoints(0, 55)) + "…";
    }

    public String time() {
        return Shanghai.minute(changedAt);
    }
}
