package cn.zhengxun.suggestion;

import java.util.List;

/**
 * Where a clause that somebody spoke about stands in a later text of the bill.
 *
 * @param reading such as 二审稿
 * @param places several where it was taken apart; none where it was removed
 */
record Onward(String reading, List<Place> places) {

    /** @param words the article's, now; @param unchanged whether they are those that the author saw */
    record Place(String label, String words, boolean unchanged) {}
}
