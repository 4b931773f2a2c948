package cn.zhengxun.directory;

import cn.zhengxun.kernel.NotFound;
import cn.zhengxun.kernel.RuleViolation;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
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

/** The list of stations and the form for one of them. */
@Controller
@RequestMapping("/directory/stations")
@PreAuthorize("hasAuthority('staff')")
class StationPages {
    private static final List<String> KINDS = List.of("立法议事小院", "立法联络站", "征询单位");
    private final Directory directory;
    private final MessageSource messages;

    StationPages(Directory directory, MessageSource messages) {
        this.directory = directory;
        this.messages = messages;
    }

    @GetMapping
    String list(Model model) {
        List<Station> stations = directory.stations();
        model.addAttribute("stations", stations);
        model.addAttribute(
                "names",
                directory
                        .informants(stations.stream()
                                .map(Station::coordinator)
                                .filter(java.util.Objects::nonNull)
                                .toList())
                        .stream()
                        .collect(Collectors.toMap(Informant::id, Informant::name)));
        model.addAttribute("members", directory.members());
        return "directory/stations";
    }

    @GetMapping("/new")
    String blank(@RequestParam(defaultValue = "") String q, Model model) {
        return form(null, StationForm.blank(), q, model);
    }

    @PostMapping("/new")
    String add(
            @ModelAttribute("form") StationForm form,
            Model model,
            RedirectAttributes flash,
            HttpServletResponse response) {
        try {
            directory.add(new AddStation(form.name(), form.kind(), form.address(), form.coordinatorId()));
        } catch (RuleViolation refused) {
            return again(null, form, refused, model, response);
        }
        return done("directory.done.station-added", flash);
    }

    @GetMapping("/{id}")
    String edit(@PathVariable long id, @RequestParam(defaultValue = "") String q, Model model) {
        return form(id, StationForm.of(find(id)), q, model);
    }

    @PostMapping("/{id}")
    String change(
            @PathVariable long id,
            @ModelAttribute("form") StationForm form,
            Model model,
            RedirectAttributes flash,
            HttpServletResponse response) {
        find(id);
        try {
            directory.change(new ChangeStation(
                    new StationId(id), form.name(), form.kind(), form.address(), form.coordinatorId(), form.active()));
        } catch (RuleViolation refused) {
            return again(id, form, refused, model, response);
        }
        return done("directory.done.station-changed", flash);
    }

    private Station find(long id) {
        return directory.station(new StationId(id)).orElseThrow(() -> new NotFound("名录中没有这个站点，请从列表中选择。"));
    }

    private String again(Long id, StationForm form, RuleViolation refused, Model model, HttpServletResponse response) {
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        model.addAttribute("faults", refused.byField());
        return form(id, form, "", model);
    }

    /** @param q part of the name of who is to lead the station; the list is too long to show everybody */
    private String form(Long id, StationForm form, String q, Model model) {
        model.addAttribute("id", id);
        model.addAttribute("form", form);
        model.addAttribute("kinds", KINDS);
        model.addAttribute("q", q);
        model.addAttribute(
                "informants", directory.coordinators(id == null ? null : new StationId(id), form.coordinatorId(), q));
        return "directory/station";
    }

    private String done(String key, RedirectAttributes flash) {
        flash.addFlashAttribute("done", messages.getMessage(key, null, Locale.SIMPLIFIED_CHINESE));
        return "redirect:/directory/stations";
    }
}
