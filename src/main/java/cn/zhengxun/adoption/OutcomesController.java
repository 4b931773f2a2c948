package cn.zhengxun.adoption;

import cn.zhengxun.consultation.Consultation;
import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.consultation.Consultations;
import cn.zhengxun.consultation.RecordPromulgation;
import cn.zhengxun.consultation.Status;
import cn.zhengxun.identity.Users;
import cn.zhengxun.kernel.InvalidCommand;
import cn.zhengxun.kernel.NotFound;
import cn.zhengxun.kernel.RuleViolation;
import cn.zhengxun.suggestion.SuggestionId;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
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

/** Step 9's workbench: what became of each suggestion, one by one or several with one reason. */
@Controller
@RequestMapping("/consultations/{number}/outcomes")
class OutcomesController {
    private final Outcomes outcomes;
    private final Consultations consultations;
    private final Users users;
    private final MessageSource messages;

    OutcomesController(Outcomes outcomes, Consultations consultations, Users users, MessageSource messages) {
        this.outcomes = outcomes;
        this.consultations = consultations;
        this.users = users;
        this.messages = messages;
    }

    @GetMapping
    @PreAuthorize("hasAnyAuthority('staff','director','leader')")
    String page(
            @PathVariable String number,
            @RequestParam(defaultValue = "OPEN") OutcomesPage.Show show,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        return page(new ConsultationNumber(number), show, page, model);
    }

    @PostMapping("/{suggestion}")
    @PreAuthorize("hasAuthority('staff')")
    String record(
            @PathVariable String number,
            @PathVariable long suggestion,
            OutcomeForm form,
            @RequestParam(defaultValue = "OPEN") OutcomesPage.Show show,
            @RequestParam(defaultValue = "1") int page,
            Model model,
            RedirectAttributes flash,
            HttpServletResponse response) {
        ConsultationNumber consultation = new ConsultationNumber(number);
        try {
            outcomes.record(form.command(consultation, new SuggestionId(suggestion)));
        } catch (NotFound unknown) {
            throw unknown;
        } catch (RuleViolation refused) {
            model.addAttribute("typedFor", suggestion);
            model.addAttribute("typed", form);
            return refused(refused, consultation, show, page, model, response);
        }
        return done("adoption.done.recorded", consultation, show, page, flash);
    }

    @PostMapping("/not-adopted")
    @PreAuthorize("hasAuthority('staff')")
    String notAdopted(
            @PathVariable String number,
            @RequestParam(defaultValue = "") Set<Long> chosen,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String evidence,
            @RequestParam(defaultValue = "OPEN") OutcomesPage.Show show,
            @RequestParam(defaultValue = "1") int page,
            Model model,
            RedirectAttributes flash,
            HttpServletResponse response) {
        ConsultationNumber consultation = new ConsultationNumber(number);
        try {
            outcomes.recordNotAdopted(new RecordNotAdopted(
                    consultation,
                    chosen.stream().map(SuggestionId::new).collect(Collectors.toSet()),
                    reason,
                    evidence));
        } catch (NotFound unknown) {
            throw unknown;
        } catch (RuleViolation refused) {
            model.addAttribute("chosen", chosen);
            model.addAttribute("sameReason", reason);
            model.addAttribute("sameEvidence", evidence);
            return refused(refused, consultation, show, page, model, response);
        }
        return done("adoption.done.not-adopted", consultation, show, page, flash, chosen.size());
    }

    @PostMapping("/routed")
    @PreAuthorize("hasAuthority('staff')")
    String routed(@PathVariable String number, Model model, RedirectAttributes flash, HttpServletResponse response) {
        ConsultationNumber consultation = new ConsultationNumber(number);
        int answered;
        try {
            answered = outcomes.answerRouted(new AnswerRouted(consultation));
        } catch (NotFound unknown) {
            throw unknown;
        } catch (RuleViolation refused) {
            return refused(refused, consultation, OutcomesPage.Show.OPEN, 1, model, response);
        }
        return done("adoption.done.routed", consultation, OutcomesPage.Show.OPEN, 1, flash, answered);
    }

    @PostMapping("/promulgation")
    @PreAuthorize("hasAuthority('staff')")
    String promulgated(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String date,
            Model model,
            RedirectAttributes flash,
            HttpServletResponse response) {
        ConsultationNumber consultation = new ConsultationNumber(number);
        try {
            consultations.promulgated(new RecordPromulgation(consultation, day(date)));
        } catch (NotFound unknown) {
            throw unknown;
        } catch (RuleViolation refused) {
            model.addAttribute("promulgated", date);
            return refused(refused, consultation, OutcomesPage.Show.OPEN, 1, model, response);
        }
        return done("adoption.done.promulgated", consultation, OutcomesPage.Show.OPEN, 1, flash);
    }

    private String page(ConsultationNumber number, OutcomesPage.Show show, int page, Model model) {
        Consultation consultation = consultations.find(number);
        OutcomesPage shown = OutcomesPage.of(outcomes.lines(number), show, page);
        model.addAttribute("number", number.value());
        model.addAttribute("consultation", consultation);
        model.addAttribute("outcomes", shown);
        model.addAttribute("forms", forms(shown, model));
        model.addAttribute("names", names(shown));
        model.addAttribute("kinds", OutcomeKind.values());
        model.addAttribute("strengths", Strength.values());
        model.addAttribute("shows", OutcomesPage.Show.values());
        model.addAttribute("writable", tracking(consultation) && !shown.published());
        model.addAttribute("chosen", model.getAttribute("chosen") == null ? Set.of() : model.getAttribute("chosen"));
        consultations.lastReturn(number, "outcomes").ifPresent(returned -> {
            model.addAttribute("returned", returned);
            model.addAttribute("returnedBy", users.nameOf(returned.decidedBy()));
        });
        return "adoption/outcomes";
    }

    /** By suggestion's id; what was just refused comes back as it was typed. */
    private static Map<Long, OutcomeForm> forms(OutcomesPage shown, Model model) {
        Map<Long, OutcomeForm> forms = shown.lines().stream()
                .collect(Collectors.toMap(line -> line.suggestion().id().value(), OutcomeForm::of));
        if (model.getAttribute("typed") instanceof OutcomeForm typed) {
            forms.put((Long) model.getAttribute("typedFor"), typed);
        }
        return forms;
    }

    private Map<String, String> names(OutcomesPage shown) {
        return shown.lines().stream()
                .map(OutcomesPage.Line::outcome)
                .filter(Objects::nonNull)
                .flatMap(outcome -> Stream.of(outcome.judgedBy(), Objects.toString(outcome.confirmedBy(), "")))
                .filter(id -> !id.isEmpty())
                .distinct()
                .collect(Collectors.toMap(id -> id, users::nameOf));
    }

    /** @return null for what is no date; the command then says what is missing */
    private static LocalDate day(String typed) {
        try {
            return typed.isBlank() ? null : LocalDate.parse(typed.strip());
        } catch (DateTimeParseException unreadable) {
            return null;
        }
    }

    private static boolean tracking(Consultation consultation) {
        return consultation.status() == Status.TRACKING || consultation.status() == Status.ENDED;
    }

    private String refused(
            RuleViolation refused,
            ConsultationNumber number,
            OutcomesPage.Show show,
            int page,
            Model model,
            HttpServletResponse response) {
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        model.addAttribute(
                "faults",
                refused instanceof InvalidCommand invalid
                        ? invalid.faults().stream()
                                .collect(Collectors.toMap(
                                        InvalidCommand.Fault::field,
                                        InvalidCommand.Fault::sentence,
                                        (one, other) -> one))
                        : Map.of("", refused.getMessage()));
        return page(number, show, page, model);
    }

    private String done(
            String key,
            ConsultationNumber number,
            OutcomesPage.Show show,
            int page,
            RedirectAttributes flash,
            Object... values) {
        flash.addFlashAttribute("done", messages.getMessage(key, values, Locale.SIMPLIFIED_CHINESE));
        flash.addAttribute("number", number.value());
        flash.addAttribute("show", show);
        flash.addAttribute("page", page);
        return "redirect:/consultations/{number}/outcomes";
    }
}
