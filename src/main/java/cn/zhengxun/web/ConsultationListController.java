package cn.zhengxun.web;

import cn.zhengxun.consultation.Consultation;
import cn.zhengxun.consultation.Consultations;
import cn.zhengxun.consultation.Level;
import cn.zhengxun.consultation.Status;
import cn.zhengxun.consultation.TimetableEntry;
import cn.zhengxun.consultation.Timetables;
import cn.zhengxun.evaluation.Figures;
import cn.zhengxun.kernel.Shanghai;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** All consultations, newest first, by status and level. */
@Controller
class ConsultationListController {
    private final Consultations consultations;
    private final Timetables timetables;
    private final ConsultationFigures figures;
    private final ConsultationAccess access;
    private final Clock clock;

    ConsultationListController(
            Consultations consultations,
            Timetables timetables,
            ConsultationFigures figures,
            ConsultationAccess access,
            Clock clock) {
        this.consultations = consultations;
        this.timetables = timetables;
        this.figures = figures;
        this.access = access;
        this.clock = clock;
    }

    /** One line of the list. @param due of the step it is in, null without one and while suspended */
    record Line(Consultation consultation, String due, boolean overdue, Figures figures) {}

    /** @param status empty or a name of {@link Status}; @param level empty or a name of {@link Level}; anything else chooses nothing */
    @GetMapping("/consultations")
    @PreAuthorize("hasAnyAuthority('staff','director','leader','expert','manager')")
    String list(
            @RequestParam(defaultValue = "") String status,
            @RequestParam(defaultValue = "") String level,
            Authentication who,
            Model model) {
        List<Consultation> all =
                consultations.list().stream().filter(access.of(who)).toList();
        var entries = timetables.all();
        var counts = figures.all();
        List<Line> lines = all.stream()
                .filter(one -> status.isEmpty() || one.status().name().equals(status))
                .filter(one -> level.isEmpty() || one.level().name().equals(level))
                .map(one -> line(one, entries.getOrDefault(one.number(), List.of()), counts))
                .toList();
        model.addAttribute("lines", lines);
        model.addAttribute(
                "holidayGap",
                timetables.gap(
                        lines.stream()
                                .map(Line::consultation)
                                .filter(one -> !one.status().closed())
                                .toList(),
                        entries));
        model.addAttribute("none", all.isEmpty());
        model.addAttribute("status", status);
        model.addAttribute("level", level);
        model.addAttribute("statuses", Status.values());
        model.addAttribute("levels", Level.values());
        return "web/consultations";
    }

    private Line line(Consultation one, List<TimetableEntry> entries, Map<String, Figures> counts) {
        Instant due = one.status().closed() || one.suspended()
                ? null
                : entries.stream()
                        .filter(entry -> entry.step() == one.step() && entry.dueAt() != null)
                        .map(TimetableEntry::dueAt)
                        .findFirst()
                        .orElse(null);
        boolean overdue = due != null && !clock.instant().isBefore(due);
        return new Line(
                one,
                due == null ? null : Shanghai.minute(due),
                overdue,
                counts.get(one.number().value()));
    }
}
