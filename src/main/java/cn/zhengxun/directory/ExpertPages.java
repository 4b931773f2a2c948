package cn.zhengxun.directory;

import cn.zhengxun.identity.Roles;
import cn.zhengxun.identity.Users;
import cn.zhengxun.kernel.NotFound;
import cn.zhengxun.kernel.RuleViolation;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The list of experts and the form for one of them. */
@Controller
@RequestMapping("/directory/experts")
@PreAuthorize("hasAuthority('staff')")
class ExpertPages {
    private final Directory directory;
    private final Users users;
    private final MessageSource messages;

    ExpertPages(Directory directory, Users users, MessageSource messages) {
        this.directory = directory;
        this.users = users;
        this.messages = messages;
    }

    @GetMapping
    String list(
            @RequestParam(defaultValue = "") String field,
            @RequestParam(required = false) ExpertKind kind,
            Model model) {
        List<Expert> all = directory.experts();
        model.addAttribute(
                "experts",
                all.stream()
                        .filter(expert -> field.isEmpty() || expert.fieldList().contains(field))
                        .filter(expert -> kind == null || expert.kind() == kind)
                        .toList());
        model.addAttribute(
                "fields",
                all.stream()
                        .flatMap(expert -> expert.fieldList().stream())
                        .distinct()
                        .sorted()
                        .toList());
        model.addAttribute("field", field);
        model.addAttribute("kind", kind);
        model.addAttribute("kinds", ExpertKind.values());
        return "directory/experts";
    }

    @GetMapping("/new")
    String blank(Model model) {
        return form(null, ExpertForm.blank(), model);
    }

    @PostMapping("/new")
    String add(
            @ModelAttribute("form") ExpertForm form,
            Model model,
            RedirectAttributes flash,
            HttpServletResponse response) {
        try {
            directory.add(new AddExpert(
                    form.name(),
                    form.userId(),
                    form.organisation(),
                    form.fieldsInLine(),
                    form.kind(),
                    form.contact(),
                    form.contactPhone()));
        } catch (RuleViolation refused) {
            return again(null, form, refused, model, response);
        }
        return done("directory.done.expert-added", flash);
    }

    @GetMapping("/{id}")
    String edit(@PathVariable long id, Model model) {
        return form(id, ExpertForm.of(find(id)), model);
    }

    @PostMapping("/{id}")
    String change(
            @PathVariable long id,
            @ModelAttribute("form") ExpertForm form,
            Model model,
            RedirectAttributes flash,
            HttpServletResponse response) {
        find(id);
        try {
            directory.change(new ChangeExpert(
                    new ExpertId(id),
                    form.name(),
                    form.userId(),
                    form.organisation(),
                    form.fieldsInLine(),
                    form.kind(),
                    form.contact(),
                    form.contactPhone(),
                    form.active()));
        } catch (RuleViolation refused) {
            return again(id, form, refused, model, response);
        }
        return done("directory.done.expert-changed", flash);
    }

    private Expert find(long id) {
        return directory.experts().stream()
                .filter(expert -> expert.id().value() == id)
                .findFirst()
                .orElseThrow(() -> new NotFound("名录中没有这位专家，请从列表中选择。"));
    }

    private String again(Long id, ExpertForm form, RuleViolation refused, Model model, HttpServletResponse response) {
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        model.addAttribute("faults", refused.byField());
        return form(id, form, model);
    }

    private String form(Long id, ExpertForm form, Model model) {
        model.addAttribute("id", id);
        model.addAttribute("form", form);
        model.addAttribute("kinds", ExpertKind.values());
        model.addAttribute("accounts", users.in(Roles.EXPERT));
        return "directory/expert";
    }

    private String done(String key, RedirectAttributes flash) {
        flash.addFlashAttribute("done", messages.getMessage(key, null, Locale.SIMPLIFIED_CHINESE));
        return "redirect:/directory/experts";
    }
}
