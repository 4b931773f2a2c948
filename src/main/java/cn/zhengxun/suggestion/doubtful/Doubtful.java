package cn.zhengxun.suggestion.doubtful;

import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.identity.Users;
import cn.zhengxun.suggestion.arrival.ArrivalQueue;
import cn.zhengxun.suggestion.notmine.NotMine;
import cn.zhengxun.suggestion.notmine.Report;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Everything of a consultation that waits for a person's look, whoever noticed it, and what was decided. */
@Service
@Transactional(readOnly = true)
class Doubtful {
    static final int PAGE = 50;

    /**
     * One thing; either arrival or report is null.
     *
     * @param place from 1 over all pages
     * @param marks names of what looks as if a machine had filled in the form; for most empty
     * @param settledBy name of who settled the report; null for all others
     */
    record Matter(int place, ArrivalQueue.Item arrival, Report report, List<String> marks, String settledBy) {
        boolean about(long suggestion) {
            return arrival != null && arrival.standing().suggestion() == suggestion;
        }
    }

    /** @param number from 1; @param total over all pages */
    record Page(
            List<Matter> matters,
            int number,
            int pages,
            int total,
            Map<DoubtfulFilter.Show, Integer> byShow,
            Map<DoubtfulReason, Integer> byReason) {}

    private final DoubtfulRows rows;
    private final ArrivalQueue arrivals;
    private final NotMine notMine;
    private final Users users;

    Doubtful(DoubtfulRows rows, ArrivalQueue arrivals, NotMine notMine, Users users) {
        this.rows = rows;
        this.arrivals = arrivals;
        this.notMine = notMine;
        this.users = users;
    }

    /** How many wait for somebody. @param reports whether reports of "not me" count, which not everybody reads */
    public int waiting(String consultation, boolean reports) {
        return rows.waiting(new ConsultationNumber(consultation), reports);
    }

    /** A page past the last one is the last one. @param number from 1 */
    Page page(DoubtfulFilter filter, int number) {
        Map<DoubtfulFilter.Show, Integer> byShow = rows.byShow(filter);
        int total = byShow.get(filter.show());
        int pages = Math.max(1, (total + PAGE - 1) / PAGE);
        int shown = Math.min(Math.max(number, 1), pages);
        int skip = (shown - 1) * PAGE;
        List<DoubtfulRows.Entry> entries = total == 0 ? List.of() : rows.page(filter, PAGE, skip);
        return new Page(matters(entries, skip), shown, pages, total, byShow, rows.byReason(filter));
    }

    private List<Matter> matters(List<DoubtfulRows.Entry> entries, int skipped) {
        List<Long> suggestions = ids(entries, entry -> !entry.report());
        Map<Long, ArrivalQueue.Item> items = arrivals.of(suggestions);
        Map<Long, String> marks = rows.marks(suggestions);
        Map<Long, Report> reports = notMine.reports(ids(entries, DoubtfulRows.Entry::report));
        List<Matter> matters = new ArrayList<>();
        for (DoubtfulRows.Entry entry : entries) {
            Report report = entry.report() ? reports.get(entry.id()) : null;
            matters.add(new Matter(
                    skipped + matters.size() + 1,
                    entry.report() ? null : items.get(entry.id()),
                    report,
                    !entry.report() && marks.containsKey(entry.id())
                            ? List.of(marks.get(entry.id()).split(","))
                            : List.of(),
                    report == null || report.settledBy() == null ? null : users.nameOf(report.settledBy())));
        }
        return matters;
    }

    private static List<Long> ids(List<DoubtfulRows.Entry> entries, Predicate<DoubtfulRows.Entry> kind) {
        return entries.stream().filter(kind).map(DoubtfulRows.Entry::id).toList();
    }
}
