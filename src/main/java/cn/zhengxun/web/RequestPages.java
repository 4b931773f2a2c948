package cn.zhengxun.web;

import cn.zhengxun.directory.Directory;
import cn.zhengxun.directory.Informant;
import cn.zhengxun.directory.InformantId;
import cn.zhengxun.directory.InformantSearch;
import cn.zhengxun.identity.Users;
import cn.zhengxun.kernel.RuleViolation;
import cn.zhengxun.kernel.Shanghai;
import cn.zhengxun.privacy.EnterRequest;
import cn.zhengxun.privacy.FulfilRequest;
import cn.zhengxun.privacy.RecordTold;
import cn.zhengxun.privacy.RefuseRequest;
import cn.zhengxun.privacy.Request;
import cn.zhengxun.privacy.RequestKind;
import cn.zhengxun.privacy.RequestLetters;
import cn.zhengxun.privacy.RequestSearch;
import cn.zhengxun.privacy.RequestWay;
import cn.zhengxun.privacy.Requests;
import cn.zhengxun.privacy.ShowCopy;
import cn.zhengxun.privacy.Subject;
import cn.zhengxun.suggestion.SubmissionConsents;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

/** 个人信息请求: the ledger, and what staff do about each line of it. */
@Controller
@RequestMapping("/requests")
class RequestPages {
    private static final int SOON = 3;

    private final Requests requests;
    private final Directory directory;
    private final SubmissionConsents submissions;
    private final RequestLetters letters;
    private final OfficeDays days;
    private final Users users;
    private final MessageSource messages;
    private final Clock clock;

    RequestPages(
            Requests requests,
            Directory directory,
            SubmissionConsents submissions,
            RequestLetters letters,
            OfficeDays days,
            Users users,
            MessageSource messages,
            Clock clock) {
        this.requests = requests;
        this.directory = directory;
        this.submissions = submissions;
        this.letters = letters;
        this.days = days;
        this.users = users;
        this.messages = messages;
        this.clock = clock;
    }

    /** @param about a name, a receipt's number, or null where nobody is on file any more */
    record Line(Request request, String about, boolean overdue, boolean soon) {}

    @GetMapping
    @PreAuthorize("hasAnyAuthority('staff','director')")
    String list(
            @RequestParam(defaultValue = "open") String show,
            @RequestParam(required = false) RequestKind kind,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        RequestSearch search = new RequestSearch(!show.equals("all"), kind, page);
        RequestSearch.Page found = requests.search(search);
        model.addAttribute("search", search);
        model.addAttribute("found", found);
        model.addAttribute("lines", lines(found.requests()));
        model.addAttribute("kinds", RequestKind.values());
        model.addAttribute("waiting", requests.waiting());
        return "web/requests";
    }

    private List<Line> lines(List<Request> found) {
        LocalDate today = today();
        LocalDate soon = days.after(today, SOON);
        Map<Long, String> names = directory
                .informants(found.stream()
                        .map(Request::subject)
                        .filter(Objects::nonNull)
                        .map(Subject::informant)
                        .filter(Objects::nonNull)
                        .map(InformantId::new)
                        .collect(Collectors.toSet()))
                .stream()
                .collect(Collectors.toMap(one -> one.id().value(), Informant::name));
        return found.stream()
                .map(one -> new Line(
                        one,
                        about(one.subject(), names),
                        one.overdue(today),
                        one.open() && !one.dueOn().isAfter(soon)))
                .toList();
    }

    private static String about(Subject subject, Map<Long, String> names) {
        if (subject == null) {
            return null;
        }
        return subject.informant() == null ? subject.receipt() : names.get(subject.informant());
    }

    /** First whom it is about, then what is asked for. */
    @GetMapping("/new")
    @PreAuthorize("hasAuthority('staff')")
    String enter(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) Long informant,
            @RequestParam(defaultValue = "") String receipt,
            Model model) {
        return enter(q, new RequestForm(informant, receipt, null, null, today().toString(), "", "", ""), model);
    }

    private String enter(String q, RequestForm form, Model model) {
        withoutFaults(model);
        model.addAttribute("q", q);
        if (!q.isBlank()) {
            model.addAttribute(
                    "people",
                    directory
                            .search(new InformantSearch(q, null, "", true, null, 1))
                            .informants());
            model.addAttribute("stranger", submissions.ofStranger(q.strip()).orElse(null));
            model.addAttribute(
                    "stationNames",
                    directory.stations().stream()
                            .collect(Collectors.toMap(station -> station.id(), station -> station.name())));
        }
        model.addAttribute("form", form);
        model.addAttribute(
                "about",
                form.informant() == null
                        ? (form.receipt().isBlank() ? null : form.receipt())
                        : directory
                                .informant(new InformantId(form.informant()))
                                .map(Informant::name)
                                .orElse(null));
        model.addAttribute("kinds", RequestKind.values());
        model.addAttribute(
                "ways",
                Stream.of(RequestWay.values())
                        .filter(way -> way != RequestWay.SELF)
                        .toList());
        return "web/request-new";
    }

    @PostMapping("/new")
    @PreAuthorize("hasAuthority('staff')")
    String entered(
            @ModelAttribute RequestForm form, Model model, RedirectAttributes flash, HttpServletResponse response) {
        try {
            EnterRequest command = form.command();
            if (command.subject() != null && !known(command.subject())) {
                throw new RuleViolation("没有找到本人，请按姓名或者回执编号重新查找。");
            }
            return done(requests.enter(command), "privacy.done.entered", flash);
        } catch (RuleViolation refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("faults", refused.byField());
            return enter("", form, model);
        }
    }

    private boolean known(Subject subject) {
        return subject.informant() == null
                ? submissions.ofStranger(subject.receipt()).isPresent()
                : directory.informant(new InformantId(subject.informant())).isPresent();
    }

    @GetMapping("/{request}")
    @PreAuthorize("hasAnyAuthority('staff','director')")
    String detail(@PathVariable String request, Model model) {
        return detail(requests.find(request), model);
    }

    private String detail(Request request, Model model) {
        withoutFaults(model);
        model.addAttribute("one", lines(List.of(request)).get(0));
        model.addAttribute("request", request);
        model.addAttribute("today", today());
        model.addAttribute(
                "obstacle",
                request.open() && request.kind().erases()
                        ? requests.obstacle(request).orElse(null)
                        : null);
        model.addAttribute("letters", letters.told(request));
        model.addAttribute("recordedBy", name(request.recordedBy()));
        model.addAttribute("decidedBy", name(request.decidedBy()));
        return "web/request";
    }

    private static void withoutFaults(Model model) {
        if (!model.containsAttribute("faults")) {
            model.addAttribute("faults", Map.of());
        }
    }

    private String name(String actor) {
        return actor == null ? null : actor.equals("public") ? "本人" : users.nameOf(actor);
    }

    @PostMapping("/{request}/fulfilled")
    @PreAuthorize("hasAuthority('staff')")
    String fulfil(
            @PathVariable String request,
            @RequestParam(defaultValue = "") String reply,
            Model model,
            RedirectAttributes flash,
            HttpServletResponse response) {
        boolean erases = requests.find(request).kind().erases();
        return tried(request, reply, model, response, () -> {
            requests.fulfil(new FulfilRequest(request, erases && reply.isBlank() ? "删除" : reply));
            return done(request, erases ? "privacy.done.erased" : "privacy.done.fulfilled", flash);
        });
    }

    @PostMapping("/{request}/refused")
    @PreAuthorize("hasAuthority('staff')")
    String refuse(
            @PathVariable String request,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            RedirectAttributes flash,
            HttpServletResponse response) {
        return tried(request, reason, model, response, () -> {
            requests.refuse(new RefuseRequest(request, reason));
            return done(request, "privacy.done.refused", flash);
        });
    }

    @PostMapping("/{request}/told")
    @PreAuthorize("hasAuthority('staff')")
    String told(
            @PathVariable String request,
            @RequestParam(defaultValue = "") String toldOn,
            @RequestParam(defaultValue = "") String toldHow,
            Model model,
            RedirectAttributes flash,
            HttpServletResponse response) {
        model.addAttribute("toldHow", toldHow);
        return tried(request, "", model, response, () -> {
            requests.told(new RecordTold(request, RequestForm.date("toldOn", toldOn), toldHow));
            return done(request, "privacy.done.told", flash);
        });
    }

    /** To be handed to the person: the answer to the request, or a copy of everything. */
    @GetMapping("/{request}/answer")
    @PreAuthorize("hasAnyAuthority('staff','director')")
    String answer(@PathVariable String request, Model model) {
        detail(requests.find(request), model);
        return "web/request-answer";
    }

    /** Pressed and not linked: it is recorded who reads a person's data, so no preview and no reload may do it unasked. */
    @PostMapping("/{request}/copy")
    @PreAuthorize("hasAuthority('staff')")
    String copy(@PathVariable String request, Model model) {
        model.addAttribute("chapters", requests.show(new ShowCopy(request)));
        detail(requests.find(request), model);
        return "web/request-copy";
    }

    private String tried(
            String request, String typed, Model model, HttpServletResponse response, Supplier<String> attempt) {
        try {
            return attempt.get();
        } catch (RuleViolation refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("faults", refused.byField());
            model.addAttribute("typed", typed);
            return detail(requests.find(request), model);
        }
    }

    private String done(String request, String key, RedirectAttributes flash) {
        flash.addFlashAttribute("done", messages.getMessage(key, null, Locale.SIMPLIFIED_CHINESE));
        return "redirect:/requests/" + request;
    }

    private LocalDate today() {
        return Shanghai.dateOf(clock.instant());
    }
}
