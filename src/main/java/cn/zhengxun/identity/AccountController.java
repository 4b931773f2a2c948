package cn.zhengxun.identity;

import cn.zhengxun.kernel.InvalidCommand;
import cn.zhengxun.kernel.RuleViolation;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The own account: password; for administrators also the locked accounts. */
@Controller
class AccountController {
    private final Users users;
    private final Accounts accounts;
    private final MessageSource messages;

    AccountController(Users users, Accounts accounts, MessageSource messages) {
        this.users = users;
        this.accounts = accounts;
        this.messages = messages;
    }

    @GetMapping("/account")
    @PreAuthorize("isAuthenticated()")
    String account(Authentication authentication, Model model) {
        model.addAttribute("user", users.find(authentication.getName()).orElseThrow());
        boolean administrator = authentication.getAuthorities().stream()
                .anyMatch(authority -> authority.getAuthority().equals(Roles.ADMINISTRATOR));
        if (administrator) {
            model.addAttribute("accounts", users.all());
        }
        return "identity/account";
    }

    @PostMapping("/account/password")
    @PreAuthorize("isAuthenticated()")
    String changePassword(
            Authentication authentication,
            @RequestParam(defaultValue = "") String present,
            @RequestParam(defaultValue = "") String wanted,
            @RequestParam(defaultValue = "") String repeated,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        try {
            accounts.changePassword(new ChangePassword(authentication.getName(), present, wanted, repeated));
        } catch (InvalidCommand invalid) {
            model.addAttribute(
                    "faults",
                    invalid.faults().stream()
                            .collect(Collectors.toMap(
                                    InvalidCommand.Fault::field, InvalidCommand.Fault::sentence, (a, b) -> a)));
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return account(authentication, model);
        } catch (RuleViolation violation) {
            model.addAttribute("faults", Map.of("", violation.getMessage()));
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return account(authentication, model);
        }
        return done(flash, "identity.password.changed");
    }

    @PostMapping("/account/unlock/{userId}")
    @PreAuthorize("hasAuthority('camunda-admin')")
    String unlock(@PathVariable String userId, RedirectAttributes flash) {
        accounts.unlock(new UnlockAccount(userId));
        return done(flash, "identity.unlocked");
    }

    private String done(RedirectAttributes flash, String key) {
        flash.addFlashAttribute("done", messages.getMessage(key, null, java.util.Locale.SIMPLIFIED_CHINESE));
        return "redirect:/account";
    }
}
