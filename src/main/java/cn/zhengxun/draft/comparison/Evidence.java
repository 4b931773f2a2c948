package cn.zhengxun.draft.comparison;

/**
 * What speaks for a pair. All but two compare it with the earlier piece's other candidates, so that words which many
 * articles share prove nothing.
 *
 * @param sentence the earlier piece's sentence that the later one holds most completely, in excess of the best other
 *     candidate: from -1 to 1
 * @param phrase the same by phrases between commas
 * @param phrases the weight of all phrases in excess of the best other candidate, as a logarithm
 * @param likeness the root of the cosine
 * @param standing the cosine in relation to that of the later piece's best candidate
 * @param displacement how far from its neighbours it would have moved, as a logarithm
 * @param length the weight of the later piece, as a logarithm: a long one holds much by chance
 */
record Evidence(
        double sentence,
        double phrase,
        double phrases,
        double likeness,
        double standing,
        double displacement,
        double length) {

    double[] values() {
        return new double[] {sentence, phrase, phrases, likeness, standing, displacement, length};
    }
}
