package cn.zhengxun.outreach;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

/** What the pages without an account have in common: a wrong address says nothing. */
@ControllerAdvice(annotations = WithoutAccount.class)
class PublicPages {
    private final Guesses guesses;

    PublicPages(Guesses guesses) {
        this.guesses = guesses;
    }

    @ExceptionHandler
    ModelAndView unknown(UnknownLink unknown, HttpServletRequest request, HttpServletResponse response) {
        if (guesses.failed(request.getRemoteAddr())) {
            response.setHeader("Retry-After", Long.toString(Guesses.WINDOW.toSeconds()));
            return new ModelAndView("outreach/too-many", HttpStatus.TOO_MANY_REQUESTS);
        }
        return new ModelAndView("outreach/neutral", HttpStatus.NOT_FOUND);
    }
}
