package cn.zhengxun.draft.comparison;

/**
 * What speaks for a pair. Most of it is a comparison with other candidates, so that words which many articles share
 * prove nothing.
 *
 * @param sentence the earlier piece's sentence that the later one holds most completely, in excess of the best other
 *     candidate: from -1 to 1
 * @param phrase the same by phrases between commas
 * @param carried the weight of all phrases that the later piece holds more completely than any other candidate
 * @param received the weight of all phrases of the later piece that the earlier one holds more completely than any other
 * @param likeness the root of the cosine
 * @param standingBefore the cosine in relation to that of the earlier piece's best candidate, less where there are few
 * @param standingAfter the same of the later piece's best
 * @param displacement how far from its neighbours it would have moved, as a logarithm
 * @param length the weight of the later piece, as a logarithm: a long one holds much by chance
 */
record Evidence(
        double sentence,
        double phrase,
        double carried,
        double received,
        double likeness,
        double standingBefore,
        double standingAfter,
        double displacement,
        double length) {

    double[] values() {
        return new double[] {
            sentence, phrase, carried, received, likeness, standingBefore, standingAfter, displacement, length
        };
    }
}
