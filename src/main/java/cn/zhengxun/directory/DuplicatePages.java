package cn.zhengxun.directory;

import cn.zhengxun.kernel.RuleViolation;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** People who may be there twice, side by side. */
@Controller
@RequestMapping("/directory/duplicates")
@PreAuthorize("hasAuthority('staff')")
class DuplicatePages {
    private final Duplicates duplicates;
    private final Directory directory;
    private final MessageSource messages;

    DuplicatePages(Duplicates duplicates, Directory directory, MessageSource messages) {
        this.duplicates = duplicates;
        this.directory = directory;
        this.messages = messages;
    }

    @GetMapping
    String list(Model model) {
        model.addAttribute("pairs", duplicates.pairs());
        model.addAttribute(
                "stationNames", directory.stations().stream().collect(Collectors.toMap(Station::id, Station::name)));
        return "directory/duplicates";
    }

    @PostMapping("/merge")
    String merge(
            @RequestParam(required = false) Long kept,
            @RequestParam(required = false) Long gone,
            Model model,
            RedirectAttributes flash,
            HttpServletResponse response) {
        try {
            duplicates.merge(new MergeInformants(id(kept), id(gone)));
        } catch (RuleViolation refused) {
            return again(refused, model, response);
        }
        return done("directory.done.informants-merged", flash);
    }

    @PostMapping("/apart")
    String apart(
            @RequestParam(required = false) Long one,
            @RequestParam(required = false) Long other,
            Model model,
            RedirectAttributes flash,
            HttpServletResponse response) {
        try {
            duplicates.tellApart(new TellApart(id(one), id(other)));
        } catch (RuleViolation refused) {
            return again(refused, model, response);
        }
        return done("directory.done.told-apart", flash);
    }

    private static InformantId id(Long value) {
        return value == null ? null : new InformantId(value);
    }

    private String again(RuleViolation refused, Model model, HttpServletResponse response) {
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        model.addAttribute("faults", refused.byField());
        return list(model);
    }

    private String done(String key, RedirectAttributes flash) {
        flash.addFlashAttribute("done", messages.getMessage(key, null, Locale.SIMPLIFIED_CHINESE));
        return "redirect:/directory/duplicates";
    }
}
