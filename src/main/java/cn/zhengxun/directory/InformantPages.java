package cn.zhengxun.directory;

import cn.zhengxun.kernel.NotFound;
import cn.zhengxun.kernel.RuleViolation;
import cn.zhengxun.kernel.Shanghai;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
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

    InformantPages(Directory directory, MessageSource messages, Clock clock) {
        this.directory = directory;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping
    String list(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(required = false) Long station,
            @RequestParam(defaultValue = "") String tag,
            @RequestParam(defaultValue = "false") boolean withInactive,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        InformantSearch search =
                new InformantSearch(name, station == null ? null : new StationId(station), tag, withInactive, page);
        model.addAttribute("search", search);
        model.addAttribute("found", directory.search(search));
        model.addAttribute("stations", directory.stations());
        model.addAttribute(
                "stationNames", directory.stations().stream().collect(Collectors.toMap(Station::id, Station::name)));
        model.addAttribute("tags", directory.tags());
        model.addAttribute("today", Shanghai.dateOf(clock.instant()));
        return "directory/informants";
    }

    @GetMapping("/informants/new")
    String blank(Model model) {
        return form(null, InformantForm.blank(Shanghai.dateOf(clock.instant())), model);
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
        Informant informant = find(id);
        return form(id, InformantForm.of(informant, withFamilies(informant.tags())), model);
    }

    @PostMapping("/informants/{id}")
    String change(
            @PathVariable long id,
            @ModelAttribute("form") InformantForm form,
            Model model,
            RedirectAttributes flash,
            HttpServletResponse response) {
        find(id);
        try {
            directory.change(new ChangeInformant(new InformantId(id), form.details(), form.active()));
        } catch (RuleViolation refused) {
            return again(id, form, refused, model, response);
        }
        return done("directory.done.informant-changed", flash);
    }

    @PostMapping("/informants/{id}/deactivate")
    String deactivate(@PathVariable long id, RedirectAttributes flash) {
        directory.deactivate(new DeactivateInformant(new InformantId(id)));
        return done("directory.done.informant-deactivated", flash);
    }

    private Informant find(long id) {
        return directory.informant(new InformantId(id)).orElseThrow(() -> new NotFound("名录中没有这位信息员，请从列表中选择。"));
    }

    private Set<String> withFamilies(Set<String> names) {
        Set<String> tags = new LinkedHashSet<>();
        directory
                .tags()
                .forEach((family, members) ->
                        members.stream().filter(names::contains).forEach(name -> tags.add(family + ":" + name)));
        return tags;
    }

    private String again(
            Long id, InformantForm form, RuleViolation refused, Model model, HttpServletResponse response) {
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        model.addAttribute("faults", refused.byField());
        return form(id, form, model);
    }

    private String form(Long id, InformantForm form, Model model) {
        model.addAllAttributes(Map.of("form", form, "stations", directory.stations(), "tags", directory.tags()));
        model.addAttribute("id", id);
        return "directory/informant";
    }

    private String done(String key, RedirectAttributes flash) {
        flash.addFlashAttribute("done", messages.getMessage(key, null, Locale.SIMPLIFIED_CHINESE));
        return "redirect:/directory";
    }
}
