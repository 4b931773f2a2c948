package cn.zhengxun.suggestion.amendment;

import cn.zhengxun.outreach.UnknownLink;
import cn.zhengxun.outreach.WithoutAccount;
import cn.zhengxun.suggestion.Suggestion;
import cn.zhengxun.suggestion.SuggestionId;
import cn.zhengxun.suggestion.SuggestionRows;
import cn.zhengxun.suggestion.receipt.EditCodes;
import java.util.function.BiFunction;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Whoever gave an opinion over an open channel changes it with the edit code of the receipt. */
@Controller
@WithoutAccount
@RequestMapping("/q/receipt/{receipt}/{code}/suggestions/{id:\\d{1,18}}")
@PreAuthorize("permitAll()")
class ReceiptAmendmentPages {
    private final EditCodes codes;
    private final SuggestionRows suggestions;
    private final AmendmentSheet sheet;

    ReceiptAmendmentPages(EditCodes codes, SuggestionRows suggestions, AmendmentSheet sheet) {
        this.codes = codes;
        this.suggestions = suggestions;
        this.sheet = sheet;
    }

    @GetMapping
    ModelAndView show(
            @PathVariable String receipt,
            @PathVariable String code,
            @PathVariable long id,
            @RequestParam(required = false) String large) {
        return with(receipt, code, id, large, sheet::show);
    }

    @PostMapping
    ModelAndView amend(
            @PathVariable String receipt,
            @PathVariable String code,
            @PathVariable long id,
            @RequestParam MultiValueMap<String, String> typed,
            @RequestParam(required = false) String large) {
        return with(receipt, code, id, large, (desk, suggestion) -> sheet.amend(desk, suggestion, typed));
    }

    @PostMapping("/withdraw")
    ModelAndView withdraw(
            @PathVariable String receipt,
            @PathVariable String code,
            @PathVariable long id,
            @RequestParam(required = false) String large) {
        return with(receipt, code, id, large, (desk, suggestion) -> sheet.withdraw(desk, suggestion, ""));
    }

    @PostMapping("/restore")
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
        String base = codes.require(receipt, code).base();
        Suggestion suggestion = suggestions
                .find(new SuggestionId(id))
                .filter(found -> receipt.equals(found.receipt()))
                .orElseThrow(UnknownLink::new);
        return page.apply(new AmendmentSheet.Desk(base, base, null, "1".equals(large), ChangedBy.AUTHOR), suggestion);
    }
}
