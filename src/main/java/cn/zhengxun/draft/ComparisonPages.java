package cn.zhengxun.draft;

import cn.zhengxun.draft.Comparisons.Comparison;
import cn.zhengxun.identity.Roles;
import cn.zhengxun.kernel.Shanghai;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.context.MessageSource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Two texts compared: beside each other, within one another, and as a document. */
@Controller
@RequestMapping("/drafts/compare")
@PreAuthorize("hasAnyAuthority('staff','director','leader','expert','manager')")
class ComparisonPages {
    private static final MediaType DOCX =
            MediaType.valueOf("application/vnd.openxmlformats-officedocument.wordprocessingml.document");
    private static final Set<String> SEE_MAPPINGS = Set.of(Roles.STAFF, Roles.DIRECTOR, Roles.LEADER);

    private final Library library;
    private final Comparisons comparisons;
    private final DraftAccess access;
    private final MessageSource messages;
    private final Clock clock;

    ComparisonPages(Library library, Comparisons comparisons, DraftAccess access, MessageSource messages, Clock clock) {
        this.library = library;
        this.comparisons = comparisons;
        this.access = access;
        this.messages = messages;
        this.clock = clock;
    }

    /**
     * @param before, after numbers of drafts; where one is missing or both are the same, they are to be chosen
     * @param view inline; anything else means beside each other
     * @param show changes or all; anything else means what suits the length
     * @param at the row that must be on the page shown, instead of a page
     */
    @GetMapping
    String page(
            @RequestParam(required = false) Long before,
            @RequestParam(required = false) Long after,
            @RequestParam(defaultValue = "") String view,
            @RequestParam(defaultValue = "") String show,
            @RequestParam(defaultValue = "1") String page,
            @RequestParam(defaultValue = "") String at,
            Authentication who,
            Model model,
            HttpServletResponse response) {
        if (before == null || after == null || before.equals(after)) {
            return choice(before, after, model, response);
        }
        Comparison comparison = comparison(before, after);
        ComparisonView shown = new ComparisonView(comparison, show, number(page));
        if (!at.isEmpty()) {
            shown = new ComparisonView(comparison, show, shown.pageWith(at));
        }
        model.addAttribute("before", comparison.before());
        model.addAttribute("after", comparison.after());
        model.addAttribute("comparison", shown);
        model.addAttribute("inline", view.equals("inline"));
        model.addAttribute("doubtful", seesMappings(who) ? comparison.doubtful() : 0);
        model.addAttribute("watermark", access.watermark(List.of(comparison.before(), comparison.after())));
        return "draft/compare";
    }

    /** @param show changes for the changed articles only */
    @GetMapping("/document")
    ResponseEntity<byte[]> document(
            @RequestParam long before, @RequestParam long after, @RequestParam(defaultValue = "") String show) {
        Comparison comparison = comparison(before, after);
        String date = Shanghai.date(clock.instant());
        byte[] document = new ComparisonDocument(
                        comparison, date, access.watermark(List.of(comparison.before(), comparison.after())), messages)
                .of(ComparisonView.rowsOf(comparison.synopsis(), show.equals("changes")));
        String name = sentence(
                "draft.compare.file",
                comparison.after().title(),
                comparison.before().reading(),
                comparison.after().reading());
        return ResponseEntity.ok()
                .contentType(DOCX)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header("X-Content-Type-Options", "nosniff")
                .cacheControl(CacheControl.noStore())
                .body(document);
    }

    private Comparison comparison(long before, long after) {
        Draft earlier = access.requireReadable(new DraftId(before));
        Draft later = access.requireReadable(new DraftId(after));
        return comparisons.of(earlier, later);
    }

    private String choice(Long before, Long after, Model model, HttpServletResponse response) {
        Map<String, String> faults = new LinkedHashMap<>();
        if (before != null && before.equals(after)) {
            faults.put("after", sentence("draft.compare.fault.same"));
        } else if (before == null && after != null) {
            faults.put("before", sentence("draft.compare.fault.before"));
        } else if (before != null) {
            faults.put("after", sentence("draft.compare.fault.after"));
        }
        if (!faults.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("faults", faults);
        }
        model.addAttribute("bills", library.shelf(new Library.Filter(null, null)));
        model.addAttribute("before", before);
        model.addAttribute("after", after);
        return "draft/compare-choice";
    }

    private static boolean seesMappings(Authentication who) {
        return who.getAuthorities().stream().anyMatch(authority -> SEE_MAPPINGS.contains(authority.getAuthority()));
    }

    private String sentence(String key, Object... parts) {
        return messages.getMessage(key, parts, Locale.SIMPLIFIED_CHINESE);
    }

    /** @return at least 1, whatever was typed into the address */
    private static int number(String page) {
        return page.matches("[1-9]\\d{0,5}") ? Integer.parseInt(page) : 1;
    }
}
