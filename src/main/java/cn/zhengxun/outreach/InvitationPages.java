package cn.zhengxun.outreach;

import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.consultation.Consultations;
import cn.zhengxun.directory.InformantId;
import cn.zhengxun.kernel.NotFound;
import cn.zhengxun.kernel.RuleViolation;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
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

/** After the push: how far each invitation got, and what staff can do about it. */
@Controller
@RequestMapping("/consultations/{number}/invitations")
class InvitationPages {
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final Invitees invitees;
    private final Invitations invitations;
    private final InvitationSheet sheet;
    private final Consultations consultations;
    private final MessageSource messages;

    InvitationPages(
            Invitees invitees,
            Invitations invitations,
            InvitationSheet sheet,
            Consultations consultations,
            MessageSource messages) {
        this.invitees = invitees;
        this.invitations = invitations;
        this.sheet = sheet;
        this.consultations = consultations;
        this.messages = messages;
    }

    @GetMapping
    @PreAuthorize("hasAnyAuthority('staff','director')")
    String page(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        return page(existing(number), new InviteeSearch(state(state), q, page), model);
    }

    @GetMapping("/list.xlsx")
    @PreAuthorize("hasAnyAuthority('staff','director')")
    void list(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String q,
            HttpServletResponse response)
            throws IOException {
        byte[] file = sheet.export(new ExportInvitees(existing(number), new InviteeSearch(state(state), q, 1)));
        response.setContentType(XLSX);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename("邀请-" + number + ".xlsx", StandardCharsets.UTF_8)
                        .build()
                        .toString());
        response.getOutputStream().write(file);
    }

    @PostMapping("/{invitation}/resend")
    @PreAuthorize("hasAuthority('staff')")
    String resend(
            @PathVariable String number,
            @PathVariable long invitation,
            Model model,
            RedirectAttributes flash,
            HttpServletResponse response) {
        Invitee invitee = invitees.find(existing(number), new InvitationId(invitation));
        try {
            invitees.resend(new ResendInvitation(invitee.id()));
        } catch (RuleViolation refused) {
            return refused(number, refused, model, response);
        }
        return done(number, flash, "outreach.done.resent", invitee.name());
    }

    @PostMapping("/resend-corrected")
    @PreAuthorize("hasAuthority('staff')")
    String resendCorrected(
            @PathVariable String number, Model model, RedirectAttributes flash, HttpServletResponse response) {
        int queued;
        try {
            queued = invitees.resend(new ResendCorrected(existing(number)));
        } catch (NotFound unknown) {
            throw unknown;
        } catch (RuleViolation refused) {
            return refused(number, refused, model, response);
        }
        return done(number, flash, "outreach.done.resent-corrected", queued);
    }

    @PostMapping("/{invitation}/revoke")
    @PreAuthorize("hasAuthority('staff')")
    String revoke(@PathVariable String number, @PathVariable long invitation, RedirectAttributes flash) {
        Invitee invitee = invitees.find(existing(number), new InvitationId(invitation));
        invitations.revoke(new RevokeInvitation(invitee.id()));
        return done(number, flash, "outreach.done.revoked", invitee.name());
    }

    @GetMapping("/{invitation}/replacement")
    @PreAuthorize("hasAuthority('staff')")
    String candidates(
            @PathVariable String number,
            @PathVariable long invitation,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String reason,
            Model model) {
        model.addAttribute("reason", reason);
        return candidates(existing(number), new InvitationId(invitation), q, model);
    }

    @PostMapping("/{invitation}/replacement")
    @PreAuthorize("hasAuthority('staff')")
    String replace(
            @PathVariable String number,
            @PathVariable long invitation,
            @RequestParam(required = false) Long informant,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String q,
            Model model,
            RedirectAttributes flash,
            HttpServletResponse response) {
        Invitee old = invitees.find(existing(number), new InvitationId(invitation));
        try {
            invitees.replace(
                    new ReplaceInvitee(old.id(), informant == null ? null : new InformantId(informant), reason));
        } catch (NotFound unknown) {
            throw unknown;
        } catch (RuleViolation refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("faults", refused.byField());
            model.addAttribute("reason", reason);
            model.addAttribute("chosen", informant);
            return candidates(new ConsultationNumber(number), old.id(), q, model);
        }
        return done(number, flash, "outreach.done.replaced", old.name());
    }

    private String candidates(ConsultationNumber number, InvitationId id, String words, Model model) {
        Invitee old = invitees.find(number, id);
        model.addAttribute("number", number.value());
        model.addAttribute("invitee", old);
        model.addAttribute("q", words);
        model.addAttribute("candidates", invitees.candidates(number, old, words));
        return "outreach/replacement";
    }

    private String refused(String number, RuleViolation refused, Model model, HttpServletResponse response) {
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        model.addAttribute("faults", refused.byField());
        return page(new ConsultationNumber(number), new InviteeSearch(null, "", 1), model);
    }

    private String page(ConsultationNumber number, InviteeSearch search, Model model) {
        var counts = invitees.counts(number);
        model.addAttribute("number", number.value());
        model.addAttribute("search", search);
        model.addAttribute("counts", counts);
        model.addAttribute(
                "everyone", counts.values().stream().mapToInt(Integer::intValue).sum());
        model.addAttribute("found", invitees.search(number, search, counts));
        model.addAttribute("corrected", counts.containsKey(InviteeState.FAILED) ? invitees.corrected(number) : 0);
        model.addAttribute("unprinted", invitations.countOnPaper(number, false));
        model.addAttribute("printed", invitations.countOnPaper(number, true));
        model.addAttribute("mostLetters", Invitations.MOST_LETTERS);
        return "outreach/invitations";
    }

    /** What is no state's name filters nothing. */
    private static InviteeState state(String name) {
        return Arrays.stream(InviteeState.values())
                .filter(state -> state.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    private ConsultationNumber existing(String number) {
        return consultations.find(new ConsultationNumber(number)).number();
    }

    private String done(String number, RedirectAttributes flash, String key, Object... details) {
        flash.addFlashAttribute("done", messages.getMessage(key, details, Locale.SIMPLIFIED_CHINESE));
        flash.addAttribute("number", number);
        return "redirect:/consultations/{number}/invitations";
    }
}
