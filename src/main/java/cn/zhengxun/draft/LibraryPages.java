package cn.zhengxun.draft;

import cn.zhengxun.draft.search.Question;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The library: what bills and texts there are, what clauses hold some words, and one bill with its texts. */
@Controller
@PreAuthorize("hasAnyAuthority('staff','director','leader','expert','manager')")
class LibraryPages {
    private static final int HITS_A_PAGE = 20;
    private static final int BILLS_A_PAGE = 50;

    private final Library library;
    private final Mappings mappings;
    private final DraftUses uses;
    private final DraftAccess access;

    LibraryPages(Library library, Mappings mappings, DraftUses uses, DraftAccess access) {
        this.library = library;
        this.mappings = mappings;
        this.uses = uses;
        this.access = access;
    }

    /** @param reading, visibility names of their enumerations; anything else means all */
    @GetMapping("/library")
    String list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String reading,
            @RequestParam(defaultValue = "") String visibility,
            @RequestParam(defaultValue = "1") String page,
            Model model) {
        Library.Filter filter =
                new Library.Filter(named(Reading.values(), reading), named(Visibility.values(), visibility));
        Question question = Question.of(q);
        model.addAttribute("q", q.strip());
        model.addAttribute("filter", filter);
        model.addAttribute("readings", Reading.values());
        model.addAttribute("visibilities", Visibility.values());
        model.addAttribute("asked", !q.isBlank());
        if (question.isEmpty()) {
            shelf(library.shelf(filter), number(page), model);
        } else {
            Library.Results results = library.search(question, filter, number(page), HITS_A_PAGE);
            model.addAttribute("results", results);
            model.addAttribute("page", results.page());
            model.addAttribute("pages", results.pages());
            model.addAttribute("watermark", access.watermark(results.shown()));
        }
        return "draft/library";
    }

    private void shelf(List<Bill> bills, int page, Model model) {
        int pages = Math.max(1, (bills.size() + BILLS_A_PAGE - 1) / BILLS_A_PAGE);
        int at = Math.min(page, pages);
        List<Bill> shown = bills.stream()
                .skip((long) (at - 1) * BILLS_A_PAGE)
                .limit(BILLS_A_PAGE)
                .toList();
        model.addAttribute("bills", shown);
        model.addAttribute("total", bills.size());
        model.addAttribute("page", at);
        model.addAttribute("pages", pages);
    }

    @GetMapping("/bills/{id}")
    String bill(@PathVariable long id, Model model) {
        Bill bill = library.bill(new BillId(id));
        List<DraftId> ids = bill.drafts().stream().map(Draft::id).toList();
        List<Draft> comparable = bill.drafts().stream()
                .filter(draft -> !bill.replaced().contains(draft.id()))
                .toList();
        model.addAttribute("bill", bill);
        model.addAttribute("uses", uses.of(ids));
        model.addAttribute("comparable", comparable);
        model.addAttribute("mappings", mapped(bill));
        return "draft/bill";
    }

    /** How each text goes on from the one before it, where there is one this person may read. */
    private List<BillMapping> mapped(Bill bill) {
        return bill.standing().stream()
                .flatMap(after -> bill.previous(after).stream()
                        .map(before -> new BillMapping(before, after, mappings.open(after.id()))))
                .toList();
    }

    /** @param open how many doubtful links wait for somebody to look at them */
    record BillMapping(Draft before, Draft after, int open) {}

    private static <E extends Enum<E>> E named(E[] values, String name) {
        return Arrays.stream(values)
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    /** @return at least 1, whatever was typed into the address */
    private static int number(String page) {
        return Stream.of(page)
                .filter(typed -> typed.matches("[1-9]\\d{0,5}"))
                .map(Integer::valueOf)
                .findFirst()
                .orElse(1);
    }
}
