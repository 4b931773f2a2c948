package cn.zhengxun.process;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.regex.Pattern;
import org.camunda.bpm.webapp.impl.security.auth.ContainerBasedAuthenticationFilter;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.security.web.authentication.logout.SecurityContextLogoutHandler;
import org.springframework.web.filter.OncePerRequestFilter;

/** The two filters that join Camunda's web applications to the product's session: in, and out again. */
@Configuration(proxyBeanMethods = false)
class CamundaSingleSignOn {

    @Bean
    FilterRegistrationBean<ContainerBasedAuthenticationFilter> camundaSignIn() {
        FilterRegistrationBean<ContainerBasedAuthenticationFilter> filter =
                new FilterRegistrationBean<>(new ContainerBasedAuthenticationFilter());
        filter.setName("camunda-sign-in");
        filter.setInitParameters(Map.of("authentication-provider", SignedInUser.class.getName()));
        filter.addUrlPatterns("/camunda/app/*", "/camunda/api/*");
        filter.setOrder(0); // behind Spring Security (-100), before the web applications' own filters
        return filter;
    }

    /** Behind Camunda's CSRF filter: a logout that Camunda accepted ends the whole session. */
    @Bean
    FilterRegistrationBean<OncePerRequestFilter> camundaSignOut() {
        FilterRegistrationBean<OncePerRequestFilter> filter = new FilterRegistrationBean<>(new SignOut());
        filter.setName("camunda-sign-out");
        filter.addUrlPatterns("/camunda/api/*");
        filter.setMatchAfter(true);
        filter.setOrder(Ordered.LOWEST_PRECEDENCE);
        return filter;
    }

    private static final class SignOut extends OncePerRequestFilter {
        private static final Pattern LOGOUT = Pattern.compile(".*/auth/user/[^/]+/logout");

        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            chain.doFilter(request, response);
            if (request.getMethod().equals("POST")
                    && LOGOUT.matcher(request.getRequestURI()).matches()
                    && response.getStatus() < 300) {
                new SecurityContextLogoutHandler().logout(request, response, null);
            }
        }
    }
}
