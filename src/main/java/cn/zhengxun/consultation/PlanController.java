package cn.zhengxun.consultation;

import cn.zhengxun.directory.Directory;
import cn.zhengxun.draft.Drafts;
import cn.zhengxun.identity.Users;
import cn.zhengxun.kernel.RuleViolation;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Step 2's workbench: staff write the plan, director and leader read it. */
@Controller
@RequestMapping("/consultations/{number}/plan")
class PlanController {
    private final Consultations consultations;
    private final Plans plans;
    private final Timetables timetables;
    private final Drafts drafts;
    private final Directory directory;
    private final Users users;
    private final FormAnswers answers;

    PlanController(
            Consultations consultations,
            Plans plans,
            Timetables timetables,
            Drafts drafts,
            Directory directory,
            Users users,
            FormAnswers answers) {
        this.consultations = consultations;
        this.plans = plans;
        this.timetables = timetables;
        this.drafts = drafts;
        this.directory = directory;
        this.users = users;
        this.answers = answers;
    }

    @GetMapping
    @PreAuthorize("hasAnyAuthority('staff','director','leader')")
    String page(@PathVariable String number, Model model) {
        ConsultationNumber key = new ConsultationNumber(number);
        return page(key, plans.find(key).map(PlanForm::of).orElseGet(PlanForm::new), model);
    }

    @PostMapping
    @PreAuthorize("hasAuthority('staff')")
    String save(
            @PathVariable String number,
            @ModelAttribute("form") PlanForm form,
            BindingResult typed,
            Model model,
            RedirectAttributes flash,
            HttpServletResponse response) {
        ConsultationNumber key = new ConsultationNumber(number);
        return answers.carryOut(
                key,
                () -> {
                    if (typed.hasErrors()) {
                        throw new RuleViolation("条款、专家只能从列表中选择，最少专家人数请填写数字。");
                    }
                    plans.save(form.command(key));
                },
                "consultation.plan.done",
                "/plan",
                () -> page(key, form, model),
                model,
                flash,
                response);
    }

    private String page(ConsultationNumber number, PlanForm form, Model model) {
        Consultation consultation = consultations.find(number);
        model.addAttribute("number", number.value());
        model.addAttribute("form", form);
        model.addAttribute("plan", plans.find(number).orElse(null));
        model.addAttribute(
                "approvedBy",
                plans.find(number).map(Plan::approvedBy).map(users::nameOf).orElse(null));
        model.addAttribute(
                "editable", consultation.status() == Status.INTAKE || consultation.status() == Status.PLANNING);
        model.addAttribute("needsLeader", consultation.needsLeader());
        model.addAttribute("articles", drafts.clauses(consultation.draft()).units());
        model.addAttribute("experts", directory.experts());
        model.addAttribute("tags", directory.tags());
        model.addAttribute("channels", Plan.CHANNELS);
        model.addAttribute("usualCategories", String.join("、", Plan.USUAL_CATEGORIES));
        model.addAttribute("entries", timetables.entries(number));
        Decision returned = consultations.lastReturn(number, "plan").orElse(null);
        model.addAttribute("returned", returned);
        model.addAttribute("returnedBy", returned == null ? null : users.nameOf(returned.decidedBy()));
        return "consultation/plan";
    }
}
