package cn.zhengxun.outreach.mail;

import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The mail that a demonstration would have sent. */
@Controller
@ConditionalOnProperty(name = "zhengxun.demo", havingValue = "true")
@ConditionalOnExpression(MailConfiguration.WITHOUT_SMTP)
class DemoMailboxPages {
    private final DemoMailbox mailbox;

    DemoMailboxPages(DemoMailbox mailbox) {
        this.mailbox = mailbox;
    }

    @GetMapping("/dev/mailbox")
    @PreAuthorize("permitAll()")
    String mailbox(@RequestParam(defaultValue = "") String recipient, Model model) {
        model.addAttribute("recipient", recipient);
        model.addAttribute("mails", mailbox.newest(recipient));
        return "outreach/mailbox";
    }
}
