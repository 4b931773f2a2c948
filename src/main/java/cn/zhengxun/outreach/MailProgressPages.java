package cn.zhengxun.outreach;

import cn.zhengxun.consultation.ConsultationNumber;
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
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** How far the mails of one consultation got, and what to do about those that failed. */
@Controller
@RequestMapping("/consultations/{number}/mail")
class MailProgressPages {
    private final MailProgressReader reader;
    private final Campaigns campaigns;
    private final MessageSource messages;

    MailProgressPages(MailProgressReader reader, Campaigns campaigns, MessageSource messages) {
        this.reader = reader;
        this.campaigns = campaigns;
        this.messages = messages;
    }

    @GetMapping
    @PreAuthorize("hasAnyAuthority('staff','director')")
    String page(@PathVariable String number, @RequestParam(defaultValue = "1") int page, Model model) {
        return page(new ConsultationNumber(number), page, model);
    }

    @PostMapping("/resend")
    @PreAuthorize("hasAuthority('staff')")
    String resend(
            @PathVariable String number,
            @RequestParam(defaultValue = "false") boolean confirmed,
            Model model,
            RedirectAttributes flash,
            HttpServletResponse response) {
        ConsultationNumber consultation = new ConsultationNumber(number);
        try {
            int resent = campaigns.resend(new ResendFailed(consultation, confirmed));
            flash.addFlashAttribute(
                    "done",
                    messages.getMessage(
                            "outreach.progress.done.resent", new Object[] {resent}, Locale.SIMPLIFIED_CHINESE));
        } catch (RuleViolation refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("faults", refused.byField());
            return page(consultation, 1, model);
        }
        flash.addAttribute("number", number);
        return "redirect:/consultations/{number}/mail";
    }

    private String page(ConsultationNumber number, int wanted, Model model) {
        List<MailProgress> progress = reader.of(number);
        int failed = reader.failed(number);
        int pages = Math.max(1, (failed + MailProgressReader.PAGE - 1) / MailProgressReader.PAGE);
        int page = Math.min(Math.max(1, wanted), pages);
        model.addAttribute("number", number.value());
        model.addAttribute("campaigns", progress);
        model.addAttribute("running", progress.stream().anyMatch(MailProgress::running));
        model.addAttribute("failedCount", failed);
        model.addAttribute("resendable", failed == 0 ? 0 : reader.resendable(number));
        model.addAttribute("failed", failed == 0 ? List.of() : reader.failed(number, page));
        model.addAttribute("page", page);
        model.addAttribute("pages", pages);
        return "outreach/mail";
    }
}
