package cn.zhengxun.web;

import cn.zhengxun.consultation.Consultation;
import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.consultation.Consultations;
import cn.zhengxun.consultation.Timetables;
import cn.zhengxun.draft.Visibility;
import cn.zhengxun.identity.Users;
import cn.zhengxun.kernel.Shanghai;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.servlet.HandlerMapping;

/** What the header of every page below /consultations/{number} shows, see consultation-header.html; internal ones bear the reader's name. */
@ControllerAdvice(annotations = Controller.class)
class ConsultationHeader {
    private static final String PAGES = "/consultations/";

    private final Consultations consultations;
    private final Timetables timetables;
    private final ConsultationAccess access;
    private final Users users;
    private final Clock clock;

    ConsultationHeader(
            Consultations consultations, Timetables timetables, ConsultationAccess access, Users users, Clock clock) {
        this.consultations = consultations;
        this.timetables = timetables;
        this.access = access;
        this.users = users;
        this.clock = clock;
    }

    @ModelAttribute
    void describe(HttpServletRequest request, Authentication who, Model model) {
        String address =
                request.getRequestURI().substring(request.getContextPath().length());
        Object variables = request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
        if (who == null
                || !address.startsWith(PAGES)
                || !(variables instanceof Map<?, ?> values)
                || !(values.get("number") instanceof String number)) {
            return;
        }
        Consultation consultation = consultations.find(new ConsultationNumber(number));
        if (!access.of(who).test(consultation)) {
            throw new AccessDeniedException("the plan of " + number + " does not call on this expert");
        }
        model.addAttribute("consultation", consultation);
        if (consultation.visibility() == Visibility.INTERNAL) {
            model.addAttribute("watermark", users.nameOf(who.getName()));
        }
        model.addAttribute("tabs", Tab.of(authorities(who)));
        model.addAttribute("tab", Tab.at(rest(address)));
        addDue(consultation, model);
    }

    private void addDue(Consultation consultation, Model model) {
        if (consultation.status().closed() || consultation.suspended()) {
            return;
        }
        model.addAttribute("holidayGap", timetables.holidayGap(consultation.number()));
        timetables.due(consultation.number(), consultation.step()).ifPresent(due -> {
            model.addAttribute("due", Shanghai.minute(due));
            model.addAttribute("overdue", !clock.instant().isBefore(due));
        });
    }

    private static String rest(String address) {
        int end = address.indexOf('/', PAGES.length());
        return end < 0 ? "" : address.substring(end);
    }

    private static Set<String> authorities(Authentication who) {
        return who.getAuthorities().stream()
                .map(GrantedAuthority::getAuthority)
                .collect(Collectors.toUnmodifiableSet());
    }
}
