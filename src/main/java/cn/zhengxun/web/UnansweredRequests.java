package cn.zhengxun.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Map;
import org.springframework.boot.web.servlet.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriUtils;

/**
 * Requests that no controller answered: unknown addresses, wrong methods, refused sign-ins, faults of ours. People get
 * a page, machines problem+json, and Camunda's web applications the shape that they know.
 */
@Controller
class UnansweredRequests implements ErrorController {
    private final StatusSentences sentences;

    UnansweredRequests(StatusSentences sentences) {
        this.sentences = sentences;
    }

    @RequestMapping("${server.error.path:/error}")
    @PreAuthorize("permitAll()")
    Object answer(HttpServletRequest request) {
        HttpStatusCode status = status(request);
        String address = String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI))
                .substring(request.getContextPath().length());
        if (address.startsWith("/api") || address.startsWith("/v3/")) {
            ProblemDetail problem = sentences.problem(status);
            problem.setInstance(URI.create(UriUtils.encodePath(UriUtils.decode(address, UTF_8), UTF_8)));
            return ResponseEntity.status(status)
                    .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                    .body(problem);
        }
        if (address.startsWith("/camunda/api/")) {
            return ResponseEntity.status(status)
                    .contentType(MediaType.APPLICATION_JSON)
                    .body(Map.of("type", sentences.title(status), "message", sentences.sentence(status)));
        }
        return new ModelAndView(
                "error",
                Map.of("title", sentences.title(status), "sentence", sentences.sentence(status)),
                HttpStatus.valueOf(status.value()));
    }

    /** Whoever opens the error page itself finds nothing there. */
    private static HttpStatusCode status(HttpServletRequest request) {
        Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        HttpStatus known = code instanceof Integer number ? HttpStatus.resolve(number) : HttpStatus.NOT_FOUND;
        return known == null ? HttpStatus.INTERNAL_SERVER_ERROR : known;
    }
}
