package cn.zhengxun.outreach;

import cn.zhengxun.consultation.Consultation;
import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.consultation.Consultations;
import cn.zhengxun.directory.Directory;
import cn.zhengxun.directory.InformantId;
import cn.zhengxun.directory.Station;
import cn.zhengxun.directory.StationId;
import cn.zhengxun.draft.Visibility;
import cn.zhengxun.kernel.NotFound;
import cn.zhengxun.kernel.RuleViolation;
import cn.zhengxun.outreach.audience.AdjustAudience;
import cn.zhengxun.outreach.audience.AudienceForm;
import cn.zhengxun.outreach.audience.AudienceGroups;
import cn.zhengxun.outreach.audience.Audiences;
import cn.zhengxun.outreach.audience.ListSearch;
import cn.zhengxun.outreach.audience.ProposeAudience;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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

/** Step 3's workbench: who is asked and why, how far each invitation got, and the open channels. */
@Controller
@RequestMapping("/consultations/{number}/audience")
class AudiencePages {
    private static final ListSearch FIRST = new ListSearch(true, "", "", 1);

    private final Audiences audiences;
    private final AudienceGroups groups;
    private final AudienceReader reader;
    private final Invitations invitations;
    private final Consultations consultations;
    private final Directory directory;
    private final Links links;
    private final MessageSource messages;

    AudiencePages(
            Audiences audiences,
            AudienceGroups groups,
            AudienceReader reader,
            Invitations invitations,
            Consultations consultations,
            Directory directory,
            Links links,
            MessageSource messages) {
        this.audiences = audiences;
        this.groups = groups;
        this.reader = reader;
        this.invitations = invitations;
        this.consultations = consultations;
        this.directory = directory;
        this.links = links;
        this.messages = messages;
    }

    /**
     * With the parameter expression: what it would give, before anything is saved.
     *
     * @param act build makes the expression from the rows; more asks for further rows; otherwise the expression counts as typed
     */
    @GetMapping
    @PreAuthorize("hasAnyAuthority('staff','director')")
    String page(
            @PathVariable String number,
            @RequestParam(required = false) String expression,
            @RequestParam(defaultValue = "") String act,
            @RequestParam(defaultValue = "false") boolean any,
            @RequestParam(defaultValue = "") List<String> sign,
            @RequestParam(defaultValue = "") List<String> term,
            @RequestParam(defaultValue = "true") boolean included,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "1") int page,
            Model model,
            HttpServletResponse response) {
        AudienceForm form = AudienceForm.of(any, sign, term, act.equals("more") ? 2 : 0);
        model.addAttribute("form", form);
        String wanted = act.equals("build") ? form.expression() : expression;
        if (wanted != null) {
            model.addAttribute("expression", wanted);
            try {
                model.addAttribute("outlook", audiences.outlook(wanted));
            } catch (RuleViolation unreadable) {
                refuse(unreadable, "expression", model, response);
            }
        }
        return page(new ConsultationNumber(number), new ListSearch(included, reason, name, page), model);
    }

    @PostMapping("/proposal")
    @PreAuthorize("hasAuthority('staff')")
    String propose(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String expression,
            Model model,
            RedirectAttributes flash,
            HttpServletResponse response) {
        ConsultationNumber consultation = new ConsultationNumber(number);
        try {
            audiences.propose(new ProposeAudience(existing(consultation), expression));
        } catch (NotFound unknown) {
            throw unknown;
        } catch (RuleViolation refused) {
            model.addAttribute("expression", expression);
            refuse(refused, "expression", model, response);
            return page(consultation, FIRST, model);
        }
        return done(number, "outreach.done.proposed", flash);
    }

    @PostMapping("/members/{informant}")
    @PreAuthorize("hasAuthority('staff')")
    String adjust(
            @PathVariable String number,
            @PathVariable long informant,
            @RequestParam(defaultValue = "false") boolean included,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            RedirectAttributes flash,
            HttpServletResponse response) {
        ConsultationNumber consultation = new ConsultationNumber(number);
        try {
            audiences.adjust(new AdjustAudience(consultation, new InformantId(informant), included, reason));
        } catch (NotFound unknown) {
            throw unknown;
        } catch (RuleViolation refused) {
            refuse(refused, "", model, response);
            model.addAttribute("adjusting", informant);
            model.addAttribute("typedReason", reason);
            return page(consultation, new ListSearch(!included, "", "", 1), model);
        }
        return done(number, "outreach.done.adjusted", flash);
    }

    @PostMapping("/channels")
    @PreAuthorize("hasAuthority('staff')")
    String openChannel(
            @PathVariable String number,
            @RequestParam(required = false) Long station,
            Model model,
            RedirectAttributes flash,
            HttpServletResponse response) {
        ConsultationNumber consultation = new ConsultationNumber(number);
        StationId of = station == null ? null : new StationId(station);
        try {
            boolean opened = invitations.channels(consultation).stream()
                    .anyMatch(channel -> java.util.Objects.equals(channel.station(), of));
            if (!opened) {
                invitations.openChannel(consultation, of, OpenChannel.freshCode());
            }
        } catch (NotFound unknown) {
            throw unknown;
        } catch (RuleViolation refused) {
            refuse(refused, "", model, response);
            return page(consultation, FIRST, model);
        }
        return done(number, "outreach.done.channel", flash);
    }

    private ConsultationNumber existing(ConsultationNumber number) {
        return consultations.find(number).number();
    }

    /** @param field where a sentence without a field of its own belongs */
    static void refuse(RuleViolation refused, String field, Model model, HttpServletResponse response) {
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        Map<String, String> faults = refused.byField().entrySet().stream()
                .collect(Collectors.toMap(
                        fault -> fault.getKey().isEmpty() ? field : fault.getKey(), Map.Entry::getValue));
        model.addAttribute("faults", faults);
    }

    private String page(ConsultationNumber number, ListSearch search, Model model) {
        Consultation consultation = consultations.find(number);
        AudienceView view = reader.read(number, search);
        List<Station> stations = directory.stations();
        model.addAttribute("number", number.value());
        model.addAttribute("view", view);
        if (!model.containsAttribute("expression")) {
            model.addAttribute(
                    "expression", view.audience() == null ? "" : view.audience().expression());
        }
        if (!model.containsAttribute("form")) {
            model.addAttribute("form", AudienceForm.of(false, List.of(), List.of(), 0));
        }
        model.addAttribute("choices", AudienceForm.choices(directory.tags(), stations));
        model.addAttribute("groups", groups.all());
        model.addAttribute("stations", stations);
        model.addAttribute("stationNames", stations.stream().collect(Collectors.toMap(Station::id, Station::name)));
        model.addAttribute("open", consultation.visibility() == Visibility.PUBLIC);
        model.addAttribute("channels", invitations.channels(number));
        model.addAttribute("links", links);
        return "outreach/audience";
    }

    private String done(String number, String key, RedirectAttributes flash) {
        flash.addFlashAttribute("done", messages.getMessage(key, null, Locale.SIMPLIFIED_CHINESE));
        flash.addAttribute("number", number);
        return "redirect:/consultations/{number}/audience";
    }
}
