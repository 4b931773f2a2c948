package cn.zhengxun.suggestion;

import cn.zhengxun.outreach.Guesses;
import cn.zhengxun.outreach.UnknownLink;
import cn.zhengxun.outreach.WithoutAccount;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.function.BiFunction;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * Whoever gave an opinion over an open channel changes it with the edit code of the receipt. The receipt's number alone
 * shows, and changes nothing: it is short, and read out on the telephone.
 */
@Controller
@WithoutAccount
@RequestMapping("/q/receipt/{receipt}")
@PreAuthorize("permitAll()")
class ReceiptAmendmentPages {
    private final OwnRecords records;
    private final SubmissionRows submissions;
    private final SuggestionRows suggestions;
    private final AmendmentSheet sheet;
    private final ReceiptCopies copies;
    private final Guesses guesses;

    ReceiptAmendmentPages(
            OwnRecords records,
            SubmissionRows submissions,
            SuggestionRows suggestions,
            AmendmentSheet sheet,
            ReceiptCopies copies,
            Guesses guesses) {
        this.guesses = guesses;
        this.copies = copies;
        this.records = records;
        this.submissions = submissions;
        this.suggestions = suggestions;
        this.sheet = sheet;
    }

    /** From the page that found the receipt by its number. A wrong code counts as a guess, and the page stays. */
    @GetMapping
    ModelAndView enter(
            @PathVariable String receipt, @RequestParam(defaultValue = "") String edit, HttpServletRequest request) {
        Optional<EditCode> known = submissions.editCode(receipt);
        if (known.filter(code -> code.matches(edit)).isPresent()) {
            return AnswerSheet.seeOther(base(receipt, known.get()));
        }
        if (guesses.spent(request.getRemoteAddr())) {
            throw new UnknownLink();
        }
        Handed handed = records.ofStranger(receipt).orElseThrow(UnknownLink::new);
        guesses.failed(request.getRemoteAddr());
        return new ModelAndView("suggestion/lookup", HttpStatus.NOT_FOUND)
                .addObject("typed", receipt)
                .addObject("handed", handed)
                .addObject("codeFault", true);
    }

    @GetMapping("/{code}")
    ModelAndView receipt(
            @PathVariable String receipt, @PathVariable String code, @RequestParam(required = false) String large) {
        EditCode known = requireCode(receipt, code);
        Handed handed = records.ofStranger(receipt).orElseThrow(UnknownLink::new);
        String base = base(receipt, known);
        return new ModelAndView("suggestion/receipt")
                .addObject("place", AnswerSheet.Place.open(base, large != null))
                .addObject("query", large == null ? "" : "?large=1")
                .addObject("editCode", known.text())
                .addObject("changes", base)
                .addObject("mail", copies.reachable(handed.submission()) ? base + "/mail" : null)
                .addObject("handed", handed);
    }

    @PostMapping("/{code}/mail")
    ModelAndView mail(
            @PathVariable String receipt, @PathVariable String code, @RequestParam(required = false) String large) {
        EditCode known = requireCode(receipt, code);
        Handed handed = records.ofStranger(receipt).orElseThrow(UnknownLink::new);
        return ReceiptLook.of(base(receipt, known), large).mailed(copies, handed.submission());
    }

    @GetMapping("/{code}/suggestions/{id:\\d{1,18}}")
    ModelAndView show(
            @PathVariable String receipt,
            @PathVariable String code,
            @PathVariable long id,
            @RequestParam(required = false) String large) {
        return with(receipt, code, id, large, sheet::show);
    }

    @PostMapping("/{code}/suggestions/{id:\\d{1,18}}")
    ModelAndView amend(
            @PathVariable String receipt,
            @PathVariable String code,
            @PathVariable long id,
            @RequestParam MultiValueMap<String, String> typed,
            @RequestParam(required = false) String large) {
        return with(receipt, code, id, large, (desk, suggestion) -> sheet.amend(desk, suggestion, typed));
    }

    @PostMapping("/{code}/suggestions/{id:\\d{1,18}}/withdraw")
    ModelAndView withdraw(
            @PathVariable String receipt,
            @PathVariable String code,
            @PathVariable long id,
            @RequestParam(required = false) String large) {
        return with(receipt, code, id, large, (desk, suggestion) -> sheet.withdraw(desk, suggestion, ""));
    }

    @PostMapping("/{code}/suggestions/{id:\\d{1,18}}/restore")
    ModelAndView restore(
            @PathVariable String receipt,
            @PathVariable String code,
            @PathVariable long id,
            @RequestParam(required = false) String large) {
        return with(receipt, code, id, large, (desk, suggestion) -> sheet.restore(desk, suggestion, ""));
    }

    private ModelAndView with(
            String receipt,
            String code,
            long id,
            String large,
            BiFunction<AmendmentSheet.Desk, Suggestion, ModelAndView> page) {
        EditCode known = requireCode(receipt, code);
        Suggestion suggestion = suggestions
                .find(new SuggestionId(id))
                .filter(found -> receipt.equals(found.receipt()))
                .orElseThrow(UnknownLink::new);
        String base = base(receipt, known);
        return page.apply(new AmendmentSheet.Desk(base, base, null, large != null, ChangedBy.AUTHOR), suggestion);
    }

    private EditCode requireCode(String receipt, String code) {
        return submissions
                .editCode(receipt)
                .filter(known -> known.matches(code))
                .orElseThrow(UnknownLink::new);
    }

    private static String base(String receipt, EditCode code) {
        return "/q/receipt/" + receipt + "/" + code.text();
    }
}
