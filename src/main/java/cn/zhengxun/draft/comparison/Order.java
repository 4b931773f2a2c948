package cn.zhengxun.draft.comparison;

import java.util.Arrays;

/** Which of many kept their order. */
final class Order {
    private Order() {}

    /**
     * @param places where each stands now, in the order in which they stood before
     * @return for each whether it belongs to the longest increasing sequence, that is: was not moved past others
     */
    static boolean[] kept(int[] places) {
        int[] before = new int[places.length];
        int[] lastOfLength = new int[places.length];
        int length = 0;
        for (int i = 0; i < places.length; i++) {
            int at = position(places, lastOfLength, length, places[i]);
            before[i] = at == 0 ? -1 : lastOfLength[at - 1];
            lastOfLength[at] = i;
            length = Math.max(length, at + 1);
        }
        boolean[] kept = new boolean[places.length];
        Arrays.fill(kept, false);
        for (int i = length == 0 ? -1 : lastOfLength[length - 1]; i >= 0; i = before[i]) {
            kept[i] = true;
        }
        return kept;
    }

    /** The first length whose last place is not below. */
    private static int position(int[] places, int[] lastOfLength, int length, int place) {
        int low = 0;
        int high = length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (places[lastOfLength[middle]] < place) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
