package cn.zhengxun.outreach.wording;

import cn.zhengxun.identity.Users;
import cn.zhengxun.kernel.NotFound;
import cn.zhengxun.kernel.RuleViolation;
import cn.zhengxun.kernel.Shanghai;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
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

/** The texts of all mails: a list, and a page for each with its placeholders, a preview and the versions. */
@Controller
@RequestMapping("/templates")
class WordingPages {
    private final Wordings wordings;
    private final Users users;
    private final MessageSource messages;
    private final String office;

    WordingPages(
            Wordings wordings,
            Users users,
            MessageSource messages,
            @Value("${zhengxun.office:基层立法联系点}") String office) {
        this.wordings = wordings;
        this.users = users;
        this.messages = messages;
        this.office = office;
    }

    /** One line of the list; writtenAt and writtenBy are null while the product's text is in use. */
    record Listed(MessageKind kind, String subject, String writtenAt, String writtenBy) {}

    /** One line of the versions. */
    record Shown(int version, boolean shipped, String writtenAt, String writtenBy) {}

    @GetMapping
    @PreAuthorize("hasAnyAuthority('staff','director')")
    String list(Model model) {
        model.addAttribute(
                "kinds", Arrays.stream(MessageKind.values()).map(this::listed).toList());
        return "outreach/templates";
    }

    private Listed listed(MessageKind kind) {
        return wordings.own(kind)
                .map(own -> new Listed(
                        kind, own.wording().subject(), Shanghai.minute(own.writtenAt()), users.nameOf(own.writtenBy())))
                .orElseGet(() -> new Listed(kind, wordings.shipped(kind).subject(), null, null));
    }

    /** @param version puts this version's text into the form; 0 means the product's own */
    @GetMapping("/{key}")
    @PreAuthorize("hasAnyAuthority('staff','director')")
    String one(@PathVariable String key, @RequestParam(required = false) Integer version, Model model) {
        MessageKind kind = kind(key);
        Wording shown = version == null ? wordings.inUse(kind) : versionOf(kind, version);
        return page(kind, shown, latest(kind), model);
    }

    /** What is typed, checked and filled in; nothing is saved. */
    @PostMapping("/{key}/preview")
    @PreAuthorize("hasAuthority('staff')")
    String preview(
            @PathVariable String key,
            @RequestParam(defaultValue = "0") int base,
            @RequestParam(defaultValue = "") String subject,
            @RequestParam(defaultValue = "") String body,
            Model model,
            HttpServletResponse response) {
        MessageKind kind = kind(key);
        Wording typed = new Wording(subject, body);
        Map<String, String> faults = WordingCheck.of(kind, typed).stream()
                .collect(Collectors.toMap(
                        WordingCheck.Finding::field,
                        WordingCheck.Finding::sentence,
                        (one, other) -> one + " " + other));
        if (!faults.isEmpty()) {
            refuse(faults, model, response);
        }
        return page(kind, typed, base, model);
    }

    @PostMapping("/{key}")
    @PreAuthorize("hasAuthority('staff')")
    String save(
            @PathVariable String key,
            @RequestParam(defaultValue = "0") int base,
            @RequestParam(defaultValue = "") String subject,
            @RequestParam(defaultValue = "") String body,
            Model model,
            RedirectAttributes flash,
            HttpServletResponse response) {
        MessageKind kind = kind(key);
        Wording typed = new Wording(subject, body);
        try {
            wordings.save(new SaveWording(kind, base, typed));
        } catch (RuleViolation refused) {
            refuse(refused.byField(), model, response);
            return page(kind, typed, base, model);
        }
        return done(kind, "outreach.templates.done.saved", flash);
    }

    @PostMapping("/{key}/shipped")
    @PreAuthorize("hasAuthority('staff')")
    String restore(@PathVariable String key, RedirectAttributes flash) {
        wordings.restore(new RestoreWording(kind(key)));
        return done(kind(key), "outreach.templates.done.restored", flash);
    }

    @PostMapping("/{key}/sample")
    @PreAuthorize("hasAuthority('staff')")
    String sample(@PathVariable String key, Model model, RedirectAttributes flash, HttpServletResponse response) {
        MessageKind kind = kind(key);
        try {
            wordings.send(new SendSample(kind));
        } catch (RuleViolation refused) {
            refuse(refused.byField(), model, response);
            return page(kind, wordings.inUse(kind), latest(kind), model);
        }
        return done(kind, "outreach.templates.done.sample", flash);
    }

    private static MessageKind kind(String key) {
        return MessageKind.of(key).orElseThrow(() -> new NotFound("没有这种邮件，请从邮件文字的列表中选择。"));
    }

    private Wording versionOf(MessageKind kind, int version) {
        return version == 0
                ? wordings.shipped(kind)
                : wordings.versions(kind).stream()
                        .filter(one -> one.version() == version)
                        .map(WordingVersion::wording)
                        .findFirst()
                        .orElseThrow(() -> new NotFound("没有这一版文字，请从列表中选择。"));
    }

    private int latest(MessageKind kind) {
        return wordings.versions(kind).stream()
                .mapToInt(WordingVersion::version)
                .max()
                .orElse(0);
    }

    private static void refuse(Map<String, String> faults, Model model, HttpServletResponse response) {
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        model.addAttribute("faults", faults);
    }

    private String page(MessageKind kind, Wording typed, int base, Model model) {
        model.addAttribute("kind", kind);
        model.addAttribute("typed", typed);
        model.addAttribute("base", base);
        model.addAttribute("own", wordings.own(kind).isPresent());
        if (WordingCheck.of(kind, typed).isEmpty()) {
            Written written = Written.of(typed, Values.examples(office));
            model.addAttribute("preview", written);
            model.addAttribute("plain", written.mail().text());
        }
        List<LineDifference> difference =
                WordingCheck.tooLong(typed) ? List.of() : LineDifference.between(wordings.shipped(kind), typed);
        model.addAttribute(
                "difference",
                difference.stream().allMatch(one -> one.kind() == LineDifference.Kind.SAME) ? List.of() : difference);
        model.addAttribute(
                "versions",
                wordings.versions(kind).stream()
                        .map(one -> new Shown(
                                one.version(),
                                one.shipped(),
                                Shanghai.minute(one.writtenAt()),
                                users.nameOf(one.writtenBy())))
                        .toList());
        return "outreach/template";
    }

    private String done(MessageKind kind, String message, RedirectAttributes flash) {
        flash.addFlashAttribute("done", messages.getMessage(message, null, Locale.SIMPLIFIED_CHINESE));
        return "redirect:/templates/" + kind.key();
    }
}
