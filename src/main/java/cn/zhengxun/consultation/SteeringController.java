package cn.zhengxun.consultation;

import cn.zhengxun.kernel.RuleViolation;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The changes of course that staff record, each on a small page with its reason and a confirmation. */
@Controller
@RequestMapping("/consultations/{number}/change/{kind}")
@PreAuthorize("hasAuthority('staff')")
class SteeringController {
    private final Consultations consultations;
    private final Steering steering;
    private final FormAnswers answers;

    SteeringController(Consultations consultations, Steering steering, FormAnswers answers) {
        this.consultations = consultations;
        this.steering = steering;
        this.answers = answers;
    }

    /** What was typed, all as text, so that nothing is lost when it is wrong. */
    record Typed(String date, String letter, String reason, Boolean confirmed) {
        static final Typed NOTHING = new Typed("", "", "", false);
    }

    @GetMapping
    String page(@PathVariable String number, @PathVariable String kind, Model model) {
        return page(new ConsultationNumber(number), Change.of(kind), Typed.NOTHING, model);
    }

    @PostMapping
    String change(
            @PathVariable String number,
            @PathVariable String kind,
            Typed typed,
            Model model,
            RedirectAttributes flash,
            HttpServletResponse response) {
        ConsultationNumber key = new ConsultationNumber(number);
        Change change = Change.of(kind);
        return answers.carryOut(
                key,
                () -> carryOut(key, change, typed),
                "consultation.change.done." + change.path(),
                "",
                () -> page(key, change, typed, model),
                model,
                flash,
                response);
    }

    private void carryOut(ConsultationNumber number, Change change, Typed typed) {
        if (!Boolean.TRUE.equals(typed.confirmed())) {
            throw new RuleViolation("请先勾选“我已核对”，再提交。");
        }
        steering.change(number, change, date(typed.date()), typed.letter(), typed.reason());
    }

    private String page(ConsultationNumber number, Change change, Typed typed, Model model) {
        Consultation consultation = consultations.find(number);
        model.addAttribute("number", number.value());
        model.addAttribute("subject", consultation);
        model.addAttribute("change", change);
        model.addAttribute("typed", typed);
        return "consultation/change";
    }

    private static LocalDate date(String typed) {
        try {
            return typed == null || typed.isBlank() ? null : LocalDate.parse(typed.strip());
        } catch (DateTimeParseException unreadable) {
            throw new RuleViolation("日期请按“年-月-日”填写，例如2026-12-01。", unreadable);
        }
    }
}
