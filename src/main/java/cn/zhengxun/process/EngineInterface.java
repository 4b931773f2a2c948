package cn.zhengxun.process;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRegistration;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.camunda.bpm.webapp.impl.engine.EngineRestApplication;
import org.glassfish.jersey.servlet.ServletContainer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.web.servlet.ServletContextInitializer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** How Camunda's interface, which Tasklist talks to, answers what people did wrong. */
@Configuration(proxyBeanMethods = false)
class EngineInterface {
    /** A file of 10 MB in base64, and the other fields; a little above that Jackson gives up in English. */
    private static final long MOST_BYTES = 15L * 1024 * 1024;

    /**
     * Registers the servlet of the interface as Camunda's starter does, with one provider more. The starter leaves alone
     * what it finds registered.
     */
    @Component
    @Order(Ordered.HIGHEST_PRECEDENCE)
    static class WithBrokenRules implements ServletContextInitializer {
        @Override
        public void onStartup(ServletContext context) {
            ServletRegistration engine = context.addServlet("Engine Api", ServletContainer.class);
            engine.addMapping("/camunda/api/engine/*");
            engine.setInitParameter("jakarta.ws.rs.Application", EngineRestApplication.class.getName());
            engine.setInitParameter("jersey.config.server.provider.classnames", BrokenRuleAnswer.class.getName());
        }
    }

    @Bean
    FilterRegistrationBean<OncePerRequestFilter> largeUploadsRefused() {
        FilterRegistrationBean<OncePerRequestFilter> filter = new FilterRegistrationBean<>(new OncePerRequestFilter() {
            @Override
            protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                    throws ServletException, IOException {
                if (request.getContentLengthLong() > MOST_BYTES) {
                    response.sendError(HttpStatus.PAYLOAD_TOO_LARGE.value());
                } else {
                    chain.doFilter(request, response);
                }
            }
        });
        filter.addUrlPatterns("/camunda/api/*");
        return filter;
    }
}
