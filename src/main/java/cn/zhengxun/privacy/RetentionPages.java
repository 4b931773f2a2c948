package cn.zhengxun.privacy;

import cn.zhengxun.identity.Users;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** How long what is kept, and what tonight would remove. Counts only, so that the administrator may read it. */
@Controller
@RequestMapping("/retention")
class RetentionPages {
    private final Retention retention;
    private final RetentionJob job;
    private final Users users;
    private final MessageSource texts;

    RetentionPages(Retention retention, RetentionJob job, Users users, MessageSource texts) {
        this.retention = retention;
        this.job = job;
        this.users = users;
        this.texts = texts;
    }

    /** @param by name of who started the last run; null without one */
    record Line(Retention.Standing standing, String period, String by) {}

    @GetMapping
    @PreAuthorize("hasAnyAuthority('staff','director','camunda-admin')")
    String show(Model model) {
        List<Retention.Standing> standings = retention.standings();
        model.addAttribute(
                "classes",
                standings.stream()
                        .map(one -> new Line(
                                one,
                                chinese(one.period()),
                                one.last() == null
                                        ? null
                                        : users.nameOf(one.last().startedBy())))
                        .toList());
        model.addAttribute(
                "due", standings.stream().mapToInt(Retention.Standing::due).sum());
        return "privacy/retention";
    }

    /** Does now what the night would do. */
    @PostMapping
    @PreAuthorize("hasAnyAuthority('director','camunda-admin')")
    String run(RedirectAttributes redirect) {
        Optional<Map<String, Integer>> removed = job.run();
        redirect.addFlashAttribute(
                "done",
                removed.map(rows -> text(
                                "retention.done",
                                rows.values().stream()
                                        .mapToInt(Integer::intValue)
                                        .sum()))
                        .orElseGet(() -> text("retention.busy")));
        return "redirect:/retention";
    }

    private String text(String key, Object... values) {
        return texts.getMessage(key, values, LocaleContextHolder.getLocale());
    }

    /** For example 1年, 30天; 0天 is said at once. */
    private static String chinese(java.time.Period period) {
        StringBuilder text = new StringBuilder();
        part(text, period.getYears(), "年");
        part(text, period.getMonths(), "个月");
        part(text, period.getDays(), "天");
        return text.isEmpty() ? "0天" : text.toString();
    }

    private static void part(StringBuilder text, int count, String unit) {
        if (count > 0) {
            text.append(count).append(unit);
        }
    }
}
