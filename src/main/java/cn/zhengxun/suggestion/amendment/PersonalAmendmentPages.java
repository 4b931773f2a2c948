package cn.zhengxun.suggestion.amendment;

import cn.zhengxun.directory.Directory;
import cn.zhengxun.directory.Informant;
import cn.zhengxun.outreach.Invitation;
import cn.zhengxun.outreach.Invitations;
import cn.zhengxun.outreach.UnknownLink;
import cn.zhengxun.outreach.WithoutAccount;
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

/** With the personal link an informant changes what this person said, in whichever consultation it was. */
@Controller
@WithoutAccount
@RequestMapping("/i/{token}/suggestions/{id:\\d{1,18}}")
@PreAuthorize("permitAll()")
class PersonalAmendmentPages {
    private final Invitations invitations;
    private final Directory directory;
    private final SuggestionRows suggestions;
    private final AmendmentSheet sheet;

    PersonalAmendmentPages(
            Invitations invitations, Directory directory, SuggestionRows suggestions, AmendmentSheet sheet) {
        this.invitations = invitations;
        this.directory = directory;
        this.suggestions = suggestions;
        this.sheet = sheet;
    }

    @GetMapping
    ModelAndView show(@PathVariable String token, @PathVariable long id, @RequestParam(required = false) String large) {
        return with(token, id, large, sheet::show);
    }

    @PostMapping
    ModelAndView amend(
            @PathVariable String token,
            @PathVariable long id,
            @RequestParam MultiValueMap<String, String> typed,
            @RequestParam(required = false) String large) {
        return with(token, id, large, (desk, suggestion) -> sheet.amend(desk, suggestion, typed));
    }

    @PostMapping("/withdraw")
    ModelAndView withdraw(
            @PathVariable String token, @PathVariable long id, @RequestParam(required = false) String large) {
        return with(token, id, large, (desk, suggestion) -> sheet.withdraw(desk, suggestion, ""));
    }

    @PostMapping("/restore")
    ModelAndView restore(
            @PathVariable String token, @PathVariable long id, @RequestParam(required = false) String large) {
        return with(token, id, large, (desk, suggestion) -> sheet.restore(desk, suggestion, ""));
    }

    private ModelAndView with(
            String token, long id, String large, BiFunction<AmendmentSheet.Desk, Suggestion, ModelAndView> page) {
        Invitation invitation = invitations.byToken(token).orElseThrow(UnknownLink::new);
        Informant informant = directory.informant(invitation.informant()).orElseThrow(UnknownLink::new);
        Suggestion suggestion = suggestions
                .find(new SuggestionId(id))
                .filter(found -> informant.id().equals(found.informant()))
                .orElseThrow(UnknownLink::new);
        String base = "/i/" + token;
        return page.apply(
                new AmendmentSheet.Desk(
                        base,
                        base + "/receipt/" + suggestion.receipt(),
                        informant.name(),
                        "1".equals(large),
                        ChangedBy.AUTHOR),
                suggestion);
    }
}
