package cn.zhengxun.draft;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where a clause is likely to be split: after a sentence or a line, and before a number. */
final class SplitPlaces {
    private static final Pattern END = Pattern.compile("[。；：！？\n]+[”’）)]?");
    private static final Pattern NUMBER = Pattern.compile(
            "第[〇零一二三四五六七八九十百千0-9]{1,8}[编章节条]|[（(][一二三四五六七八九十0-9]{1,4}[）)]|[①-⑳]|(?<![0-9.])[0-9]{1,2}[.、](?![0-9])");

    private SplitPlaces() {}

    /**
     * A piece of the words.
     *
     * @param at where in the words it begins: the place to split at; 0 for the first
     */
    record Piece(int at, String words) {}

    static List<Piece> of(String words) {
        TreeSet<Integer> places = new TreeSet<>();
        Matcher end = END.matcher(words);
        while (end.find()) {
            places.add(end.end());
        }
        Matcher number = NUMBER.matcher(words);
        while (number.find()) {
            places.add(number.start());
        }
        List<Piece> pieces = new ArrayList<>();
        int from = 0;
        for (int place : places) {
            if (!words.substring(from, place).isBlank()
                    && !words.substring(place).isBlank()) {
                pieces.add(new Piece(from, words.substring(from, place)));
                from = place;
            }
        }
        pieces.add(new Piece(from, words.substring(from)));
        return pieces;
    }
}
