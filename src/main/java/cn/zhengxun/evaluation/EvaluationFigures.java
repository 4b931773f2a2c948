package cn.zhengxun.evaluation;

import java.time.LocalDate;
import java.util.List;

/**
 * How one consultation went. Every suggestion handed in is either collected, withdrawn, late or out of scope, so these
 * four add up to all of them.
 *
 * @param rateOfSubmitted 0 to 1; null without anything submitted, and for an ended draft
 * @param answered invited people who handed something in; contributors also counts people who were not invited, those
 *     outside the directory by submission
 * @param deadlineChanges how often the requesting body moved D; returns: how often work was sent back
 */
public record EvaluationFigures(
        long collected,
        long submitted,
        long adopted,
        long fullyAdopted,
        long partlyAdopted,
        Double rateOfSubmitted,
        long withdrawn,
        long late,
        long outOfScope,
        long invited,
        long opened,
        long answered,
        long contributors,
        long deadlineChanges,
        long returns,
        List<Part> byClause,
        List<Part> byStation,
        List<Part> byChannel,
        List<Part> byCategory,
        List<Step> steps) {

    /** A clause, station, channel or category. */
    public record Part(String label, long collected, long submitted, long adopted) {}

    /**
     * One of the ten steps, dates in Shanghai.
     *
     * @param due by the timetable, null where it has none; @param done null where it is not known or not yet over
     * @param days calendar days since the step before was done (since registration for the first), null where unknown
     */
    public record Step(int step, LocalDate due, LocalDate done, Long days) {
        public boolean overdue() {
            return due != null && done != null && done.isAfter(due);
        }
    }
}
