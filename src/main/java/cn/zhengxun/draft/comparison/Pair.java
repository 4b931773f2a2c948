package cn.zhengxun.draft.comparison;

/**
 * An earlier and a later piece that may belong together, by their places in the two texts.
 *
 * @param likeness the cosine of their words, from 0 to 1
 */
record Pair(int before, int after, double likeness) {}
