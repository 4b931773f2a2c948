package cn.zhengxun.web;

import cn.zhengxun.consultation.Consultation;
import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.consultation.Consultations;
import cn.zhengxun.consultation.Level;
import cn.zhengxun.consultation.Status;
import cn.zhengxun.consultation.TimetableEntry;
import cn.zhengxun.consultation.Timetables;
import cn.zhengxun.evaluation.Figures;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where consultations stand, for machines. */
@RestController
@RequestMapping("/api/v1/consultations")
@PreAuthorize("hasAnyAuthority('staff','manager')")
class ConsultationsApi {
    private final Consultations consultations;
    private final Timetables timetables;
    private final ConsultationFigures figures;

    ConsultationsApi(Consultations consultations, Timetables timetables, ConsultationFigures figures) {
        this.consultations = consultations;
        this.timetables = timetables;
        this.figures = figures;
    }

    /** @param dueAt with offset, null for a step without a due date */
    record DueDate(int step, Instant dueAt) {}

    /** @param deadline D, meaning 17:30 Asia/Shanghai; @param collectUntil null before the timetable was fixed */
    record Answer(
            String number,
            String title,
            Level level,
            Status status,
            int step,
            LocalDate deadline,
            Instant collectUntil,
            List<DueDate> dueDates,
            long collected,
            long submitted,
            long adopted) {}

    @GetMapping
    List<Answer> list() {
        var entries = timetables.all();
        var counts = figures.all();
        return consultations.list().stream()
                .map(one -> answer(
                        one,
                        entries.getOrDefault(one.number(), List.of()),
                        counts.get(one.number().value())))
                .toList();
    }

    @GetMapping("/{number}")
    Answer one(@PathVariable String number) {
        Consultation consultation = consultations.find(new ConsultationNumber(number));
        return answer(consultation, timetables.entries(consultation.number()), figures.of(consultation.number()));
    }

    private static Answer answer(Consultation one, List<TimetableEntry> entries, Figures counts) {
        return new Answer(
                one.number().value(),
                one.title(),
                one.level(),
                one.status(),
                one.step(),
                one.deadline(),
                one.collectUntil(),
                entries.stream()
                        .map(entry -> new DueDate(entry.step(), entry.dueAt()))
                        .toList(),
                counts.collected(),
                counts.submitted(),
                counts.adopted());
    }
}
