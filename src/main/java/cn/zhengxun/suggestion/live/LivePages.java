package cn.zhengxun.suggestion.live;

import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.consultation.Consultations;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** The stream behind the live figures of a consultation's page. */
@Controller
class LivePages {
    /** As the list of suggestions; managers get the figures alone. */
    private static final Set<String> READ_WORDS = Set.of("staff", "director", "leader");

    private final LiveCounts live;
    private final Consultations consultations;

    LivePages(LiveCounts live, Consultations consultations) {
        this.live = live;
        this.consultations = consultations;
    }

    @GetMapping("/consultations/{number}/live")
    @PreAuthorize("hasAnyAuthority('staff', 'director', 'leader', 'manager')")
    ResponseEntity<SseEmitter> watch(
            @PathVariable String number,
            @RequestHeader(name = "Last-Event-ID", required = false) String known,
            Authentication who,
            HttpServletRequest request) {
        ConsultationNumber consultation =
                consultations.find(new ConsultationNumber(number)).number();
        HttpSession session = request.getSession(false);
        return live.watch(
                        consultation,
                        who.getAuthorities().stream()
                                .map(GrantedAuthority::getAuthority)
                                .anyMatch(READ_WORDS::contains),
                        session == null ? null : session.getId(),
                        known)
                .map(emitter -> ResponseEntity.ok()
                        .contentType(MediaType.TEXT_EVENT_STREAM)
                        .header("Cache-Control", "no-store")
                        .header("X-Accel-Buffering", "no")
                        .body(emitter))
                .orElseGet(() -> ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                        .header("Retry-After", "60")
                        .build());
    }
}
