package cn.zhengxun.draft.comparison;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/** Pieces with the same words. Where some stand more than once, those with the same number go together, then the rest in order. */
final class Identical {

    private Identical() {}

    static List<Pair> pairs(List<Piece> before, List<Piece> after) {
        Map<String, LinkedHashSet<Integer>> waiting = new HashMap<>();
        Map<String, Integer> numbered = new HashMap<>();
        for (int j = 0; j < after.size(); j++) {
            waiting.computeIfAbsent(words(after.get(j)), w -> new LinkedHashSet<>())
                    .add(j);
            numbered.putIfAbsent(numberAndWords(after.get(j)), j);
        }
        List<Pair> pairs = new ArrayList<>();
        List<Integer> rest = new ArrayList<>();
        for (int i = 0; i < before.size(); i++) {
            Integer same = numbered.remove(numberAndWords(before.get(i)));
            if (same == null) {
                rest.add(i);
            } else {
                waiting.get(words(before.get(i))).remove(same);
                pairs.add(new Pair(i, same, 1));
            }
        }
        for (int i : rest) {
            LinkedHashSet<Integer> alike = waiting.get(words(before.get(i)));
            if (alike != null && !alike.isEmpty()) {
                Integer first = alike.iterator().next();
                alike.remove(first);
                pairs.add(new Pair(i, first, 1));
            }
        }
        return pairs;
    }

    private static String words(Piece piece) {
        return piece.head().kind() + " " + piece.wording().exact();
    }

    private static String numberAndWords(Piece piece) {
        return piece.head().number() + " " + words(piece);
    }
}
