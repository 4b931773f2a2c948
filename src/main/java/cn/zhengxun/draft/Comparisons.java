package cn.zhengxun.draft;

import cn.zhengxun.draft.comparison.Link;
import cn.zhengxun.draft.comparison.Synopsis;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Two texts of the library beside each other. */
@Service
@Transactional(readOnly = true)
class Comparisons {
    private final Bills bills;
    private final Mappings mappings;

    Comparisons(Bills bills, Mappings mappings) {
        this.bills = bills;
        this.mappings = mappings;
    }

    /**
     * Two texts compared.
     *
     * @param doubtful how many of its links wait for somebody to look at them; 0 where nobody can, because the second is
     *     not the reading after the first
     */
    record Comparison(Draft before, Draft after, Synopsis synopsis, int doubtful) {
        /** How many articles the longer text has. */
        int size() {
            Synopsis.Summary summary = synopsis.summary();
            return Math.max(summary.before(), summary.before() - summary.removed() + summary.added());
        }
    }

    Comparison of(Draft before, Draft after) {
        ReadingMapping mapping = mappings.between(before, after);
        List<Link> links = mapping.links().stream()
                .map(link -> new Link(link.before(), link.after(), link.kind(), link.confidence()))
                .toList();
        Synopsis synopsis = Synopsis.of(mapping.earlier(), mapping.later(), links);
        return new Comparison(
                before, after, synopsis, follows(before, after) ? mapping.open().size() : 0);
    }

    private boolean follows(Draft before, Draft after) {
        return bills.holding(after.id())
                .previous(after)
                .filter(previous -> previous.id().equals(before.id()))
                .isPresent();
    }
}
