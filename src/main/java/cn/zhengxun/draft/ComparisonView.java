package cn.zhengxun.draft;

import cn.zhengxun.draft.Comparisons.Comparison;
import cn.zhengxun.draft.comparison.Synopsis;
import cn.zhengxun.draft.comparison.Synopsis.Article;
import cn.zhengxun.draft.comparison.Synopsis.Heading;
import cn.zhengxun.draft.comparison.Synopsis.Passage;
import cn.zhengxun.draft.comparison.Synopsis.Row;
import java.util.ArrayList;
import java.util.List;

/** As much of a comparison as fits on one page. */
final class ComparisonView {
    /** From here on only the changes are shown unless asked otherwise. */
    static final int LONG = 300;

    private static final int PASSAGES_A_PAGE = 150;

    /** A page is not ended for a heading before it is this full. */
    private static final int PASSAGES_BEFORE_A_HEADING = 100;

    /** Fewer are not worth a page of their own. */
    private static final int LEAST_ON_A_PAGE = 50;

    private final Comparison comparison;
    private final boolean onlyChanges;
    private final List<List<Row>> pages;
    private final int page;

    /** @param show changes, all, or anything else for what suits the length */
    ComparisonView(Comparison comparison, String show, int page) {
        this.comparison = comparison;
        this.onlyChanges = show.equals("changes") || !show.equals("all") && comparison.size() > LONG;
        this.pages = parted(rowsOf(comparison.synopsis(), onlyChanges));
        this.page = Math.min(Math.max(page, 1), pages.size());
    }

    static List<Row> rowsOf(Synopsis synopsis, boolean onlyChanges) {
        return onlyChanges ? synopsis.changes() : synopsis.rows();
    }

    public Synopsis.Summary summary() {
        return comparison.synopsis().summary();
    }

    public boolean onlyChanges() {
        return onlyChanges;
    }

    public int page() {
        return page;
    }

    public List<Row> rows() {
        return pages.get(page - 1);
    }

    /** From which to which article each page goes; there is at least one page. */
    public List<String> pageLabels() {
        return pages.stream().map(ComparisonView::label).toList();
    }

    /** How many changes there are on all pages. */
    public int changes() {
        return ordinals(comparison.synopsis().rows()).size();
    }

    /** Which page shows a change; 0 where there is no such change. */
    public int pageOf(int ordinal) {
        for (int i = 0; i < pages.size(); i++) {
            if (ordinals(pages.get(i)).contains(ordinal)) {
                return i + 1;
            }
        }
        return 0;
    }

    /** The page that shows the row with this anchor; the first where none does. */
    public int pageWith(String anchor) {
        for (int i = 0; i < pages.size(); i++) {
            if (pages.get(i).stream()
                    .anyMatch(row ->
                            row instanceof Passage passage && passage.anchor().equals(anchor))) {
                return i + 1;
            }
        }
        return 1;
    }

    private static List<Integer> ordinals(List<Row> rows) {
        List<Integer> ordinals = new ArrayList<>();
        for (Row row : rows) {
            if (row instanceof Passage passage && passage.ordinal() > 0) {
                ordinals.add(passage.ordinal());
            }
        }
        return ordinals;
    }

    private static List<List<Row>> parted(List<Row> rows) {
        List<List<Row>> pages = new ArrayList<>();
        List<Row> open = new ArrayList<>();
        long left = rows.stream().filter(row -> !(row instanceof Heading)).count();
        int passages = 0;
        for (Row row : rows) {
            boolean full =
                    passages >= PASSAGES_A_PAGE || passages >= PASSAGES_BEFORE_A_HEADING && row instanceof Heading;
            if (full && left >= LEAST_ON_A_PAGE) {
                pages.add(open);
                open = new ArrayList<>();
                passages = 0;
            }
            open.add(row);
            if (!(row instanceof Heading)) {
                passages++;
                left--;
            }
        }
        pages.add(open);
        return pages;
    }

    private static String label(List<Row> rows) {
        List<String> labels = new ArrayList<>();
        for (Row row : rows) {
            if (row instanceof Passage passage && passage.article()) {
                List<Article> shown = passage.after().isEmpty() ? passage.before() : passage.after();
                labels.add(shown.get(0).label());
            }
        }
        return labels.isEmpty() ? "" : labels.get(0) + "—" + labels.get(labels.size() - 1);
    }
}
