package cn.zhengxun.suggestion.notmine;

import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.consultation.Consultations;
import cn.zhengxun.identity.Users;
import cn.zhengxun.kernel.NotFound;
import cn.zhengxun.kernel.RuleViolation;
import cn.zhengxun.suggestion.arrival.Arrivals;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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

/** What staff look into: reports of "not me", and submissions that seem to come from machines. */
@Controller
@RequestMapping("/consultations/{number}/suggestions/doubtful")
class DoubtfulPages {
    private final NotMine notMine;
    private final Consultations consultations;
    private final Arrivals arrivals;
    private final Users users;
    private final MessageSource messages;

    DoubtfulPages(
            NotMine notMine, Consultations consultations, Arrivals arrivals, Users users, MessageSource messages) {
        this.notMine = notMine;
        this.consultations = consultations;
        this.arrivals = arrivals;
        this.users = users;
        this.messages = messages;
    }

    @GetMapping
    @PreAuthorize("hasAnyAuthority('staff', 'director')")
    String list(@PathVariable String number, Model model) {
        return page(consultations.find(new ConsultationNumber(number)).number(), model);
    }

    @PostMapping("/{report}/settle")
    @PreAuthorize("hasAuthority('staff')")
    String settle(
            @PathVariable String number,
            @PathVariable long report,
            @RequestParam(defaultValue = "") String settlement,
            @RequestParam(defaultValue = "") String remark,
            Model model,
            RedirectAttributes flash,
            HttpServletResponse response) {
        ConsultationNumber consultation =
                consultations.find(new ConsultationNumber(number)).number();
        try {
            notMine.settle(new SettleNotMine(
                    consultation,
                    report,
                    Arrays.stream(Settlement.values())
                            .filter(one -> one.name().equals(settlement))
                            .findFirst()
                            .orElse(null),
                    remark));
        } catch (NotFound unknown) {
            throw unknown;
        } catch (RuleViolation refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("faults", refused.byField());
            model.addAttribute("settling", report);
            model.addAttribute("remark", remark);
            model.addAttribute("chosen", settlement);
            return page(consultation, model);
        }
        return done(number, "settled", flash);
    }

    @PostMapping("/{submission}/clear")
    @PreAuthorize("hasAuthority('staff')")
    String clear(@PathVariable String number, @PathVariable long submission, RedirectAttributes flash) {
        notMine.clear(new ClearSuspicion(
                consultations.find(new ConsultationNumber(number)).number(), submission));
        return done(number, "cleared", flash);
    }

    private String page(ConsultationNumber number, Model model) {
        List<Report> reports = notMine.reports(number);
        Map<String, String> names = new HashMap<>();
        reports.stream()
                .map(Report::settledBy)
                .filter(by -> by != null)
                .forEach(by -> names.computeIfAbsent(by, users::nameOf));
        model.addAttribute("number", number.value());
        model.addAttribute("reports", reports);
        model.addAttribute("names", names);
        model.addAttribute("toLookAt", arrivals.open(number));
        model.addAttribute("suspected", notMine.suspected(number));
        model.addAttribute("settlements", Settlement.values());
        return "suggestion/doubtful";
    }

    private String done(String number, String what, RedirectAttributes flash) {
        flash.addFlashAttribute(
                "done", messages.getMessage("suggestion.doubtful.done." + what, null, Locale.SIMPLIFIED_CHINESE));
        flash.addAttribute("number", number);
        return "redirect:/consultations/{number}/suggestions/doubtful";
    }
}
