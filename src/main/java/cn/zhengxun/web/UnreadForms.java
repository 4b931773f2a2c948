package cn.zhengxun.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses a form or an upload that Tomcat could not read whole (too large, too many fields, broken encoding). Tomcat itself goes on
 * with what it has, so the person would see an empty form and no word of why, or be told that a right is missing.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class UnreadForms extends OncePerRequestFilter {
    private static final String FAILED = "org.apache.catalina.parameter_parse_failed";
    private static final String REASON = "org.apache.catalina.parameter_parse_failed_reason";

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String type = String.valueOf(request.getContentType());
        boolean form = type.startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE);
        // machines' uploads are read after their sign-in, and answered by their own controllers
        boolean upload = type.startsWith(MediaType.MULTIPART_FORM_DATA_VALUE)
                && !request.getRequestURI().startsWith(request.getContextPath() + "/api/");
        return !HttpMethod.POST.matches(request.getMethod()) || !form && !upload;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        request.getParameterMap();
        if (request.getAttribute(FAILED) == null) {
            chain.doFilter(request, response);
            return;
        }
        String reason = String.valueOf(request.getAttribute(REASON));
        boolean large = reason.equals("POST_TOO_LARGE") || reason.equals("TOO_MANY_PARAMETERS");
        response.sendError((large ? HttpStatus.PAYLOAD_TOO_LARGE : HttpStatus.BAD_REQUEST).value());
    }
}
