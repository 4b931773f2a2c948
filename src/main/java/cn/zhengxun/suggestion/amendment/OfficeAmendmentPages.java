package cn.zhengxun.suggestion.amendment;

import cn.zhengxun.kernel.NotFound;
import cn.zhengxun.suggestion.Suggestion;
import cn.zhengxun.suggestion.SuggestionId;
import cn.zhengxun.suggestion.SuggestionRows;
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
import org.springframework.web.util.UriComponentsBuilder;

/** The office corrects what it took down itself, with a reason; what people sent themselves it never changes. */
@Controller
@RequestMapping("/consultations/{number}/suggestions/{id:\\d{1,18}}/correct")
@PreAuthorize("hasAuthority('staff')")
class OfficeAmendmentPages {
    private final SuggestionRows suggestions;
    private final AmendmentSheet sheet;

    OfficeAmendmentPages(SuggestionRows suggestions, AmendmentSheet sheet) {
        this.suggestions = suggestions;
        this.sheet = sheet;
    }

    @GetMapping
    ModelAndView show(@PathVariable String number, @PathVariable long id) {
        return with(number, id, sheet::show);
    }

    @PostMapping
    ModelAndView correct(
            @PathVariable String number, @PathVariable long id, @RequestParam MultiValueMap<String, String> typed) {
        return with(number, id, (desk, suggestion) -> sheet.amend(desk, suggestion, typed));
    }

    @PostMapping("/withdraw")
    ModelAndView withdraw(
            @PathVariable String number, @PathVariable long id, @RequestParam(defaultValue = "") String changeReason) {
        return with(number, id, (desk, suggestion) -> sheet.withdraw(desk, suggestion, changeReason));
    }

    @PostMapping("/restore")
    ModelAndView restore(
            @PathVariable String number, @PathVariable long id, @RequestParam(defaultValue = "") String changeReason) {
        return with(number, id, (desk, suggestion) -> sheet.restore(desk, suggestion, changeReason));
    }

    private ModelAndView with(String number, long id, BiFunction<AmendmentSheet.Desk, Suggestion, ModelAndView> page) {
        Suggestion suggestion = suggestions
                .find(new SuggestionId(id))
                .filter(found -> found.consultation().value().equals(number))
                .orElseThrow(() -> new NotFound("这次征询里没有这条意见，请从意见列表中选择。"));
        String base = UriComponentsBuilder.fromPath("/consultations/{n}")
                .build(false)
                .expand(number)
                .encode()
                .toUriString();
        return page.apply(
                new AmendmentSheet.Desk(base, base + "/suggestions/" + id, null, false, ChangedBy.OFFICE), suggestion);
    }
}
