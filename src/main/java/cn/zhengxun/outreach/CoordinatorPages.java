package cn.zhengxun.outreach;

import cn.zhengxun.consultation.Consultation;
import cn.zhengxun.consultation.Consultations;
import cn.zhengxun.directory.Directory;
import cn.zhengxun.directory.Informant;
import cn.zhengxun.directory.Station;
import cn.zhengxun.draft.Visibility;
import cn.zhengxun.kernel.NotFound;
import cn.zhengxun.kernel.RuleViolation;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/** A coordinator's own page: the slips of the stations this person leads. No account, no session, no cookie. */
@Controller
@WithoutAccount
@RequestMapping("/i/{token}/station")
@PreAuthorize("permitAll()")
class CoordinatorPages {
    private static final Set<String> DONE = Set.of("claimed", "reported", "taken-back", "paper");

    private final SlipLinks slipLinks;
    private final StationSlips slips;
    private final StationSlipRows rows;
    private final StationReportRows reports;
    private final Consultations consultations;
    private final Directory directory;
    private final Clock clock;

    CoordinatorPages(
            SlipLinks slipLinks,
            StationSlips slips,
            StationSlipRows rows,
            StationReportRows reports,
            Consultations consultations,
            Directory directory,
            Clock clock) {
        this.slipLinks = slipLinks;
        this.slips = slips;
        this.rows = rows;
        this.reports = reports;
        this.consultations = consultations;
        this.directory = directory;
        this.clock = clock;
    }

    /**
     * One slip as its coordinator sees it: names and states of the own people, no contacts, no opinions.
     *
     * @param waiting paper packs that were asked for and not yet handed out; null where none were
     */
    record Sheet(
            Station station,
            StationSlip slip,
            SlipState state,
            StationNumbers sum,
            List<StationReport> reports,
            List<StationSlipRows.Member> members,
            PaperRequest waiting,
            List<PaperRequest> handedOut) {}

    @GetMapping
    ModelAndView page(
            @PathVariable String token,
            @RequestParam(required = false) String done,
            @RequestParam(required = false) String large) {
        return page(token, large, HttpStatus.OK).addObject("said", done != null && DONE.contains(done) ? done : null);
    }

    @PostMapping("/{slip}/claim")
    ModelAndView claim(
            @PathVariable String token, @PathVariable long slip, @RequestParam(required = false) String large) {
        return act(token, slip, large, "claimed", Map.of(), id -> slips.claim(new ClaimStationSlip(id)));
    }

    @PostMapping("/{slip}/report")
    ModelAndView report(
            @PathVariable String token,
            @PathVariable long slip,
            @RequestParam Map<String, String> typed,
            @RequestParam(required = false) String large) {
        return act(token, slip, large, "reported", typed, id -> slips.report(SlipForm.report(id, typed)));
    }

    @PostMapping("/{slip}/take-back")
    ModelAndView takeBack(
            @PathVariable String token,
            @PathVariable long slip,
            @RequestParam(defaultValue = "0") long report,
            @RequestParam(required = false) String large) {
        return act(
                token,
                slip,
                large,
                "taken-back",
                Map.of(),
                id -> slips.takeBack(new TakeBackStationReport(id, report)));
    }

    @PostMapping("/{slip}/paper")
    ModelAndView paper(
            @PathVariable String token,
            @PathVariable long slip,
            @RequestParam Map<String, String> typed,
            @RequestParam(required = false) String large) {
        return act(token, slip, large, "paper", typed, id -> slips.askForPaper(SlipForm.paper(id, typed)));
    }

    private interface Action {
        void on(StationSlipId slip);
    }

    private ModelAndView act(
            String token, long slip, String large, String done, Map<String, String> typed, Action action) {
        StationSlipId own = held(holder(token)).stream()
                .map(StationSlip::id)
                .filter(id -> id.value() == slip)
                .findFirst()
                .orElseThrow(UnknownLink::new);
        try {
            action.on(own);
        } catch (NotFound elsewhere) {
            throw new UnknownLink();
        } catch (RuleViolation refused) {
            return page(token, large, HttpStatus.UNPROCESSABLE_ENTITY)
                    .addObject("faults", refused.byField())
                    .addObject("failed", slip)
                    .addObject("typed", typed);
        }
        RedirectView view =
                new RedirectView("/i/" + token + "/station?done=" + done + (large == null ? "" : "&large=1"), true);
        view.setStatusCode(HttpStatus.SEE_OTHER);
        view.setExposeModelAttributes(false);
        view.setExpandUriTemplateVariables(false);
        return new ModelAndView(view);
    }

    private ModelAndView page(String token, String large, HttpStatus status) {
        StationSlipRows.Holder holder = holder(token);
        List<Sheet> sheets = held(holder).stream().map(this::sheet).toList();
        Informant coordinator = directory.informant(holder.coordinator()).orElseThrow(UnknownLink::new);
        Consultation consultation = consultations.find(holder.consultation());
        return new ModelAndView("outreach/coordinator", status)
                .addObject("base", "/i/" + token)
                .addObject("query", large == null ? "" : "?large=1")
                .addObject("large", "1".equals(large))
                .addObject("coordinator", coordinator.name())
                .addObject("consultation", consultation)
                .addObject("quotedTitle", consultation.citedTitle())
                .addObject("lastDay", InviteeMail.lastDay(consultation))
                .addObject("sheets", sheets)
                .addObject("collecting", consultation.acceptsAt(clock.instant()))
                .addObject("running", !consultation.status().closed())
                .addObject("formKey", UUID.randomUUID().toString())
                .addObject("typed", Map.of())
                .addObject("invited", slipLinks.personal(token))
                .addObject("watermark", consultation.visibility() == Visibility.INTERNAL ? coordinator.name() : null);
    }

    private Sheet sheet(StationSlip slip) {
        List<StationReport> log = reports.reports(slip.id());
        StationNumbers sum = log.stream().map(StationReport::numbers).reduce(StationNumbers.NONE, StationNumbers::plus);
        List<PaperRequest> requests = reports.requests(slip.id());
        return new Sheet(
                directory.station(slip.station()).orElseThrow(UnknownLink::new),
                slip,
                SlipState.of(slip, log.stream().anyMatch(StationReport::stands)),
                sum,
                log,
                rows.members(slip.consultation(), slip.station()),
                requests.stream()
                        .filter(request -> request.waiting() && request.copies() > 0)
                        .findFirst()
                        .orElse(null),
                requests.stream().filter(request -> !request.waiting()).toList());
    }

    private StationSlipRows.Holder holder(String token) {
        return slipLinks.behind(token).orElseThrow(UnknownLink::new);
    }

    /** @throws UnknownLink for a person who leads no station with a slip */
    private List<StationSlip> held(StationSlipRows.Holder holder) {
        List<StationSlip> held = rows.ledBy(holder);
        if (held.isEmpty()) {
            throw new UnknownLink();
        }
        return held;
    }
}
