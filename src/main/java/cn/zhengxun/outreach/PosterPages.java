package cn.zhengxun.outreach;

import cn.zhengxun.consultation.Consultation;
import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.consultation.Consultations;
import cn.zhengxun.consultation.Plan;
import cn.zhengxun.consultation.Plans;
import cn.zhengxun.kernel.NotFound;
import cn.zhengxun.kernel.RuleViolation;
import cn.zhengxun.kernel.Shanghai;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Stream;
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

/** Posters to be hung up, one A4 page each, and taking one out of use. */
@Controller
@RequestMapping("/consultations/{number}/stations/posters")
class PosterPages {
    /** More would not fit on the page beside a code that can be scanned from two metres. */
    private static final int LONGEST_QUESTION = 60;

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyyy年M月d日（EEEE）", Locale.CHINA).withZone(Shanghai.ZONE);

    private final Posters posters;
    private final PosterReads reads;
    private final Consultations consultations;
    private final Plans plans;
    private final MessageSource messages;
    private final Clock clock;
    private final String office;
    private final String contact;

    PosterPages(
            Posters posters,
            PosterReads reads,
            Consultations consultations,
            Plans plans,
            MessageSource messages,
            Clock clock,
            @Value("${zhengxun.office:基层立法联系点}") String office,
            @Value("${zhengxun.office-contact:}") String contact) {
        this.posters = posters;
        this.reads = reads;
        this.consultations = consultations;
        this.plans = plans;
        this.messages = messages;
        this.clock = clock;
        this.office = office;
        this.contact = contact;
    }

    /** @param code of the one to be printed, empty for all */
    @GetMapping
    @PreAuthorize("hasAnyAuthority('staff','director')")
    String print(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String code,
            Model model,
            HttpServletResponse response) {
        Consultation consultation = consultations.find(new ConsultationNumber(number));
        model.addAttribute("number", number);
        model.addAttribute("quotedTitle", consultation.citedTitle());
        model.addAttribute("question", question(consultation));
        model.addAttribute("until", until(consultation));
        model.addAttribute("collecting", consultation.acceptsAt(clock.instant()));
        model.addAttribute("office", office);
        model.addAttribute("contact", contact);
        try {
            model.addAttribute("posters", posters.print(consultation.number(), code.isBlank() ? null : code));
        } catch (RuleViolation refused) {
            refuse(refused, model, response);
        }
        return "outreach/posters";
    }

    @PostMapping("/open")
    @PreAuthorize("hasAuthority('staff')")
    String open(@PathVariable String number, RedirectAttributes flash, Model model, HttpServletResponse response) {
        int opened;
        try {
            opened = posters.open(new OpenPosters(new ConsultationNumber(number)));
        } catch (NotFound unknown) {
            throw unknown;
        } catch (RuleViolation refused) {
            refuse(refused, model, response);
            return "outreach/posters";
        }
        return done(number, flash, "outreach.posters.done.opened", opened);
    }

    /** What one code brought, and the way to take it out of use. */
    @GetMapping("/{code}")
    @PreAuthorize("hasAuthority('staff')")
    String one(@PathVariable String number, @PathVariable String code, Model model) {
        return one(new ConsultationNumber(number), code, "", model);
    }

    @PostMapping("/{code}/retire")
    @PreAuthorize("hasAuthority('staff')")
    String retire(
            @PathVariable String number,
            @PathVariable String code,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "false") boolean replace,
            Model model,
            RedirectAttributes flash,
            HttpServletResponse response) {
        line(new ConsultationNumber(number), code);
        try {
            posters.retire(new RetirePoster(code, reason, replace));
        } catch (NotFound unknown) {
            throw unknown;
        } catch (RuleViolation refused) {
            refuse(refused, model, response);
            return one(new ConsultationNumber(number), code, reason, model);
        }
        return done(number, flash, replace ? "outreach.posters.done.replaced" : "outreach.posters.done.retired");
    }

    private String one(ConsultationNumber number, String code, String reason, Model model) {
        model.addAttribute("number", number.value());
        model.addAttribute("line", line(number, code));
        model.addAttribute("days", reads.days(code));
        model.addAttribute("reason", reason);
        return "outreach/poster";
    }

    private Posters.Line line(ConsultationNumber number, String code) {
        Posters.Board board = posters.board(number);
        return Stream.concat(board.lines().stream(), board.closed().stream())
                .filter(line -> code.equals(line.code()))
                .findFirst()
                .orElseThrow(() -> new NotFound("没有这张海报，请从列表中选择。"));
    }

    /** The plan's first question where it fits; null leaves the page to ask a general one. */
    private String question(Consultation consultation) {
        return plans.find(consultation.number()).stream()
                .flatMap(plan -> plan.focus().stream())
                .map(Plan.Focus::question)
                .filter(asked -> asked != null && !asked.isBlank())
                .map(String::strip)
                .filter(asked -> asked.codePointCount(0, asked.length()) <= LONGEST_QUESTION)
                .findFirst()
                .orElse(null);
    }

    /** With the weekday; null before the timetable is fixed. */
    private static String until(Consultation consultation) {
        Instant end = consultation.collectUntil();
        return end == null ? null : DAY.format(end.minusSeconds(1)) + "24时";
    }

    private static void refuse(RuleViolation refused, Model model, HttpServletResponse response) {
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        model.addAttribute("faults", refused.byField());
    }

    private String done(String number, RedirectAttributes flash, String key, Object... values) {
        flash.addFlashAttribute("done", messages.getMessage(key, values, Locale.SIMPLIFIED_CHINESE));
        flash.addAttribute("number", number);
        return "redirect:/consultations/{number}/stations";
    }
}
