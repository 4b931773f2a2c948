package cn.zhengxun.suggestion.notmine;

import cn.zhengxun.consultation.Consultations;
import cn.zhengxun.kernel.RuleViolation;
import cn.zhengxun.outreach.Invitation;
import cn.zhengxun.outreach.Invitations;
import cn.zhengxun.outreach.UnknownLink;
import cn.zhengxun.outreach.WithoutAccount;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Where people say that a link, a submission or a mailed receipt is not theirs. Nothing happens by opening a page. */
@Controller
@WithoutAccount
@PreAuthorize("permitAll()")
class NotMinePages {
    private final NotMine notMine;
    private final Invitations invitations;
    private final Consultations consultations;

    NotMinePages(NotMine notMine, Invitations invitations, Consultations consultations) {
        this.notMine = notMine;
        this.invitations = invitations;
        this.consultations = consultations;
    }

    @GetMapping("/i/{token}/not-me")
    ModelAndView ask(@PathVariable String token) {
        return ask(token, invited(token), Map.of(), false);
    }

    @PostMapping("/i/{token}/not-me/link")
    ModelAndView disownLink(@PathVariable String token) {
        notMine.disown(new DisownLink(invited(token).id()));
        return new ModelAndView("suggestion/not-mine-done").addObject("what", "link");
    }

    @PostMapping("/i/{token}/not-me/submission")
    ModelAndView disownSubmission(@PathVariable String token, @RequestParam(defaultValue = "") String receipt) {
        Invitation invitation = invited(token);
        try {
            notMine.disown(new DisownSubmission(invitation.id(), receipt));
        } catch (RuleViolation refused) {
            return ask(token, invitation, refused.byField(), false);
        }
        return ask(token, invitation, Map.of(), true);
    }

    /** The link in a mailed receipt. */
    @GetMapping("/q/not-me/{token}")
    ModelAndView askStranger(@PathVariable String token) {
        if (!notMine.known(token)) {
            throw new UnknownLink();
        }
        return new ModelAndView("suggestion/not-mine-mail").addObject("token", token);
    }

    @PostMapping("/q/not-me/{token}")
    ModelAndView disownMailCopy(@PathVariable String token) {
        notMine.disown(new DisownMailCopy(token));
        return new ModelAndView("suggestion/not-mine-done").addObject("what", "mail");
    }

    private ModelAndView ask(String token, Invitation invitation, Map<String, String> faults, boolean said) {
        return new ModelAndView(
                        "suggestion/not-mine", faults.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_ENTITY)
                .addObject("token", token)
                .addObject(
                        "draftTitle",
                        consultations.find(invitation.consultation()).title())
                .addObject("own", notMine.own(invitation))
                .addObject("faults", faults)
                .addObject("said", said);
    }

    private Invitation invited(String token) {
        return invitations.byToken(token).orElseThrow(UnknownLink::new);
    }
}
