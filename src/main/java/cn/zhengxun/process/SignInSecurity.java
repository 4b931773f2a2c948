package cn.zhengxun.process;

import jakarta.servlet.DispatcherType;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.security.servlet.PathRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.header.HeaderWriter;
import org.springframework.security.web.header.writers.ContentSecurityPolicyHeaderWriter;
import org.springframework.security.web.header.writers.DelegatingRequestMatcherHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.header.writers.StaticHeadersWriter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;
import org.springframework.security.web.util.matcher.NegatedRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * One sign-in for the product's pages and for Camunda's web applications. Three chains: the public pages, which know
 * no session; the machine interface, which knows none either; everything else behind the sign-in page.
 */
@Configuration(proxyBeanMethods = false)
@EnableMethodSecurity
class SignInSecurity {
    /** bpmn-js places its overlays by inline styles, hence style 'unsafe-inline'. */
    private static final String POLICY = "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; "
            + "img-src 'self' data:; font-src 'self' data:; frame-ancestors 'none'; form-action 'self'; base-uri 'self'; "
            + "object-src 'none'";

    /** Neither a draft nor an informant's page is ever listed by a search engine; robots.txt asks for the same. */
    private static final HeaderWriter UNLISTED = new StaticHeadersWriter("X-Robots-Tag", "noindex");

    /** On a phone that a family shares, the way back must not show what was written; a page may say otherwise itself. */
    private static final HeaderWriter KEPT_NOWHERE = new StaticHeadersWriter("Cache-Control", "no-store");

    private final PathPatternRequestMatcher.Builder path = PathPatternRequestMatcher.withDefaults();

    /** A timer for each filter of each request costs more than the request's own work, and nobody reads it. */
    @Bean
    SecurityObservationSettings noTimersOnFilters() {
        return SecurityObservationSettings.noObservations();
    }

    /**
     * Personal links, posters, certificates and calendar feeds: no session and no cookie, so no token expires under a slow
     * writer.
     */
    @Bean
    @Order(1)
    SecurityFilterChain publicChain(HttpSecurity http) throws Exception {
        http.securityMatcher("/i/**", "/q/**", "/verify/**", "/calendar/**")
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .headers(headers -> headers.addHeaderWriter(UNLISTED)
                        .addHeaderWriter(KEPT_NOWHERE)
                        .cacheControl(HeadersConfigurer.CacheControlConfig::disable)
                        .contentSecurityPolicy(policy -> policy.policyDirectives(POLICY))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER)));
        return http.build();
    }

    /** Where it is switched off, the machine interface is not there, whoever asks. */
    @Bean
    @Order(2)
    @ConditionalOnProperty(name = "zhengxun.api.enabled", havingValue = "false", matchIfMissing = true)
    SecurityFilterChain noMachineChain(HttpSecurity http) throws Exception {
        http.securityMatcher("/api", "/api/**", "/v3/**")
                .authorizeHttpRequests(requests -> requests.anyRequest().denyAll())
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .exceptionHandling(refusals -> refusals.authenticationEntryPoint(
                                (request, response, refused) -> response.sendError(HttpStatus.NOT_FOUND.value()))
                        .accessDeniedHandler(
                                (request, response, refused) -> response.sendError(HttpStatus.NOT_FOUND.value())));
        return http.build();
    }

    /** Machines sign in with every call. The interface may be switched off; the operator's figures stay. */
    @Bean
    @Order(3)
    SecurityFilterChain machineChain(HttpSecurity http) throws Exception {
        http.securityMatcher("/api", "/api/**", "/v3/**", "/actuator/prometheus")
                .authorizeHttpRequests(requests -> requests.requestMatchers("/actuator/prometheus")
                        .hasAuthority("camunda-admin")
                        .requestMatchers("/v3/**")
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .httpBasic(basic -> basic.realmName("Zhengxun"))
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable);
        return http.build();
    }

    @Bean
    @Order(4)
    SecurityFilterChain signedInChain(HttpSecurity http) throws Exception {
        RequestMatcher camunda = path.matcher("/camunda/**");
        RequestMatcher camundaApi = path.matcher("/camunda/api/**");
        http.authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(DispatcherType.ASYNC)
                        // the end of an answer that was allowed when it began, maybe by a session that is over by now
                        .permitAll()
                        .requestMatchers(PathRequest.toStaticResources().atCommonLocations())
                        .permitAll()
                        .requestMatchers(
                                "/login",
                                "/error",
                                "/icon.svg",
                                "/robots.txt",
                                "/_static/**",
                                "/actuator/health/**",
                                "/dev/**")
                        .permitAll()
                        .requestMatchers("/actuator/**")
                        .hasAuthority("camunda-admin")
                        // creates an administrator while there is none (CVE-2026-77226); Camunda's own sign-in is
                        // replaced
                        .requestMatchers("/camunda/api/admin/setup/**", "/camunda/app/*/*/setup/**")
                        .denyAll()
                        .requestMatchers("/camunda/api/*/auth/user/*/login/*")
                        .denyAll()
                        .requestMatchers("/camunda/app/cockpit/**", "/camunda/app/admin/**")
                        .hasAuthority("camunda-admin")
                        .anyRequest()
                        .authenticated())
                .formLogin(
                        form -> form.loginPage("/login").defaultSuccessUrl("/").permitAll())
                .sessionManagement(sessions ->
                        sessions.addSessionAuthenticationStrategy((authentication, request, response) -> {
                            // Camunda caches its user in the session; a second sign-in must not go on as the first user
                            if (request.getSession(false) != null) {
                                request.getSession().removeAttribute("authenticatedUser");
                            }
                        }))
                .logout(logout -> logout.logoutSuccessUrl("/login?logout"))
                // Camunda's web applications bring their own CSRF filter
                .csrf(csrf -> csrf.ignoringRequestMatchers(camundaApi))
                .exceptionHandling(exceptions -> exceptions
                        .defaultAuthenticationEntryPointFor(
                                new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED), camundaApi)
                        .defaultAuthenticationEntryPointFor(
                                new LoginUrlAuthenticationEntryPoint("/login"), AnyRequestMatcher.INSTANCE))
                .headers(headers -> headers.addHeaderWriter(UNLISTED)
                        .addHeaderWriter(new DelegatingRequestMatcherHeaderWriter(
                                new NegatedRequestMatcher(camunda), new ContentSecurityPolicyHeaderWriter(POLICY))));
        return http.build();
    }
}
