package cn.zhengxun.draft.file;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What the automatic lists of a document have counted up to. Lists that share a definition count on together. */
final class ListCounters {
    private static final int NOT_BEGUN = -1;

    private final Map<String, int[]> counters = new HashMap<>();
    private final Set<String> begun = new HashSet<>();

    /**
     * Counts one paragraph on.
     *
     * @param definition names the list that counts
     * @param use names its use, whose first paragraph sets levels to the starts it overrides
     * @param starts overriding starts by level
     * @return the number that Word prints before it, followed by a space; empty for none and for bullets
     */
    String next(String definition, String use, Map<Integer, Integer> starts, ListLevel[] levels, int level) {
        int[] counter = counters.computeIfAbsent(definition, d -> {
            int[] fresh = new int[ListLevel.LEVELS];
            Arrays.fill(fresh, NOT_BEGUN);
            return fresh;
        });
        if (begun.add(use)) {
            starts.forEach((l, start) -> counter[l] = start - 1);
        }
        boolean overridden = starts.containsKey(level) && counter[level] == starts.get(level) - 1;
        counter[level] = counter[level] == NOT_BEGUN && !overridden
                ? levels[level].start
                : Math.min(counter[level] + 1, ListLevel.HIGHEST);
        for (int deeper = level + 1; deeper < ListLevel.LEVELS; deeper++) {
            if (levels[deeper].restartsAfter(deeper, level)) {
                counter[deeper] = NOT_BEGUN;
            }
        }
        if (!levels[level].isPrinted()) {
            return "";
        }
        String printed = levels[level].print(levels, counter);
        return printed.isEmpty() ? "" : printed + " ";
    }
}
