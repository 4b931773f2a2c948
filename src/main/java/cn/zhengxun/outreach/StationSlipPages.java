package cn.zhengxun.outreach;

import cn.zhengxun.consultation.Consultation;
import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.consultation.Consultations;
import cn.zhengxun.directory.StationId;
import cn.zhengxun.draft.Visibility;
import cn.zhengxun.identity.Users;
import cn.zhengxun.kernel.CurrentActor;
import cn.zhengxun.kernel.NotFound;
import cn.zhengxun.kernel.RuleViolation;
import cn.zhengxun.outreach.audience.Audience;
import cn.zhengxun.outreach.audience.Audiences;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
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

/** Which station has which task, and one station's slip with everything that can be done to it. */
@Controller
@RequestMapping("/consultations/{number}/stations")
class StationSlipPages {
    private final StationSlips slips;
    private final StationBoard board;
    private final StationSlipRows rows;
    private final StationReportRows reports;
    private final Posters posters;
    private final Audiences audiences;
    private final Consultations consultations;
    private final Users users;
    private final MessageSource messages;
    private final Clock clock;

    StationSlipPages(
            StationSlips slips,
            StationBoard board,
            StationSlipRows rows,
            StationReportRows reports,
            Posters posters,
            Audiences audiences,
            Consultations consultations,
            Users users,
            MessageSource messages,
            Clock clock) {
        this.slips = slips;
        this.board = board;
        this.rows = rows;
        this.reports = reports;
        this.posters = posters;
        this.audiences = audiences;
        this.consultations = consultations;
        this.users = users;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping
    @PreAuthorize("hasAnyAuthority('staff','director')")
    String list(@PathVariable String number, Model model) {
        return list(new ConsultationNumber(number), Set.of(), model);
    }

    @PostMapping("/issue")
    @PreAuthorize("hasAuthority('staff')")
    String issue(
            @PathVariable String number,
            @RequestParam(name = "station", required = false) Set<Long> chosen,
            Model model,
            RedirectAttributes flash,
            HttpServletResponse response) {
        ConsultationNumber consultation = new ConsultationNumber(number);
        Set<Long> typed = chosen == null ? Set.of() : new LinkedHashSet<>(chosen);
        try {
            StationSlips.Issued issued = slips.issue(new IssueStationSlips(
                    consultation,
                    typed.stream().map(StationId::new).collect(Collectors.toCollection(LinkedHashSet::new))));
            flash.addFlashAttribute(
                    "done",
                    text(
                            "outreach.slips.done.issued",
                            issued.slips(),
                            issued.mails(),
                            issued.slips() - issued.mails()));
        } catch (NotFound unknown) {
            throw unknown;
        } catch (RuleViolation refused) {
            refuse(refused, model, response);
            return list(consultation, typed, model);
        }
        flash.addAttribute("number", number);
        return "redirect:/consultations/{number}/stations";
    }

    @GetMapping("/{slip}")
    @PreAuthorize("hasAnyAuthority('staff','director')")
    String one(@PathVariable String number, @PathVariable long slip, Model model) {
        return one(belonging(number, slip), model);
    }

    @PostMapping("/{slip}/resend")
    @PreAuthorize("hasAuthority('staff')")
    String resend(
            @PathVariable String number,
            @PathVariable long slip,
            Model model,
            RedirectAttributes flash,
            HttpServletResponse response) {
        return act(
                number,
                slip,
                "resent",
                id -> slips.resend(new ResendStationSlip(id)),
                Map.of(),
                model,
                flash,
                response);
    }

    @PostMapping("/{slip}/withdraw")
    @PreAuthorize("hasAuthority('staff')")
    String withdraw(
            @PathVariable String number,
            @PathVariable long slip,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            RedirectAttributes flash,
            HttpServletResponse response) {
        return act(
                number,
                slip,
                "withdrawn",
                id -> slips.withdraw(new WithdrawStationSlip(id, reason)),
                Map.of("reason", reason),
                model,
                flash,
                response);
    }

    /** By telephone. */
    @PostMapping("/{slip}/claim")
    @PreAuthorize("hasAuthority('staff')")
    String claim(
            @PathVariable String number,
            @PathVariable long slip,
            Model model,
            RedirectAttributes flash,
            HttpServletResponse response) {
        return act(
                number, slip, "claimed", id -> slips.claim(new ClaimStationSlip(id)), Map.of(), model, flash, response);
    }

    @PostMapping("/{slip}/report")
    @PreAuthorize("hasAuthority('staff')")
    String report(
            @PathVariable String number,
            @PathVariable long slip,
            @RequestParam Map<String, String> typed,
            Model model,
            RedirectAttributes flash,
            HttpServletResponse response) {
        return act(
                number,
                slip,
                "reported",
                id -> slips.report(SlipForm.report(id, typed)),
                typed,
                model,
                flash,
                response);
    }

    @PostMapping("/{slip}/take-back")
    @PreAuthorize("hasAuthority('staff')")
    String takeBack(
            @PathVariable String number,
            @PathVariable long slip,
            @RequestParam long report,
            Model model,
            RedirectAttributes flash,
            HttpServletResponse response) {
        return act(
                number,
                slip,
                "taken-back",
                id -> slips.takeBack(new TakeBackStationReport(id, report)),
                Map.of(),
                model,
                flash,
                response);
    }

    @PostMapping("/{slip}/paper")
    @PreAuthorize("hasAuthority('staff')")
    String paper(
            @PathVariable String number,
            @PathVariable long slip,
            @RequestParam Map<String, String> typed,
            Model model,
            RedirectAttributes flash,
            HttpServletResponse response) {
        return act(
                number,
                slip,
                "paper",
                id -> slips.askForPaper(SlipForm.paper(id, typed)),
                typed,
                model,
                flash,
                response);
    }

    @PostMapping("/{slip}/handed-out")
    @PreAuthorize("hasAuthority('staff')")
    String handOut(
            @PathVariable String number,
            @PathVariable long slip,
            @RequestParam long request,
            Model model,
            RedirectAttributes flash,
            HttpServletResponse response) {
        return act(
                number,
                slip,
                "handed-out",
                id -> slips.handOut(new HandOutPaperPacks(id, request)),
                Map.of(),
                model,
                flash,
                response);
    }

    @PostMapping("/{slip}/close")
    @PreAuthorize("hasAuthority('staff')")
    String close(
            @PathVariable String number,
            @PathVariable long slip,
            Model model,
            RedirectAttributes flash,
            HttpServletResponse response) {
        return act(
                number, slip, "closed", id -> slips.close(new CloseStationSlip(id)), Map.of(), model, flash, response);
    }

    @PostMapping("/{slip}/reopen")
    @PreAuthorize("hasAuthority('staff')")
    String reopen(
            @PathVariable String number,
            @PathVariable long slip,
            Model model,
            RedirectAttributes flash,
            HttpServletResponse response) {
        return act(
                number,
                slip,
                "reopened",
                id -> slips.reopen(new ReopenStationSlip(id)),
                Map.of(),
                model,
                flash,
                response);
    }

    private interface Action {
        void on(StationSlipId slip);
    }

    private String act(
            String number,
            long slip,
            String done,
            Action action,
            Map<String, String> typed,
            Model model,
            RedirectAttributes flash,
            HttpServletResponse response) {
        StationSlip found = belonging(number, slip);
        try {
            action.on(found.id());
        } catch (NotFound unknown) {
            throw unknown;
        } catch (RuleViolation refused) {
            refuse(refused, model, response);
            model.addAttribute("typed", typed);
            return one(found, model);
        }
        flash.addFlashAttribute("done", text("outreach.slips.done." + done));
        flash.addAttribute("number", number);
        flash.addAttribute("slip", slip);
        return "redirect:/consultations/{number}/stations/{slip}";
    }

    private String list(ConsultationNumber number, Set<Long> chosen, Model model) {
        Consultation consultation = consultations.find(number);
        List<StationBoard.Line> lines = board.lines(number);
        boolean confirmed = audiences.find(number).filter(Audience::frozen).isPresent();
        model.addAttribute("number", number.value());
        model.addAttribute("lines", lines);
        model.addAttribute("chosen", chosen);
        model.addAttribute("confirmed", confirmed);
        model.addAttribute(
                "issuing",
                confirmed
                        && consultation.acceptsAt(clock.instant())
                        && lines.stream().anyMatch(StationBoard.Line::issuable));
        model.addAttribute("collecting", consultation.acceptsAt(clock.instant()));
        model.addAttribute(
                "paper", lines.stream().filter(line -> line.paper() > 0).count());
        model.addAttribute(
                "sum",
                lines.stream().map(StationBoard.Line::numbers).reduce(StationNumbers.NONE, StationNumbers::plus));
        model.addAttribute("posters", posters.board(number));
        model.addAttribute("internal", consultation.visibility() == Visibility.INTERNAL);
        return "outreach/stations";
    }

    private String one(StationSlip given, Model model) {
        StationSlip slip = slips.find(given.id()).orElse(given);
        StationBoard.Line line = board.lines(slip.consultation()).stream()
                .filter(one -> slip.equals(one.slip()))
                .findFirst()
                .orElseThrow(() -> new NotFound("没有这张任务单，请从列表中选择。"));
        List<StationReport> log = reports.reports(slip.id());
        List<PaperRequest> requests = reports.requests(slip.id()).stream()
                .filter(request -> request.copies() > 0)
                .toList();
        Map<String, String> names = new HashMap<>();
        names.put(CurrentActor.PUBLIC, text("outreach.slips.by-coordinator"));
        log.forEach(report -> names.computeIfAbsent(report.enteredBy(), users::nameOf));
        requests.forEach(request -> names.computeIfAbsent(request.enteredBy(), users::nameOf));
        requests.stream()
                .filter(request -> request.handedOutBy() != null)
                .forEach(request -> names.computeIfAbsent(request.handedOutBy(), users::nameOf));
        names.computeIfAbsent(slip.issuedBy(), users::nameOf);
        model.addAttribute("number", slip.consultation().value());
        model.addAttribute("line", line);
        model.addAttribute("slip", slip);
        model.addAttribute("mailed", board.mailed(slip, line.coordinator()));
        model.addAttribute("reports", log);
        model.addAttribute("requests", requests);
        model.addAttribute("members", rows.members(slip.consultation(), slip.station()));
        model.addAttribute("names", names);
        model.addAttribute("formKey", UUID.randomUUID().toString());
        Consultation consultation = consultations.find(slip.consultation());
        model.addAttribute("workable", slip.open() && !consultation.status().closed());
        model.addAttribute("running", !consultation.status().closed());
        model.addAttribute("collecting", consultation.acceptsAt(clock.instant()));
        model.addAttribute("internal", consultation.visibility() == Visibility.INTERNAL);
        if (!model.containsAttribute("typed")) {
            model.addAttribute("typed", Map.of());
        }
        return "outreach/station";
    }

    /** @throws NotFound where the slip is another consultation's */
    private StationSlip belonging(String number, long slip) {
        return slips.find(new StationSlipId(slip))
                .filter(one -> one.consultation().value().equals(number))
                .orElseThrow(() -> new NotFound("没有这张任务单，请从列表中选择。"));
    }

    private static void refuse(RuleViolation refused, Model model, HttpServletResponse response) {
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        model.addAttribute("faults", refused.byField());
    }

    private String text(String key, Object... values) {
        return messages.getMessage(key, values, Locale.SIMPLIFIED_CHINESE);
    }
}
