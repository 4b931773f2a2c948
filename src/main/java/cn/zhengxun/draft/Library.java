package cn.zhengxun.draft;

import cn.zhengxun.draft.search.Finding;
import cn.zhengxun.draft.search.Question;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The bills and texts that the signed-in person may read, and what is found in them. */
@Service
@Transactional(readOnly = true)
class Library {
    private static final int MOST_PAGES = 500;

    private final Bills bills;
    private final DraftAccess access;
    private final LibraryIndex index;

    Library(Bills bills, DraftAccess access, LibraryIndex index) {
        this.bills = bills;
        this.access = access;
        this.index = index;
    }

    /** Which texts to show. Either may be null: then it does not matter. */
    record Filter(Reading reading, Visibility visibility) {
        private boolean lets(Draft draft) {
            return (reading == null || Bill.reading(draft) == reading)
                    && (visibility == null || draft.visibility() == visibility);
        }
    }

    /** A found clause with the text it stands in. */
    record Hit(Draft draft, Finding finding) {}

    /**
     * @param titled the bills whose title, or a text's, holds all words
     * @param widened whether no clause holds the words as typed, so that the hits hold them in parts
     */
    record Results(List<Bill> titled, int total, boolean widened, List<Hit> hits, int page, int pages) {

        /** The drafts of which words are shown. */
        List<Draft> shown() {
            return hits.stream().map(Hit::draft).distinct().toList();
        }
    }

    /** Bills with the texts that pass the filter, without replaced files; what came last stands first. */
    List<Bill> shelf(Filter filter) {
        Predicate<Draft> shown = access.readable().and(filter::lets);
        return bills.all().stream()
                .map(bill -> bill.with(shown.and(draft -> !bill.replaced().contains(draft.id()))))
                .filter(bill -> !bill.drafts().isEmpty())
                .sorted(Comparator.comparing(Bill::lastReceived)
                        .thenComparing(bill -> bill.id().value())
                        .reversed())
                .toList();
    }

    /** @return the bill with the texts this person may read; @throws cn.zhengxun.kernel.NotFound where there is none of either */
    Bill bill(BillId id) {
        Bill bill = bills.of(id).with(access.readable());
        if (bill.drafts().isEmpty()) {
            throw Bills.missing(id);
        }
        return bill;
    }

    /** @param page from 1; beyond the last there is nothing */
    Results search(Question question, Filter filter, int page, int size) {
        List<Bill> shelf = shelf(filter);
        Map<Long, Draft> drafts = new HashMap<>();
        Map<Long, String> titles = new HashMap<>();
        for (Bill bill : shelf) {
            for (Draft draft : bill.drafts()) {
                drafts.put(draft.id().value(), draft);
                titles.put(draft.id().value(), bill.title() + " " + draft.title());
            }
        }
        int at = Math.max(1, Math.min(page, MOST_PAGES));
        Finding.Page found = index.find(question, titles, (at - 1) * size, size);
        List<Hit> hits = found.findings().stream()
                .map(finding -> new Hit(drafts.get(finding.draft()), finding))
                .toList();
        List<Bill> titled = shelf.stream()
                .filter(bill -> bill.drafts().stream()
                        .anyMatch(draft -> question.isIn(titles.get(draft.id().value()))))
                .toList();
        return new Results(
                titled,
                found.total(),
                found.widened(),
                hits,
                at,
                Math.min(MOST_PAGES, (found.total() + size - 1) / size));
    }
}
