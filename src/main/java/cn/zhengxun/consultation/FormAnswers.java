package cn.zhengxun.consultation;

import cn.zhengxun.kernel.InvalidCommand;
import cn.zhengxun.kernel.NotFound;
import cn.zhengxun.kernel.RuleViolation;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** How this room's forms end: carried out and on to a page, or the same page again with what was refused. */
@Component
class FormAnswers {
    private final MessageSource messages;

    FormAnswers(MessageSource messages) {
        this.messages = messages;
    }

    /**
     * @param target path below the consultation's page: "" or "/plan"
     * @param again shows the form once more, with what was typed
     * @return the redirect, or the view that {@code again} gives, with HTTP 422
     */
    String carryOut(
            ConsultationNumber number,
            Runnable work,
            String done,
            String target,
            Supplier<String> again,
            Model model,
            RedirectAttributes flash,
            HttpServletResponse response) {
        try {
            work.run();
        } catch (NotFound unknown) {
            throw unknown;
        } catch (RuleViolation refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("faults", faults(refused));
            return again.get();
        }
        flash.addFlashAttribute("done", messages.getMessage(done, null, Locale.SIMPLIFIED_CHINESE));
        flash.addAttribute("number", number.value());
        return "redirect:/consultations/{number}" + target;
    }

    private static Map<String, String> faults(RuleViolation refused) {
        if (refused instanceof InvalidCommand invalid) {
            return invalid.faults().stream()
                    .collect(Collectors.toMap(
                            InvalidCommand.Fault::field, InvalidCommand.Fault::sentence, (one, other) -> one));
        }
        return Map.of("", refused.getMessage());
    }
}
