package cn.zhengxun.collation;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Finds texts that share at least half of their character pairs (Jaccard over bigrams, punctuation and spaces left out).
 *
 * <p>Exact, without comparing everything with everything: with the rarest pairs first, two texts that are alike must meet
 * within the first {@code n - ceil(n/2) + 1} pairs of each, so only those are indexed. Identical texts are linked to the
 * first of them; of the rest each text keeps its best {@value #KEPT} links, besides every link that joins two clusters,
 * so that a campaign of hundreds of copies stays one cluster with few rows.
 */
final class NearCopies {
    /** In percent. */
    static final int THRESHOLD = 50;

    private static final int KEPT = 20;

    /** @param score in percent, {@value #THRESHOLD}–100 */
    record Pair(long one, long other, int score) {}

    /** One distinct text; grams are ranks of its character pairs, rarest first, ascending. */
    private record Text(long id, int[] grams) {
        int prefix() {
            return grams.length - (grams.length * THRESHOLD + 99) / 100 + 1;
        }
    }

    private final List<Pair> pairs = new ArrayList<>();
    private final List<Text> texts;
    private final int[] cluster;
    private final List<PriorityQueue<Pair>> best;

    private NearCopies(Map<Long, String> originals) {
        texts = distinct(originals);
        cluster = IntStream.range(0, texts.size()).toArray();
        best = IntStream.range(0, texts.size())
                .mapToObj(i -> new PriorityQueue<>(Comparator.comparingInt(Pair::score)))
                .toList();
    }

    /** @param originals by suggestion id; @return each pair once, in no particular order */
    static List<Pair> among(Map<Long, String> originals) {
        NearCopies near = new NearCopies(originals);
        near.compare();
        Set<Pair> all = new LinkedHashSet<>(near.pairs);
        near.best.forEach(all::addAll);
        return List.copyOf(all);
    }

    /** Folds widths and case, keeps letters and digits only. */
    static String plain(String text) {
        String folded = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        StringBuilder plain = new StringBuilder(folded.length());
        folded.codePoints().filter(Character::isLetterOrDigit).forEach(plain::appendCodePoint);
        return plain.toString();
    }

    private List<Text> distinct(Map<Long, String> originals) {
        Map<String, Long> firsts = new LinkedHashMap<>();
        originals.forEach((id, original) -> {
            String plain = plain(original);
            Long first = plain.isEmpty() ? id : firsts.putIfAbsent(plain, id);
            if (first != null && !first.equals(id)) {
                pairs.add(new Pair(first, id, 100));
            }
        });
        Map<String, Integer> ranks = ranks(firsts.keySet());
        return firsts.entrySet().stream()
                .map(text -> new Text(
                        text.getValue(),
                        bigrams(text.getKey()).mapToInt(ranks::get).sorted().toArray()))
                .sorted(Comparator.comparingInt(text -> text.grams().length))
                .toList();
    }

    private static Map<String, Integer> ranks(Set<String> plains) {
        Map<String, Integer> frequency = new HashMap<>();
        plains.forEach(plain -> bigrams(plain).forEach(gram -> frequency.merge(gram, 1, Integer::sum)));
        Map<String, Integer> ranks = new HashMap<>();
        frequency.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .forEach(gram -> ranks.put(gram.getKey(), ranks.size()));
        return ranks;
    }

    private static Stream<String> bigrams(String plain) {
        return plain.length() < 2
                ? Stream.of(plain)
                : IntStream.range(0, plain.length() - 1)
                        .mapToObj(i -> plain.substring(i, i + 2))
                        .distinct();
    }

    /** Shorter texts come first, so each text only looks back at texts that are not longer. */
    private void compare() {
        Map<Integer, List<Integer>> index = new HashMap<>();
        int[] comparedWith = new int[texts.size()];
        Arrays.fill(comparedWith, -1);
        for (int i = 0; i < texts.size(); i++) {
            Text text = texts.get(i);
            for (int g = 0; g < text.prefix(); g++) {
                List<Integer> met = index.computeIfAbsent(text.grams()[g], gram -> new ArrayList<>());
                for (int j : met) {
                    if (comparedWith[j] != i) {
                        comparedWith[j] = i;
                        weigh(j, i);
                    }
                }
                met.add(i);
            }
        }
    }

    private void weigh(int shorter, int longer) {
        int[] a = texts.get(shorter).grams();
        int[] b = texts.get(longer).grams();
        if (a.length * 100 < b.length * THRESHOLD) {
            return;
        }
        int common = common(a, b);
        int union = a.length + b.length - common;
        if (common * 100 >= union * THRESHOLD) {
            keep(shorter, longer, common * 100 / union);
        }
    }

    private static int common(int[] a, int[] b) {
        int common = 0;
        for (int i = 0, j = 0; i < a.length && j < b.length; ) {
            if (a[i] == b[j]) {
                common++;
                i++;
                j++;
            } else if (a[i] < b[j]) {
                i++;
            } else {
                j++;
            }
        }
        return common;
    }

    private void keep(int i, int j, int score) {
        Pair pair = new Pair(texts.get(i).id(), texts.get(j).id(), score);
        int one = root(i);
        int other = root(j);
        if (one != other) {
            cluster[one] = other;
            pairs.add(pair);
            return;
        }
        offer(best.get(i), pair);
        offer(best.get(j), pair);
    }

    private static void offer(PriorityQueue<Pair> best, Pair pair) {
        best.add(pair);
        if (best.size() > KEPT) {
            best.poll();
        }
    }

    private int root(int i) {
        int at = i;
        while (cluster[at] != at) {
            cluster[at] = cluster[cluster[at]];
            at = cluster[at];
        }
        return at;
    }
}
