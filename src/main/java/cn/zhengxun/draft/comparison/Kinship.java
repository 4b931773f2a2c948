package cn.zhengxun.draft.comparison;

import cn.zhengxun.draft.clause.ClauseId;
import cn.zhengxun.draft.comparison.Script.Part;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which articles belong together because links join them, directly or through others. */
final class Kinship {

    /**
     * Articles that are joined by links; either side may be empty.
     *
     * @param before in reading order
     * @param after in reading order
     */
    record Family(List<Part> before, List<Part> after) {
        boolean isPair() {
            return !before.isEmpty() && !after.isEmpty();
        }
    }

    private Kinship() {}

    static List<Family> of(List<Part> before, List<Part> after, List<Link> links) {
        int[] elder = new int[before.size() + after.size()];
        Arrays.setAll(elder, i -> i);
        Map<ClauseId, Integer> earlier = places(before, 0);
        Map<ClauseId, Integer> later = places(after, before.size());
        for (Link link : links) {
            Integer one = link.before() == null ? null : earlier.get(link.before());
            Integer other = link.after() == null ? null : later.get(link.after());
            if (one != null && other != null) {
                elder[eldest(elder, other)] = eldest(elder, one);
            }
        }
        Map<Integer, Family> families = new LinkedHashMap<>();
        for (int i = 0; i < elder.length; i++) {
            Family family = families.computeIfAbsent(
                    eldest(elder, i), eldest -> new Family(new ArrayList<>(), new ArrayList<>()));
            if (i < before.size()) {
                family.before().add(before.get(i));
            } else {
                family.after().add(after.get(i - before.size()));
            }
        }
        return List.copyOf(families.values());
    }

    private static Map<ClauseId, Integer> places(List<Part> parts, int from) {
        Map<ClauseId, Integer> places = new HashMap<>();
        for (Part part : parts) {
            places.put(part.clause().id(), from + part.place());
        }
        return places;
    }

    private static int eldest(int[] elder, int one) {
        int at = one;
        while (elder[at] != at) {
            elder[at] = elder[elder[at]];
            at = elder[at];
        }
        return at;
    }
}
