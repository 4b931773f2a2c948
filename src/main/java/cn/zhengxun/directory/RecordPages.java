package cn.zhengxun.directory;

import cn.zhengxun.kernel.RuleViolation;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The small forms on a person's page: trainings, consents, and mail that works again. */
@Controller
@RequestMapping("/directory/informants/{id}")
@PreAuthorize("hasAuthority('staff')")
class RecordPages {
    private final InformantRecords records;
    private final PersonPage page;
    private final MessageSource messages;

    RecordPages(InformantRecords records, PersonPage page, MessageSource messages) {
        this.records = records;
        this.page = page;
        this.messages = messages;
    }

    @PostMapping("/renew")
    String renew(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String until,
            Model model,
            RedirectAttributes flash,
            HttpServletResponse response) {
        page.find(id);
        try {
            records.renew(new RenewTerms(Set.of(new InformantId(id)), InformantForm.date("until", until)));
        } catch (RuleViolation refused) {
            return again(id, refused, Map.of("until", until), model, response);
        }
        return done(id, "term", "directory.done.renewed-one", flash);
    }

    @PostMapping("/trainings")
    String train(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String trainedOn,
            @RequestParam(defaultValue = "") String topic,
            Model model,
            RedirectAttributes flash,
            HttpServletResponse response) {
        page.find(id);
        try {
            records.record(new RecordTraining(new InformantId(id), InformantForm.date("trainedOn", trainedOn), topic));
        } catch (RuleViolation refused) {
            return again(id, refused, Map.of("trainedOn", trainedOn, "topic", topic), model, response);
        }
        return done(id, "training", "directory.done.training-recorded", flash);
    }

    @PostMapping("/trainings/{training}/remove")
    String remove(@PathVariable long id, @PathVariable long training, RedirectAttributes flash) {
        records.remove(new RemoveTraining(new InformantId(id), training));
        return done(id, "training", "directory.done.training-removed", flash);
    }

    @PostMapping("/consents")
    String consent(
            @PathVariable long id,
            @RequestParam(required = false) ConsentKind kind,
            @RequestParam(required = false) Boolean given,
            @RequestParam(defaultValue = "") String decidedOn,
            @RequestParam(defaultValue = "") String wording,
            Model model,
            RedirectAttributes flash,
            HttpServletResponse response) {
        page.find(id);
        try {
            records.record(new RecordConsent(
                    new InformantId(id),
                    kind,
                    given,
                    InformantForm.date("decidedOn", decidedOn),
                    wording.isBlank() && kind != null ? kind.wording() : wording));
        } catch (RuleViolation refused) {
            model.addAttribute("consentKind", kind);
            model.addAttribute("given", given);
            return again(id, refused, Map.of("decidedOn", decidedOn, "wording", wording), model, response);
        }
        return done(id, "consents", "directory.done.consent-recorded", flash);
    }

    @PostMapping("/mail-works")
    String mailWorks(@PathVariable long id, RedirectAttributes flash) {
        records.mailWorksAgain(new MailWorksAgain(new InformantId(id)));
        return done(id, "main", "directory.done.mail-works", flash);
    }

    private String again(
            long id, RuleViolation refused, Map<String, String> typed, Model model, HttpServletResponse response) {
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        model.addAttribute("faults", refused.byField());
        model.addAllAttributes(typed);
        return page.show(id, model);
    }

    private String done(long id, String section, String key, RedirectAttributes flash) {
        flash.addFlashAttribute("done", messages.getMessage(key, null, Locale.SIMPLIFIED_CHINESE));
        return "redirect:/directory/informants/" + id + "#" + section;
    }
}
