package cn.zhengxun.suggestion;

import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.kernel.Shanghai;
import java.time.Instant;
import java.util.List;

/**
 * A submission as its author or the staff sees it again.
 *
 * @param title of the consultation
 * @param internal whether the draft is for named readers alone: its words are not for whoever knows the receipt's number
 * @param entries in the order they were written
 */
record Handed(
        String receipt,
        ConsultationNumber consultation,
        String title,
        boolean internal,
        Instant at,
        boolean late,
        List<Entry> entries) {

    /** @param onward where the clause stands in a later text that is open to everybody; null where there is none */
    record Entry(Suggestion suggestion, SuggestionFates.Fate fate, Onward onward) {}

    /** For example 2026年11月23日 09:00. */
    public String time() {
        return Shanghai.minute(at);
    }
}
