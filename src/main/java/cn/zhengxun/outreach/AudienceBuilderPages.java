package cn.zhengxun.outreach;

import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.consultation.Consultations;
import cn.zhengxun.kernel.NotFound;
import cn.zhengxun.kernel.RuleViolation;
import cn.zhengxun.outreach.audience.AudienceForm;
import cn.zhengxun.outreach.audience.AudienceGroups;
import cn.zhengxun.outreach.audience.Audiences;
import cn.zhengxun.outreach.audience.DeleteAudienceGroup;
import cn.zhengxun.outreach.audience.RenameAudienceGroup;
import cn.zhengxun.outreach.audience.SaveAudienceGroup;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What helps to find the right expression: the count while it is typed, who is left out, and groups kept for later. */
@Controller
@RequestMapping("/consultations/{number}/audience")
@PreAuthorize("hasAuthority('staff')")
class AudienceBuilderPages {
    private final Audiences audiences;
    private final AudienceGroups groups;
    private final Consultations consultations;
    private final MessageSource messages;

    AudienceBuilderPages(
            Audiences audiences, AudienceGroups groups, Consultations consultations, MessageSource messages) {
        this.audiences = audiences;
        this.groups = groups;
        this.consultations = consultations;
        this.messages = messages;
    }

    /** The panel alone, for the page's script; act as on the page. An unreadable expression is explained in the panel. */
    @GetMapping("/outlook")
    String outlook(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String expression,
            @RequestParam(defaultValue = "") String act,
            @RequestParam(defaultValue = "false") boolean any,
            @RequestParam(defaultValue = "") List<String> sign,
            @RequestParam(defaultValue = "") List<String> term,
            Model model,
            HttpServletResponse response) {
        String wanted =
                act.equals("build") ? AudienceForm.of(any, sign, term, 0).expression() : expression;
        model.addAttribute("number", number);
        model.addAttribute("expression", wanted);
        response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
        try {
            model.addAttribute("outlook", audiences.outlook(wanted));
        } catch (RuleViolation unreadable) {
            AudiencePages.refuse(unreadable, "expression", model, response);
        }
        return "outreach/audience-outlook :: panel";
    }

    @GetMapping("/people")
    String people(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String expression,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        consultations.find(new ConsultationNumber(number));
        model.addAttribute("number", number);
        model.addAttribute("expression", expression);
        model.addAttribute("found", audiences.people(expression, reason, page));
        return "outreach/audience-people";
    }

    @PostMapping("/groups")
    String save(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String groupName,
            @RequestParam(defaultValue = "") String expression,
            RedirectAttributes flash) {
        flash.addAttribute("expression", expression);
        return then(
                number,
                () -> groups.save(new SaveAudienceGroup(groupName, expression)),
                "outreach.done.group-saved",
                flash);
    }

    @PostMapping("/groups/{id}/rename")
    String rename(
            @PathVariable String number,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String groupName,
            RedirectAttributes flash) {
        return then(
                number,
                () -> groups.rename(new RenameAudienceGroup(id, groupName)),
                "outreach.done.group-renamed",
                flash);
    }

    @PostMapping("/groups/{id}/delete")
    String delete(@PathVariable String number, @PathVariable long id, RedirectAttributes flash) {
        return then(number, () -> groups.delete(new DeleteAudienceGroup(id)), "outreach.done.group-deleted", flash);
    }

    /** Back to the page, where what was refused is said above. */
    private String then(String number, Runnable action, String doneKey, RedirectAttributes flash) {
        try {
            action.run();
            flash.addFlashAttribute("done", messages.getMessage(doneKey, null, Locale.SIMPLIFIED_CHINESE));
        } catch (NotFound unknown) {
            throw unknown;
        } catch (RuleViolation refused) {
            flash.addFlashAttribute("faults", refused.byField());
        }
        flash.addAttribute("number", number);
        return "redirect:/consultations/{number}/audience";
    }
}
