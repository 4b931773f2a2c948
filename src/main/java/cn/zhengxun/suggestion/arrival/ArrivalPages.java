package cn.zhengxun.suggestion.arrival;

import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.consultation.Consultations;
import cn.zhengxun.kernel.NotFound;
import cn.zhengxun.kernel.RuleViolation;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Map;
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
import org.springframework.web.util.UriComponentsBuilder;

/** Suggestions of one consultation that a person has to look at, with what was found in them. */
@Controller
@RequestMapping("/consultations/{number}/suggestions/arrivals")
class ArrivalPages {
    private final Arrivals arrivals;
    private final ArrivalQueue queue;
    private final Consultations consultations;
    private final MessageSource messages;

    ArrivalPages(Arrivals arrivals, ArrivalQueue queue, Consultations consultations, MessageSource messages) {
        this.arrivals = arrivals;
        this.queue = queue;
        this.consultations = consultations;
        this.messages = messages;
    }

    /** What was typed on one item of the page. */
    record Typed(long suggestion, String reason, String routedTo) {}

    @GetMapping
    @PreAuthorize("hasAnyAuthority('staff', 'director', 'leader')")
    String list(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String show,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        return list(new ConsultationNumber(number), ArrivalQueue.Show.named(show), page, model);
    }

    private String list(ConsultationNumber number, ArrivalQueue.Show show, int page, Model model) {
        consultations.find(number);
        Map<ArrivalState, Integer> counts = arrivals.counts(number);
        int pages = Math.max(1, (show.of(counts) + ArrivalQueue.PAGE - 1) / ArrivalQueue.PAGE);
        int shown = Math.min(Math.max(page, 1), pages);
        model.addAttribute("items", queue.page(number, show, shown));
        model.addAttribute("show", show);
        model.addAttribute("open", ArrivalQueue.Show.OPEN.of(counts));
        model.addAttribute("held", ArrivalQueue.Show.HELD.of(counts));
        model.addAttribute("settled", ArrivalQueue.Show.DONE.of(counts));
        model.addAttribute("page", shown);
        model.addAttribute("pages", pages);
        return "suggestion/arrivals";
    }

    @PostMapping("/{suggestion:\\d{1,18}}")
    @PreAuthorize("hasAnyAuthority('staff', 'director')")
    String settle(
            @PathVariable String number,
            @PathVariable long suggestion,
            @RequestParam(defaultValue = "0") int seen,
            @RequestParam(required = false) Verdict verdict,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String routedTo,
            @RequestParam(defaultValue = "") String show,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        ConsultationNumber consultation = new ConsultationNumber(number);
        try {
            ArrivalState state =
                    arrivals.settle(new SettleArrival(consultation, suggestion, seen, verdict, reason, routedTo));
            redirect.addFlashAttribute(
                    "done",
                    messages.getMessage(
                            "arrival.done", new Object[] {state.chinese()}, LocaleContextHolder.getLocale()));
            return "redirect:"
                    + UriComponentsBuilder.fromPath("/consultations/{number}/suggestions/arrivals")
                            .queryParam(
                                    "show", ArrivalQueue.Show.named(show).name().toLowerCase(Locale.ROOT))
                            .encode()
                            .buildAndExpand(number)
                            .toUriString();
        } catch (NotFound absent) {
            throw absent;
        } catch (RuleViolation refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("faults", refused.byField());
            model.addAttribute("typed", new Typed(suggestion, reason, routedTo));
            return list(consultation, ArrivalQueue.Show.named(show), 1, model);
        }
    }
}
