package cn.zhengxun.suggestion.answer;

import cn.zhengxun.kernel.Shanghai;
import java.time.Instant;

/**
 * What an invited person typed, saved to go on later, also on another device. No submission: nobody else reads it.
 *
 * @param version which saving of it this is; two devices that save in turns are told apart by it
 * @param begunAt when it was saved first; before closing it opens the grace period
 */
record UnsentDraft(AnswerForm form, String version, Instant begunAt, Instant savedAt) {
    /** For example 2026年11月23日 09:00. */
    public String time() {
        return Shanghai.minute(savedAt);
    }
}
