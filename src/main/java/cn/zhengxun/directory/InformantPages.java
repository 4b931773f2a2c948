package cn.zhengxun.directory;

import cn.zhengxun.kernel.RuleViolation;
import cn.zhengxun.kernel.Shanghai;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The list of informants and the form for one of them. */
@Controller
@RequestMapping("/directory")
@PreAuthorize("hasAuthority('staff')")
class InformantPages {
    private final Directory directory;
    private final MessageSource messages;
    private final Clock clock;
    private final InformantRecords records;
    private final PersonPage page;

    InformantPages(
            Directory directory, MessageSource messages, Clock clock, InformantRecords records, PersonPage page) {
        this.directory = directory;
        this.messages = messages;
        this.clock = clock;
        this.records = records;
        this.page = page;
    }

    @GetMapping
    String list(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(required = false) Long station,
            @RequestParam(defaultValue = "") String tag,
            @RequestParam(defaultValue = "false") boolean withInactive,
            @RequestParam(required = false) InformantSearch.State state,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        return list(
                new InformantSearch(
                        name, station == null ? null : new StationId(station), tag, withInactive, state, page),
                model);
    }

    /** Several people stay on: back to the list that was open, with the boxes still ticked where the office must look again. */
    @PostMapping("/renew")
    String renew(
            @RequestParam(defaultValue = "") Set<Long> informant,
            @RequestParam(defaultValue = "") String until,
            @RequestParam(required = false) InformantSearch.State state,
            Model model,
            RedirectAttributes flash,
            HttpServletResponse response) {
        try {
            records.renew(new RenewTerms(
                    informant.stream().map(InformantId::new).collect(Collectors.toSet()),
                    InformantForm.date("until", until)));
        } catch (RuleViolation refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("faults", refused.byField());
            model.addAttribute("ticked", informant);
            model.addAttribute("until", until);
            return list(new InformantSearch("", null, "", false, state, 1), model);
        }
        flash.addFlashAttribute(
                "done",
                messages.getMessage(
                        "directory.done.renewed", new Object[] {informant.size(), until}, Locale.SIMPLIFIED_CHINESE));
        return "redirect:/directory";
    }

    private String list(InformantSearch search, Model model) {
        model.addAttribute("search", search);
        model.addAttribute("found", directory.search(search));
        model.addAttribute("stations", directory.stations());
        model.addAttribute(
                "stationNames", directory.stations().stream().collect(Collectors.toMap(Station::id, Station::name)));
        model.addAttribute("tags", directory.tags());
        LocalDate today = Shanghai.dateOf(clock.instant());
        model.addAttribute("today", today);
        model.addAttribute("soon", today.plusDays(InformantSearch.SOON_DAYS));
        model.addAttribute("states", InformantSearch.State.values());
        return "directory/informants";
    }

    @GetMapping("/informants/new")
    String blank(Model model) {
        return page.show(null, InformantForm.blank(Shanghai.dateOf(clock.instant())), model);
    }

    @PostMapping("/informants/new")
    String add(
            @ModelAttribute("form") InformantForm form,
            Model model,
            RedirectAttributes flash,
            HttpServletResponse response) {
        try {
            directory.add(new AddInformant(form.details()));
        } catch (RuleViolation refused) {
            return again(null, form, refused, model, response);
        }
        return done("directory.done.informant-added", flash);
    }

    @GetMapping("/informants/{id}")
    String edit(@PathVariable long id, Model model) {
        return page.show(id, model);
    }

    @PostMapping("/informants/{id}")
    String change(
            @PathVariable long id,
            @ModelAttribute("form") InformantForm form,
            Model model,
            RedirectAttributes flash,
            HttpServletResponse response) {
        page.find(id);
        try {
            directory.change(new ChangeInformant(new InformantId(id), form.details(), form.active()));
        } catch (RuleViolation refused) {
            return again(id, form, refused, model, response);
        }
        flash.addFlashAttribute(
                "done", messages.getMessage("directory.done.informant-changed", null, Locale.SIMPLIFIED_CHINESE));
        return "redirect:/directory/informants/" + id;
    }

    @PostMapping("/informants/{id}/deactivate")
    String deactivate(@PathVariable long id, RedirectAttributes flash) {
        directory.deactivate(new DeactivateInformant(new InformantId(id)));
        return done("directory.done.informant-deactivated", flash);
    }

    private String again(
            Long id, InformantForm form, RuleViolation refused, Model model, HttpServletResponse response) {
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        model.addAttribute("faults", refused.byField());
        return page.show(id, form, model);
    }

    private String done(String key, RedirectAttributes flash) {
        flash.addFlashAttribute("done", messages.getMessage(key, null, Locale.SIMPLIFIED_CHINESE));
        return "redirect:/directory";
    }
}
