package cn.zhengxun.suggestion.receipt;

import cn.zhengxun.draft.comparison.Difference;
import java.util.List;

/**
 * Where a clause that somebody spoke about stands in a later text of the bill.
 *
 * @param reading such as 二审稿
 * @param places several where it was taken apart; none where it was removed
 */
public record Onward(String reading, List<Place> places) {

    /** @param seen the words that the author saw, empty where they were not kept; @param words those that stand there now */
    public record Place(String label, String seen, String words) {
        public boolean unchanged() {
            return words.equals(seen);
        }

        /** Null where nothing changed, or nobody knows what was seen. */
        public Difference difference() {
            return seen.isEmpty() || unchanged() ? null : Difference.between(seen, words);
        }
    }
}
