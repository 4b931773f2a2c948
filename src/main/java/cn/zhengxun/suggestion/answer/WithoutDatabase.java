package cn.zhengxun.suggestion.answer;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.TransactionException;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

/**
 * What the answer page's writer sees while the database is down: nothing of the draft, which is in it, but everything that
 * was typed, in a form that can be sent again.
 */
@ControllerAdvice(assignableTypes = {PersonalLinkPages.class, OpenChannelPages.class})
@Order(Ordered.HIGHEST_PRECEDENCE)
class WithoutDatabase {
    private static final Logger LOG = LoggerFactory.getLogger(WithoutDatabase.class);

    /** The message of a database's exception may quote what was to be stored, so only its kind is logged. */
    @ExceptionHandler({DataAccessException.class, TransactionException.class})
    ModelAndView keepWhatWasTyped(Exception failed, HttpServletRequest request, HttpServletResponse response) {
        LOG.error(
                "an answer page could not reach the database: {}",
                failed.getClass().getName());
        response.setHeader(HttpHeaders.RETRY_AFTER, "60");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        ModelAndView page = new ModelAndView("suggestion/unavailable", HttpStatus.SERVICE_UNAVAILABLE);
        page.addObject("again", request.getRequestURI() + (request.getParameter("large") == null ? "" : "?large=1"));
        page.addObject("personal", request.getRequestURI().startsWith(request.getContextPath() + "/i/"));
        if (HttpMethod.POST.matches(request.getMethod())) {
            LinkedMultiValueMap<String, String> typed = new LinkedMultiValueMap<>();
            request.getParameterMap().forEach((name, values) -> typed.addAll(name, Arrays.asList(values)));
            AnswerForm form = AnswerForm.of(typed);
            page.addObject("form", form.untouched() ? null : form);
        }
        return page;
    }
}
