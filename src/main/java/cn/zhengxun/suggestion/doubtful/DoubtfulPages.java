package cn.zhengxun.suggestion.doubtful;

import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.consultation.Consultations;
import cn.zhengxun.identity.Roles;
import cn.zhengxun.kernel.NotFound;
import cn.zhengxun.kernel.RuleViolation;
import cn.zhengxun.suggestion.arrival.ArrivalState;
import cn.zhengxun.suggestion.arrival.Arrivals;
import cn.zhengxun.suggestion.arrival.Hindered;
import cn.zhengxun.suggestion.arrival.SettleArrival;
import cn.zhengxun.suggestion.arrival.SettleArrivals;
import cn.zhengxun.suggestion.arrival.Verdict;
import cn.zhengxun.suggestion.notmine.NotMine;
import cn.zhengxun.suggestion.notmine.SettleNotMine;
import cn.zhengxun.suggestion.notmine.Settlement;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The one list of what a person has to look at: what rules and forms noticed, and what people say is not theirs. */
@Controller
@RequestMapping("/consultations/{number}/suggestions/doubtful")
class DoubtfulPages {
    private final Doubtful doubtful;
    private final Arrivals arrivals;
    private final NotMine notMine;
    private final Consultations consultations;
    private final MessageSource messages;

    DoubtfulPages(
            Doubtful doubtful,
            Arrivals arrivals,
            NotMine notMine,
            Consultations consultations,
            MessageSource messages) {
        this.doubtful = doubtful;
        this.arrivals = arrivals;
        this.notMine = notMine;
        this.consultations = consultations;
        this.messages = messages;
    }

    /** Where on the list somebody was. */
    record At(String show, String reason, String page) {
        int number() {
            return page != null && page.matches("\\d{1,9}") ? Integer.parseInt(page) : 1;
        }
    }

    /**
     * What was typed.
     *
     * @param at which form: s and a suggestion's id, r and a report's, or empty for several together
     * @param ticked as the boxes say it
     */
    record Typed(String at, String why, String routedTo, String settlement, List<String> ticked) {}

    @GetMapping
    @PreAuthorize("hasAnyAuthority('staff', 'director', 'leader')")
    String list(
            @PathVariable String number,
            At at,
            @RequestParam(defaultValue = "false") boolean all,
            Authentication who,
            Model model) {
        model.addAttribute("all", all);
        return list(consultation(number), at, who, model, null);
    }

    @PostMapping("/{suggestion:\\d{1,18}}")
    @PreAuthorize("hasAnyAuthority('staff', 'director')")
    String settle(
            @PathVariable String number,
            @PathVariable long suggestion,
            At at,
            @RequestParam(defaultValue = "0") int seen,
            @RequestParam(required = false) Verdict verdict,
            @RequestParam(defaultValue = "") String why,
            @RequestParam(defaultValue = "") String routedTo,
            Authentication who,
            HttpServletResponse response,
            Model model,
            RedirectAttributes flash) {
        ConsultationNumber consultation = consultation(number);
        try {
            ArrivalState state =
                    arrivals.settle(new SettleArrival(consultation, suggestion, seen, verdict, why, routedTo));
            return back(consultation, at, flash, "arrival.done", state.chinese());
        } catch (NotFound absent) {
            throw absent;
        } catch (RuleViolation refused) {
            model.addAttribute("faults", refused.byField());
            model.addAttribute("typed", new Typed("s" + suggestion, why, routedTo, "", List.of()));
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return list(consultation, at, who, model, null);
        }
    }

    /** @param ticked of each its suggestion's id, a dash and the version that was seen */
    @PostMapping("/together")
    @PreAuthorize("hasAnyAuthority('staff', 'director')")
    String settleTogether(
            @PathVariable String number,
            At at,
            @RequestParam(required = false) List<String> ticked,
            @RequestParam(required = false) Verdict verdict,
            @RequestParam(defaultValue = "") String why,
            @RequestParam(defaultValue = "") String routedTo,
            Authentication who,
            HttpServletResponse response,
            Model model,
            RedirectAttributes flash) {
        ConsultationNumber consultation = consultation(number);
        List<String> chosen = ticked == null ? List.of() : ticked;
        Hindered hindered = null;
        try {
            Map<ArrivalState, Integer> settled = arrivals.settle(
                    new SettleArrivals(consultation, DoubtfulTicks.read(chosen), verdict, why, routedTo));
            return back(consultation, at, flash, "suggestion.doubtful.together.done", said(settled));
        } catch (NotFound absent) {
            throw absent;
        } catch (Hindered one) {
            hindered = one;
        } catch (RuleViolation refused) {
            model.addAttribute("faults", refused.byField());
        }
        model.addAttribute("typed", new Typed("", why, routedTo, "", chosen));
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        return list(consultation, at, who, model, hindered);
    }

    @PostMapping("/reports/{report:\\d{1,18}}")
    @PreAuthorize("hasAuthority('staff')")
    String settleReport(
            @PathVariable String number,
            @PathVariable long report,
            At at,
            @RequestParam(required = false) Settlement settlement,
            @RequestParam(defaultValue = "") String why,
            Authentication who,
            HttpServletResponse response,
            Model model,
            RedirectAttributes flash) {
        ConsultationNumber consultation = consultation(number);
        try {
            notMine.settle(new SettleNotMine(consultation, report, settlement, why));
            return back(consultation, at, flash, "suggestion.doubtful.done.settled");
        } catch (NotFound unknown) {
            throw unknown;
        } catch (RuleViolation refused) {
            model.addAttribute("faults", refused.byField());
            model.addAttribute("typed", new Typed("r" + report, why, "", "", List.of()));
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return list(consultation, at, who, model, null);
        }
    }

    private ConsultationNumber consultation(String number) {
        return consultations.find(new ConsultationNumber(number)).number();
    }

    /** @param hindered what stood in the way of several; null where nothing did */
    private String list(ConsultationNumber consultation, At at, Authentication who, Model model, Hindered hindered) {
        boolean reports = who.getAuthorities().stream()
                .map(GrantedAuthority::getAuthority)
                .anyMatch(Set.of(Roles.STAFF, Roles.DIRECTOR)::contains);
        DoubtfulFilter filter = DoubtfulFilter.of(consultation, at.show(), at.reason(), reports);
        Doubtful.Page page = doubtful.page(filter, at.number());
        if (hindered != null) {
            model.addAttribute("hindered", hindered.suggestion());
            model.addAttribute("faults", Map.of("", hindrance(hindered, page)));
        }
        model.addAttribute("filter", filter);
        model.addAttribute("page", page);
        model.addAttribute("settlements", Settlement.values());
        return "suggestion/doubtful";
    }

    /** Names the one in the way by its place on the page, or by its clause where somebody has just settled it. */
    private String hindrance(Hindered hindered, Doubtful.Page page) {
        return page.matters().stream()
                .filter(matter -> matter.about(hindered.suggestion()))
                .findFirst()
                .map(matter -> text(
                        "suggestion.doubtful.together.hindered",
                        matter.place(),
                        matter.arrival().clauseLabel(),
                        hindered.getMessage()))
                .orElseGet(() -> text("suggestion.doubtful.together.gone", hindered.getMessage()));
    }

    private static String said(Map<ArrivalState, Integer> settled) {
        return settled.entrySet().stream()
                .map(one -> "%s%d条".formatted(one.getKey().chinese(), one.getValue()))
                .collect(Collectors.joining("，"));
    }

    private String back(
            ConsultationNumber consultation, At at, RedirectAttributes flash, String done, Object... arguments) {
        flash.addFlashAttribute("done", text(done, arguments));
        flash.addAttribute("number", consultation.value());
        flash.addAttribute("show", at.show());
        flash.addAttribute("reason", at.reason());
        flash.addAttribute("page", at.page());
        return "redirect:/consultations/{number}/suggestions/doubtful";
    }

    private String text(String key, Object... arguments) {
        return messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
    }
}
