package cn.zhengxun.suggestion.arrival;

import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.identity.Users;
import cn.zhengxun.kernel.NotFound;
import cn.zhengxun.kernel.RuleViolation;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The rules by which suggestions are flagged on arrival: written, switched and tried out by the staff. */
@Controller
@RequestMapping("/arrival-rules")
@PreAuthorize("hasAuthority('staff')")
class ArrivalRulePages {
    private final ArrivalRules rules;
    private final RuleTrials trials;
    private final Users users;
    private final MessageSource messages;

    ArrivalRulePages(ArrivalRules rules, RuleTrials trials, Users users, MessageSource messages) {
        this.rules = rules;
        this.trials = trials;
        this.users = users;
        this.messages = messages;
    }

    /** A rule's form; texts as typed. @param id null for a new rule */
    record Form(Long id, int seen, String name, String concern, String detector, String words, boolean active) {
        static final Form EMPTY = new Form(null, 0, "", "", "", "", true);

        static Form of(ArrivalRule rule) {
            return new Form(
                    rule.id(),
                    rule.version(),
                    rule.name(),
                    rule.concern().name(),
                    rule.detector() == null ? "" : rule.detector().name(),
                    rule.words(),
                    rule.active());
        }
    }

    /** What was typed to be tried. */
    record Trial(String words, String sample, String consultation) {
        static final Trial EMPTY = new Trial("", "", "");
    }

    @GetMapping
    String list(Model model) {
        return list(Trial.EMPTY, model);
    }

    private String list(Trial trial, Model model) {
        model.addAttribute("rules", rules.current());
        model.addAttribute("trial", trial);
        return "suggestion/arrival-rules";
    }

    @GetMapping("/new")
    String fresh(Model model) {
        return edit(Form.EMPTY, model);
    }

    @GetMapping("/{id:\\d{1,18}}")
    String edit(@PathVariable long id, Model model) {
        return edit(Form.of(rules.versions(id).get(0)), model);
    }

    private String edit(Form form, Model model) {
        List<ArrivalRule> versions = form.id() == null ? List.of() : rules.versions(form.id());
        model.addAttribute("form", form);
        model.addAttribute("concerns", Concern.values());
        model.addAttribute("detectors", Detector.values());
        model.addAttribute("versions", versions);
        model.addAttribute(
                "names",
                versions.stream()
                        .map(ArrivalRule::changedBy)
                        .distinct()
                        .collect(Collectors.toMap(id -> id, users::nameOf)));
        return "suggestion/arrival-rule";
    }

    @PostMapping
    String save(
            @RequestParam(required = false) Long id,
            @RequestParam(defaultValue = "0") int seen,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String concern,
            @RequestParam(defaultValue = "") String detector,
            @RequestParam(defaultValue = "") String words,
            @RequestParam(defaultValue = "false") boolean active,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        try {
            rules.save(new SaveArrivalRule(
                    id,
                    seen,
                    name,
                    named(Concern.values(), concern),
                    named(Detector.values(), detector),
                    words,
                    active));
        } catch (NotFound absent) {
            throw absent;
        } catch (RuleViolation refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("faults", refused.byField());
            return edit(new Form(id, seen, name, concern, detector, words, active), model);
        }
        redirect.addFlashAttribute(
                "done",
                messages.getMessage("arrival.rule.done", new Object[] {name.strip()}, LocaleContextHolder.getLocale()));
        return "redirect:/arrival-rules";
    }

    /** Stores nothing. */
    @PostMapping("/try")
    String attempt(
            @RequestParam(defaultValue = "") String words,
            @RequestParam(defaultValue = "") String sample,
            @RequestParam(defaultValue = "") String consultation,
            Model model,
            HttpServletResponse response) {
        try {
            model.addAttribute(
                    "result",
                    trials.attempt(
                            words,
                            sample,
                            consultation.isBlank() ? null : new ConsultationNumber(consultation.strip())));
        } catch (RuleViolation refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("faults", Map.of("", refused.getMessage()));
        }
        return list(new Trial(words, sample, consultation), model);
    }

    private static <E extends Enum<E>> E named(E[] values, String name) {
        for (E value : values) {
            if (value.name().equals(name)) {
                return value;
            }
        }
        return null;
    }
}
