package cn.zhengxun.collation;

import java.util.ArrayList;
import java.util.List;

/**
 * A suggestion that reads alike, with what the two share.
 *
 * @param score in percent; @param fragments its words in order, those that stand in both marked as shared
 */
record AlikeWords(long id, Integer number, String clauseLabel, int score, List<Fragment> fragments) {
    private static final int SHORTEST = 4;
    private static final int LONGEST_TEXT = 400;

    /** @param shared stands in the other text too, four characters or more in a row */
    record Fragment(String text, boolean shared) {}

    /** @return the second text, or its first 400 characters, cut where the first begins or ends to say the same */
    static List<Fragment> compare(String mine, String others) {
        String text = others.length() > LONGEST_TEXT ? others.substring(0, LONGEST_TEXT) + "……" : others;
        List<Fragment> fragments = new ArrayList<>();
        int own = 0;
        for (int at = 0; at < text.length(); ) {
            int length = shared(mine, text, at);
            if (length < SHORTEST) {
                at++;
                continue;
            }
            if (own < at) {
                fragments.add(new Fragment(text.substring(own, at), false));
            }
            fragments.add(new Fragment(text.substring(at, at + length), true));
            at += length;
            own = at;
        }
        if (own < text.length()) {
            fragments.add(new Fragment(text.substring(own), false));
        }
        return fragments;
    }

    private static int shared(String mine, String text, int at) {
        int length = 0;
        int found = 0;
        while (at + length < text.length()) {
            found = mine.indexOf(text.substring(at, at + length + 1), found);
            if (found < 0) {
                return length;
            }
            length++;
        }
        return length;
    }
}
