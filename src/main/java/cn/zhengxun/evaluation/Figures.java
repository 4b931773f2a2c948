package cn.zhengxun.evaluation;

/**
 * The counts that print often confuses, kept apart. Those of live consultations (neither ended nor declined) and of live
 * ones whose law is promulgated are the two denominators of the adoption rate, and their adopted ones the numerators.
 */
public record Figures(
        long collected,
        long submitted,
        long fullyAdopted,
        long partlyAdopted,
        long submittedOfLive,
        long adoptedOfLive,
        long submittedOfPromulgated,
        long adoptedOfPromulgated) {

    static final Figures NONE = new Figures(0, 0, 0, 0, 0, 0, 0, 0);

    /** The figures of one consultation, or a part of it. */
    static Figures of(
            long collected, long submitted, long fullyAdopted, long partlyAdopted, boolean live, boolean promulgated) {
        long adopted = fullyAdopted + partlyAdopted;
        boolean counts = live && promulgated;
        return new Figures(
                collected,
                submitted,
                fullyAdopted,
                partlyAdopted,
                live ? submitted : 0,
                live ? adopted : 0,
                counts ? submitted : 0,
                counts ? adopted : 0);
    }

    Figures plus(Figures other) {
        return new Figures(
                collected + other.collected,
                submitted + other.submitted,
                fullyAdopted + other.fullyAdopted,
                partlyAdopted + other.partlyAdopted,
                submittedOfLive + other.submittedOfLive,
                adoptedOfLive + other.adoptedOfLive,
                submittedOfPromulgated + other.submittedOfPromulgated,
                adoptedOfPromulgated + other.adoptedOfPromulgated);
    }

    /** 采纳 and 部分采纳 together. */
    public long adopted() {
        return fullyAdopted + partlyAdopted;
    }

    /** @return 0 to 1, null without anything submitted */
    public Double rateOfSubmitted() {
        return rate(adoptedOfLive, submittedOfLive);
    }

    /** @return 0 to 1, null without anything submitted on a promulgated law */
    public Double rateOfPromulgated() {
        return rate(adoptedOfPromulgated, submittedOfPromulgated);
    }

    private static Double rate(long part, long whole) {
        return whole == 0 ? null : (double) part / whole;
    }
}
