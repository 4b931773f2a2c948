package cn.zhengxun.adoption;

import cn.zhengxun.suggestion.Suggestion;
import java.util.List;

/**
 * What the page of outcomes shows: the figures of all suggestions, and one page of those that the filter lets through.
 *
 * @param page from 1 to pages
 * @param routed how many out of scope still wait for their answer
 */
record OutcomesPage(
        Show show,
        int page,
        int pages,
        List<Line> lines,
        int total,
        int open,
        int pending,
        int unconfirmed,
        int routed,
        boolean published) {
    static final int SIZE = 20;

    /** Which suggestions are listed. */
    enum Show {
        /** 未登记 or 待定. */
        OPEN,
        ADOPTED,
        NOT_ADOPTED,
        ALL;

        boolean shows(Line line) {
            return switch (this) {
                case OPEN -> line.open();
                case ADOPTED -> line.outcome() != null && line.outcome().kind().adopted();
                case NOT_ADOPTED -> !line.open() && !line.outcome().kind().adopted();
                case ALL -> true;
            };
        }
    }

    /** @param outcome null where none is recorded; @param normalised the screener's wording, may be null; @param routedTo null unless it was out of scope */
    record Line(Suggestion suggestion, Outcome outcome, String normalised, String routedTo) {
        public boolean open() {
            return outcome == null || outcome.kind() == OutcomeKind.PENDING;
        }
    }

    static OutcomesPage of(List<Line> all, Show show, int wanted) {
        List<Line> shown = all.stream().filter(show::shows).toList();
        int pages = Math.max(1, (shown.size() + SIZE - 1) / SIZE);
        int page = Math.min(Math.max(1, wanted), pages);
        return new OutcomesPage(
                show,
                page,
                pages,
                shown.subList((page - 1) * SIZE, Math.min(page * SIZE, shown.size())),
                all.size(),
                (int) all.stream().filter(line -> line.outcome() == null).count(),
                (int) all.stream()
                        .filter(line -> line.outcome() != null && line.open())
                        .count(),
                (int) all.stream()
                        .filter(line -> line.outcome() != null && line.outcome().confirmedBy() == null)
                        .count(),
                (int) all.stream()
                        .filter(line -> line.routedTo() != null && line.outcome() == null)
                        .count(),
                all.stream()
                        .anyMatch(
                                line -> line.outcome() != null && line.outcome().publishedAt() != null));
    }

    public int recorded() {
        return total - open;
    }
}
