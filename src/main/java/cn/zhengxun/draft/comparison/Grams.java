package cn.zhengxun.draft.comparison;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Single characters and pairs of neighbours as numbered features, and how telling each is within the two texts: what
 * many pieces share, such as the stock phrases of legislation and the subject of the law, weighs little.
 */
final class Grams {
    /** As if so many articles of other laws stood beside the two texts. */
    private static final int COMMON = 30;

    private final Map<Long, Integer> ids = new HashMap<>();
    private int[] piecesWith = new int[1024];
    private final double[] weights;
    /** Scratch: not for two threads at once. */
    private final boolean[] marked;

    /** Reads both texts; what further ones hold besides is not understood. */
    Grams(List<Piece> before, List<Piece> after) {
        for (List<Piece> text : List.of(before, after)) {
            for (Piece piece : text) {
                count(piece.wording().words());
            }
        }
        CommonWords common = CommonWords.kept();
        weights = new double[ids.size()];
        marked = new boolean[ids.size()];
        double all = before.size() + after.size() + COMMON + 1.0;
        ids.forEach((key, id) -> weights[id] = Math.log(all / (piecesWith[id] + COMMON * common.share(gram(key)))));
    }

    double weight(int id) {
        return weights[id];
    }

    Bag bag(String words) {
        long[] keys = keys(words);
        int[] all = new int[keys.length];
        int known = 0;
        for (long key : keys) {
            Integer id = ids.get(key);
            if (id != null) {
                all[known++] = id;
            }
        }
        return Bag.of(Arrays.copyOf(all, known), this);
    }

    /** @return of each part, how much of its mass stands in the whole too, from 0 to 1 */
    double[] held(List<Bag> parts, Bag whole) {
        for (int id : whole.ids()) {
            marked[id] = true;
        }
        double[] held = new double[parts.size()];
        for (int part = 0; part < held.length; part++) {
            double shared = 0;
            for (int id : parts.get(part).ids()) {
                shared += marked[id] ? weights[id] : 0;
            }
            double mass = parts.get(part).mass();
            held[part] = mass == 0 ? 0 : shared / mass;
        }
        for (int id : whole.ids()) {
            marked[id] = false;
        }
        return held;
    }

    private void count(String words) {
        long[] keys = keys(words);
        Arrays.sort(keys);
        for (int i = 0; i < keys.length; i++) {
            if (i > 0 && keys[i] == keys[i - 1]) {
                continue;
            }
            int id = ids.computeIfAbsent(keys[i], key -> ids.size());
            if (id == piecesWith.length) {
                piecesWith = Arrays.copyOf(piecesWith, 2 * id);
            }
            piecesWith[id]++;
        }
    }

    private static String gram(long key) {
        StringBuilder gram = new StringBuilder(2);
        if (key >>> 32 != 0) {
            gram.appendCodePoint((int) (key >>> 32));
        }
        return gram.appendCodePoint((int) key).toString();
    }

    private static long[] keys(String words) {
        int[] characters = words.codePoints().toArray();
        long[] keys = new long[Math.max(0, 2 * characters.length - 1)];
        for (int i = 0; i < characters.length; i++) {
            keys[2 * i] = characters[i];
            if (i > 0) {
                keys[2 * i - 1] = ((long) characters[i - 1] << 32) | characters[i];
            }
        }
        return keys;
    }

    /**
     * The features of some words.
     *
     * @param ids ascending, each once
     * @param values weight by number of occurrences, of length 1 as a vector
     * @param mass the sum of the weights of the distinct features
     */
    record Bag(int[] ids, double[] values, double mass) {

        private static Bag of(int[] all, Grams grams) {
            Arrays.sort(all);
            int[] ids = new int[all.length];
            double[] values = new double[all.length];
            int distinct = 0;
            for (int i = 0, from = 0; i < all.length; i++) {
                if (i + 1 == all.length || all[i + 1] != all[i]) {
                    ids[distinct] = all[i];
                    values[distinct++] = (1 + Math.log(i + 1.0 - from)) * grams.weight(all[i]);
                    from = i + 1;
                }
            }
            double mass = 0;
            double square = 0;
            for (int i = 0; i < distinct; i++) {
                mass += grams.weight(ids[i]);
                square += values[i] * values[i];
            }
            double length = square > 0 ? Math.sqrt(square) : 1;
            for (int i = 0; i < distinct; i++) {
                values[i] /= length;
            }
            return new Bag(Arrays.copyOf(ids, distinct), Arrays.copyOf(values, distinct), mass);
        }

        /** How alike two bags are, from 0 to 1. */
        double cosine(Bag other) {
            double sum = 0;
            for (int i = 0, j = 0; i < ids.length && j < other.ids.length; ) {
                if (ids[i] == other.ids[j]) {
                    sum += values[i++] * other.values[j++];
                } else if (ids[i] < other.ids[j]) {
                    i++;
                } else {
                    j++;
                }
            }
            return Math.min(1, sum);
        }
    }
}
