package cn.zhengxun.suggestion.receipt;

import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.kernel.Shanghai;
import cn.zhengxun.suggestion.Channel;
import cn.zhengxun.suggestion.Step;
import cn.zhengxun.suggestion.Suggestion;
import cn.zhengxun.suggestion.SuggestionFates;
import java.time.Instant;
import java.util.List;

/**
 * A submission as its author or the staff sees it again.
 *
 * @param submission its id
 * @param title of the consultation
 * @param internal whether the draft is for named readers alone: its words are not for whoever knows the receipt's number
 * @param channel on which it came
 * @param changeable whether its author may change it now
 * @param entries in the order they were written, each in its present words; withdrawn ones too
 */
public record Handed(
        long submission,
        String receipt,
        ConsultationNumber consultation,
        String title,
        boolean internal,
        Channel channel,
        boolean changeable,
        Instant at,
        boolean late,
        List<Entry> entries) {

    /**
     * @param onward where the clause stands in a later text that is open to everybody; null where there is none
     * @param steps what it went through, handing in first
     */
    public record Entry(
            Suggestion suggestion, SuggestionFates.Fate fate, Onward onward, boolean withdrawn, List<Step> steps) {
        /** Whether anything happened to it after it was handed in. */
        public boolean changed() {
            return steps.size() > 1;
        }
    }

    /** For example 2026年11月23日 09:00. */
    public String time() {
        return Shanghai.minute(at);
    }

    /** How many are not withdrawn. */
    public int standing() {
        return (int) entries.stream().filter(entry -> !entry.withdrawn()).count();
    }

    /** When something changed last, null where nothing did. */
    public String changedTime() {
        return entries.stream()
                .filter(Entry::changed)
                .map(entry -> entry.steps().get(entry.steps().size() - 1).at())
                .max(Instant::compareTo)
                .map(Shanghai::minute)
                .orElse(null);
    }
}
