package cn.zhengxun.collation;

import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.consultation.Consultations;
import cn.zhengxun.consultation.Status;
import cn.zhengxun.identity.Users;
import cn.zhengxun.kernel.InvalidCommand;
import cn.zhengxun.kernel.NotFound;
import cn.zhengxun.kernel.RuleViolation;
import cn.zhengxun.kernel.Shanghai;
import cn.zhengxun.suggestion.SuggestionId;
import cn.zhengxun.suggestion.SuggestionKind;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;

/** The workbench of step 6: staff decide, the director looks on. */
@Controller
@RequestMapping("/consultations/{number}/collation")
class CollationController {
    private final Collation collation;
    private final Workbench workbench;
    private final Consultations consultations;
    private final Users users;
    private final MessageSource messages;

    CollationController(
            Collation collation,
            Workbench workbench,
            Consultations consultations,
            Users users,
            MessageSource messages) {
        this.collation = collation;
        this.workbench = workbench;
        this.consultations = consultations;
        this.users = users;
        this.messages = messages;
    }

    @GetMapping
    @PreAuthorize("hasAnyAuthority('staff','director')")
    String show(@PathVariable String number, WorkbenchFilter filter, Authentication who, Model model) {
        return page(new ConsultationNumber(number), filter, Map.of(), BulkForm.empty(), who, model);
    }

    @PostMapping("/suggestions/{suggestion}")
    @PreAuthorize("hasAuthority('staff')")
    String screen(
            @PathVariable String number,
            @PathVariable long suggestion,
            ScreeningForm form,
            WorkbenchFilter filter,
            Authentication who,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        ConsultationNumber consultation = new ConsultationNumber(number);
        return attempt(
                () -> {
                    ScreenSuggestion command = form.command(consultation, suggestion);
                    collation.screen(command);
                    String decision = command.decision().chinese();
                    return done(consultation, filter, redirect, "collation.done.screened", decision);
                },
                fault -> {
                    faulty(fault, model, response);
                    model.addAttribute("faultyId", suggestion);
                    return page(consultation, filter, Map.of(suggestion, form), BulkForm.empty(), who, model);
                });
    }

    @PostMapping("/suggestions/{suggestion}/undo")
    @PreAuthorize("hasAuthority('staff')")
    String undo(
            @PathVariable String number,
            @PathVariable long suggestion,
            @RequestParam(defaultValue = "") String seen,
            WorkbenchFilter filter,
            Authentication who,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        ConsultationNumber consultation = new ConsultationNumber(number);
        return attempt(
                () -> {
                    collation.undo(
                            new UndoScreening(consultation, new SuggestionId(suggestion), ScreeningForm.instant(seen)));
                    return done(consultation, filter, redirect, "collation.done.undone");
                },
                fault -> {
                    faulty(fault, model, response);
                    return page(consultation, filter, Map.of(), BulkForm.empty(), who, model);
                });
    }

    @PostMapping("/bulk")
    @PreAuthorize("hasAuthority('staff')")
    String screenAll(
            @PathVariable String number,
            BulkForm form,
            WorkbenchFilter filter,
            Authentication who,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        ConsultationNumber consultation = new ConsultationNumber(number);
        return attempt(
                () -> {
                    ScreenSuggestions command = form.screen(consultation);
                    collation.screenAll(command);
                    int count = command.suggestions().size();
                    String decision = command.decision().chinese();
                    return done(consultation, filter, redirect, "collation.done.bulk", count, decision);
                },
                fault -> {
                    faulty(fault, model, response);
                    return page(consultation, filter, Map.of(), form, who, model);
                });
    }

    @PostMapping("/groups")
    @PreAuthorize("hasAuthority('staff')")
    String group(
            @PathVariable String number,
            BulkForm form,
            WorkbenchFilter filter,
            Authentication who,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        ConsultationNumber consultation = new ConsultationNumber(number);
        return attempt(
                () -> {
                    GroupSuggestions command = form.group(consultation);
                    collation.group(command);
                    int count = command.suggestions().size();
                    return done(consultation, filter, redirect, "collation.done.grouped", count, command.groupTitle());
                },
                fault -> {
                    faulty(fault, model, response);
                    return page(consultation, filter, Map.of(), form, who, model);
                });
    }

    @PostMapping("/groups/{left}/members/{suggestion}/remove")
    @PreAuthorize("hasAuthority('staff')")
    String ungroup(
            @PathVariable String number,
            @PathVariable long left,
            @PathVariable long suggestion,
            WorkbenchFilter filter,
            Authentication who,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        ConsultationNumber consultation = new ConsultationNumber(number);
        return attempt(
                () -> {
                    collation.ungroup(new UngroupSuggestion(consultation, new SuggestionId(suggestion), left));
                    return done(consultation, filter, redirect, "collation.done.ungrouped");
                },
                fault -> {
                    faulty(fault, model, response);
                    return page(consultation, filter, Map.of(), BulkForm.empty(), who, model);
                });
    }

    /** A broken rule shows the page again; what does not exist is answered for all pages alike. */
    private static String attempt(Supplier<String> action, Function<RuleViolation, String> otherwise) {
        try {
            return action.get();
        } catch (NotFound absent) {
            throw absent;
        } catch (RuleViolation fault) {
            return otherwise.apply(fault);
        }
    }

    private String done(
            ConsultationNumber number,
            WorkbenchFilter filter,
            RedirectAttributes redirect,
            String key,
            Object... words) {
        redirect.addFlashAttribute("done", messages.getMessage(key, words, LocaleContextHolder.getLocale()));
        UriComponentsBuilder address = UriComponentsBuilder.fromPath("/consultations/{number}/collation");
        filter.parameters().forEach(address::queryParam);
        return "redirect:" + address.encode().buildAndExpand(number.value()).toUriString();
    }

    /** The page names who decided meanwhile; the exception does not, since it may be logged. */
    private void faulty(RuleViolation fault, Model model, HttpServletResponse response) {
        Map<String, String> faults = new LinkedHashMap<>();
        if (fault instanceof InvalidCommand invalid) {
            invalid.faults().forEach(field -> faults.putIfAbsent(field.field(), field.sentence()));
        } else if (fault instanceof DecidedMeanwhile meanwhile && meanwhile.standing() != null) {
            ScreeningRows.Standing standing = meanwhile.standing();
            faults.put(
                    "",
                    messages.getMessage(
                            "collation.fault.meanwhile",
                            new Object[] {
                                String.valueOf(standing.number()),
                                users.nameOf(standing.screenedBy()),
                                Shanghai.minute(standing.screenedAt()),
                                standing.decision().chinese()
                            },
                            LocaleContextHolder.getLocale()));
        } else {
            faults.put("", fault.getMessage());
        }
        model.addAttribute("faults", faults);
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
    }

    private String page(
            ConsultationNumber number,
            WorkbenchFilter filter,
            Map<Long, ScreeningForm> typed,
            BulkForm bulk,
            Authentication who,
            Model model) {
        Status status = consultations.find(number).status();
        Collection<Long> always = typed.isEmpty() ? bulk.ids() : typed.keySet();
        WorkbenchPage page = workbench.page(number, filter, always);
        boolean staff = who.getAuthorities().stream()
                .anyMatch(authority -> authority.getAuthority().equals("staff"));
        model.addAttribute("number", number.value());
        model.addAttribute("page", page);
        model.addAttribute("forms", forms(page.items(), typed));
        model.addAttribute("bulk", bulk);
        model.addAttribute(
                "ticked",
                filter.like() != null && bulk.ids().isEmpty()
                        ? page.items().stream().map(item -> item.row().id()).toList()
                        : bulk.ids());
        model.addAttribute("editable", staff && status == Status.COLLATING);
        model.addAttribute("collating", status == Status.COLLATING);
        model.addAttribute("statusName", status.chinese());
        model.addAttribute("kinds", SuggestionKind.values());
        model.addAttribute("decisions", Decision.values());
        consultations.lastReturn(number, "collation").ifPresent(returned -> {
            model.addAttribute("returned", returned);
            model.addAttribute("returnedBy", users.nameOf(returned.decidedBy()));
            model.addAttribute("returnedOn", Shanghai.minute(returned.decidedAt()));
        });
        return "collation/workbench";
    }

    /** What was typed stays; the time of the decision that stands now is shown, so sending again is a choice. */
    private static Map<Long, ScreeningForm> forms(List<WorkbenchPage.Item> items, Map<Long, ScreeningForm> typed) {
        Map<Long, ScreeningForm> forms = new LinkedHashMap<>();
        for (WorkbenchPage.Item item : items) {
            ScreeningForm form = typed.getOrDefault(item.row().id(), ScreeningForm.of(item.row()));
            forms.put(
                    item.row().id(),
                    new ScreeningForm(
                            item.row().seen(),
                            form.kind(),
                            form.decision(),
                            form.reason(),
                            form.normalised(),
                            form.routedTo(),
                            form.groupTitle()));
        }
        return forms;
    }
}
