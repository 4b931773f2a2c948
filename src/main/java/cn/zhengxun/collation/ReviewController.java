package cn.zhengxun.collation;

import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.consultation.Consultations;
import cn.zhengxun.consultation.Status;
import cn.zhengxun.kernel.InvalidCommand;
import cn.zhengxun.kernel.NotFound;
import cn.zhengxun.kernel.RuleViolation;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Step 7: a seated expert writes the own notes and sees nobody else's; staff, director and leader read all. */
@Controller
@RequestMapping("/consultations/{number}/review")
class ReviewController {
    private static final List<String> OFFICE = List.of("staff", "director", "leader");

    private final Reviews reviews;
    private final ReviewDesk desk;
    private final Consultations consultations;
    private final MessageSource messages;

    ReviewController(Reviews reviews, ReviewDesk desk, Consultations consultations, MessageSource messages) {
        this.reviews = reviews;
        this.desk = desk;
        this.consultations = consultations;
        this.messages = messages;
    }

    @GetMapping
    @PreAuthorize("hasAnyAuthority('expert','staff','director','leader')")
    String show(
            @PathVariable String number, @RequestParam(defaultValue = "0") int page, Authentication who, Model model) {
        ConsultationNumber consultation = new ConsultationNumber(number);
        int from = Math.max(0, page);
        consultations.find(consultation);
        Optional<ReviewRows.Seat> seat = desk.seat(consultation, who.getName());
        if (seat.isPresent()) {
            return expertPage(consultation, desk.own(consultation, seat.get().expert(), from), model);
        }
        if (who.getAuthorities().stream().noneMatch(authority -> OFFICE.contains(authority.getAuthority()))) {
            throw new AccessDeniedException("no seat in the review of " + number);
        }
        model.addAttribute("number", number);
        model.addAttribute("all", desk.all(consultation, from));
        return "collation/notes";
    }

    @PostMapping
    @PreAuthorize("hasAuthority('expert')")
    String note(
            @PathVariable String number,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam Map<String, String> parameters,
            Authentication who,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        ConsultationNumber consultation = new ConsultationNumber(number);
        ReviewRows.Seat seat = desk.seat(consultation, who.getName())
                .orElseThrow(() -> new AccessDeniedException("no seat in the review of " + number));
        ReviewDesk.Own own = desk.own(consultation, seat.expert(), Math.max(0, page));
        Map<Long, ReviewForm> typed = new LinkedHashMap<>();
        own.items().forEach(item -> typed.put(item.id(), ReviewForm.of(parameters, item.id())));
        Map<String, String> faults = ungraded(own, typed);
        List<Long> ids = new ArrayList<>();
        typed.forEach((id, form) -> {
            if (form.decided()) {
                ids.add(id);
            }
        });
        if (faults.isEmpty()) {
            try {
                NoteSuggestions command = new NoteSuggestions(
                        consultation,
                        ids.stream().map(id -> typed.get(id).note(id)).toList());
                reviews.note(command);
                redirect.addFlashAttribute("done", message("collation.review.saved", ids.size()));
                redirect.addAttribute("page", own.page());
                return "redirect:/consultations/{number}/review";
            } catch (NotFound absent) {
                throw absent;
            } catch (RuleViolation fault) {
                faults.putAll(faults(fault, ids));
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        model.addAttribute("faults", faults);
        return expertPage(
                consultation,
                new ReviewDesk.Own(own.total(), own.done(), own.page(), own.pages(), own.next(), own.items(), typed),
                model);
    }

    private Map<String, String> ungraded(ReviewDesk.Own own, Map<Long, ReviewForm> typed) {
        Map<String, String> faults = new LinkedHashMap<>();
        for (ReviewItem item : own.items()) {
            ReviewForm form = typed.get(item.id());
            if (!form.decided() && form.worded()) {
                faults.put("grade_" + item.id(), message("collation.review.fault.grade", item.number()));
            }
        }
        return faults;
    }

    /** Faults of the command name notes[i].field; the page's fields are named by the suggestion's id. */
    private static Map<String, String> faults(RuleViolation fault, List<Long> ids) {
        Map<String, String> faults = new LinkedHashMap<>();
        if (!(fault instanceof InvalidCommand invalid)) {
            faults.put("", fault.getMessage());
            return faults;
        }
        for (InvalidCommand.Fault one : invalid.faults()) {
            String field = one.field();
            if (field.matches("notes\\[\\d+]\\..+")) {
                int i = Integer.parseInt(field.substring(6, field.indexOf(']')));
                String name = field.substring(field.indexOf('.') + 1);
                faults.put(name + "_" + ids.get(i), one.sentence());
            } else {
                faults.put("", one.sentence());
            }
        }
        return faults;
    }

    private String expertPage(ConsultationNumber number, ReviewDesk.Own own, Model model) {
        Status status = consultations.find(number).status();
        model.addAttribute("number", number.value());
        model.addAttribute("own", own);
        model.addAttribute("grades", Grade.values());
        model.addAttribute("frozen", reviews.frozen(number));
        model.addAttribute("late", status != Status.REVIEWING);
        return "collation/review";
    }

    private String message(String key, Object... words) {
        return messages.getMessage(key, words, LocaleContextHolder.getLocale());
    }
}
