package cn.zhengxun.consultation;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Step 4's workbench: the plain-language sheet and how people will see it. */
@Controller
@RequestMapping("/consultations/{number}/explanation")
class ExplanationController {
    private final Consultations consultations;
    private final Explanations explanations;
    private final FormAnswers answers;
    private final Clock clock;

    ExplanationController(Consultations consultations, Explanations explanations, FormAnswers answers, Clock clock) {
        this.consultations = consultations;
        this.explanations = explanations;
        this.answers = answers;
        this.clock = clock;
    }

    @GetMapping
    @PreAuthorize("hasAnyAuthority('staff','expert','director','leader')")
    String page(@PathVariable String number, Model model) {
        ConsultationNumber key = new ConsultationNumber(number);
        return page(key, explanations.find(key).map(Explanation::text).orElse(""), model);
    }

    @PostMapping
    @PreAuthorize("hasAnyAuthority('staff','expert')")
    String save(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String text,
            Model model,
            RedirectAttributes flash,
            HttpServletResponse response) {
        ConsultationNumber key = new ConsultationNumber(number);
        return answers.carryOut(
                key,
                () -> explanations.write(new WriteExplanation(key, text)),
                "consultation.explanation.done",
                "/explanation",
                () -> page(key, text, model),
                model,
                flash,
                response);
    }

    /** Shows what was typed as people would see it; stores nothing. */
    @PostMapping(params = "preview")
    @PreAuthorize("hasAnyAuthority('staff','expert')")
    String preview(@PathVariable String number, @RequestParam(defaultValue = "") String text, Model model) {
        return page(new ConsultationNumber(number), text, model);
    }

    private String page(ConsultationNumber number, String text, Model model) {
        Consultation consultation = consultations.find(number);
        Explanation stored = explanations.find(number).orElse(null);
        model.addAttribute("number", number.value());
        model.addAttribute("explanation", stored);
        model.addAttribute("text", text);
        model.addAttribute("preview", new Explanation(number, text, "", clock.instant(), null, null).paragraphs());
        model.addAttribute("unsaved", !text.equals(stored == null ? "" : stored.text()));
        model.addAttribute("editable", !consultation.status().closed() && (stored == null || !stored.published()));
        return "consultation/explanation";
    }
}
