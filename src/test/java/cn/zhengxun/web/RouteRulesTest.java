package cn.zhengxun.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import cn.zhengxun.consultation.Level;
import cn.zhengxun.consultation.Status;
import cn.zhengxun.testing.OnH2;
import cn.zhengxun.testing.Rows;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMultipartHttpServletRequestBuilder;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ValueConstants;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every route of ours, asked for by everybody who may not have it. */
@OnH2
class RouteRulesTest {
    private static final Set<String> EVERYBODY =
            Set.of("staff", "director", "leader", "expert", "manager", "camunda-admin");
    private static final Pattern AUTHORITY = Pattern.compile("'([a-z-]+)'");

    private static String existing;

    @Autowired
    MockMvc mvc;

    @Autowired
    Rows rows;

    /** A refusal must come from the rule, not from a consultation that does not exist. */
    @BeforeEach
    void aConsultation() {
        if (existing == null) {
            existing = rows.consultation(Level.MUNICIPAL, Status.COLLATING).value();
        }
    }

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mapping;

    private record Route(HttpMethod method, String path, String rule, List<MethodParameter> required) {
        boolean open() {
            return rule.contains("permitAll");
        }

        boolean anyUser() {
            return rule.contains("isAuthenticated");
        }

        Set<String> allowed() {
            Set<String> authorities = new TreeSet<>();
            Matcher matcher = AUTHORITY.matcher(rule);
            while (matcher.find()) {
                authorities.add(matcher.group(1));
            }
            return authorities;
        }

        /** Path variables filled in. */
        String example() {
            return path.replaceAll("\\{(\\w+):[^/]*}", "{$1}")
                    .replaceAll("\\{number[^}]*}", existing)
                    .replaceAll("\\{[^}]+}", "1");
        }
    }

    private Stream<Route> routes() {
        return mapping.getHandlerMethods().entrySet().stream()
                .filter(entry -> entry.getValue().getBeanType().getName().startsWith("cn.zhengxun"))
                .flatMap(entry -> entry.getKey().getPatternValues().stream().flatMap(path -> {
                    Set<RequestMethod> methods =
                            entry.getKey().getMethodsCondition().getMethods();
                    return (methods.isEmpty() ? Set.of(RequestMethod.GET) : methods)
                            .stream()
                                    .map(method -> new Route(
                                            method.asHttpMethod(),
                                            path,
                                            rule(entry.getValue()),
                                            required(entry.getValue())));
                }));
    }

    private static List<MethodParameter> required(HandlerMethod handler) {
        return Stream.of(handler.getMethodParameters())
                .filter(parameter -> {
                    RequestParam rule = parameter.getParameterAnnotation(RequestParam.class);
                    return rule != null
                            && rule.required()
                            && rule.defaultValue().equals(ValueConstants.DEFAULT_NONE);
                })
                .toList();
    }

    /** The request with whatever must be there before a rule is even looked at. */
    private static AbstractMockHttpServletRequestBuilder<?> complete(Route route) {
        boolean upload = route.required().stream().anyMatch(RouteRulesTest::isFile);
        AbstractMockHttpServletRequestBuilder<?> request =
                upload ? multipart(route.method(), route.example()) : request(route.method(), route.example());
        for (MethodParameter parameter : route.required()) {
            RequestParam rule = parameter.getParameterAnnotation(RequestParam.class);
            parameter.initParameterNameDiscovery(new DefaultParameterNameDiscoverer());
            String name = rule.name().isEmpty() ? parameter.getParameterName() : rule.name();
            if (isFile(parameter)) {
                ((MockMultipartHttpServletRequestBuilder) request).file(new MockMultipartFile(name, new byte[] {1}));
            } else {
                request.param(
                        name,
                        parameter.getParameterType().isEnum()
                                ? parameter
                                        .getParameterType()
                                        .getEnumConstants()[0]
                                        .toString()
                                : "1");
            }
        }
        if (!upload && route.method() == HttpMethod.POST && route.path().startsWith("/api/")) {
            request.contentType(MediaType.APPLICATION_JSON).content("{}");
        }
        return request;
    }

    private static boolean isFile(MethodParameter parameter) {
        return MultipartFile.class.isAssignableFrom(parameter.getParameterType());
    }

    private static String rule(HandlerMethod handler) {
        PreAuthorize rule = AnnotatedElementUtils.findMergedAnnotation(handler.getMethod(), PreAuthorize.class);
        if (rule == null) {
            rule = AnnotatedElementUtils.findMergedAnnotation(handler.getBeanType(), PreAuthorize.class);
        }
        assertThat(rule).as(handler.toString()).isNotNull();
        return rule.value();
    }

    @TestFactory
    Stream<DynamicTest> a_route_refuses_every_other_role() {
        return routes().filter(route -> !route.open() && !route.anyUser())
                .map(route -> DynamicTest.dynamicTest(route.method() + " " + route.path(), () -> {
                    for (String role : EVERYBODY) {
                        if (!route.allowed().contains(role)) {
                            int status = mvc.perform(complete(route)
                                            .with(user("somebody").authorities(new SimpleGrantedAuthority(role)))
                                            .with(csrf()))
                                    .andReturn()
                                    .getResponse()
                                    .getStatus();
                            assertThat(status).as(route.path() + " " + role).isEqualTo(403);
                        }
                    }
                }));
    }

    @TestFactory
    Stream<DynamicTest> a_route_that_is_not_public_sends_a_stranger_away() {
        return routes().filter(route -> !route.open())
                .map(route -> DynamicTest.dynamicTest(route.method() + " " + route.path(), () -> {
                    int status = mvc.perform(
                                    request(route.method(), route.example()).with(csrf()))
                            .andReturn()
                            .getResponse()
                            .getStatus();
                    assertThat(status).isIn(302, 401);
                }));
    }

    @Test
    void the_public_routes_are_these_and_no_others() {
        TreeMap<String, List<HttpMethod>> open = new TreeMap<>();
        routes().filter(Route::open)
                .forEach(route -> open.merge(
                        route.path(),
                        List.of(route.method()),
                        (a, b) -> Stream.concat(a.stream(), b.stream()).toList()));
        assertThat(open.keySet())
                .allMatch(path -> path.startsWith("/i/")
                        || path.startsWith("/q/")
                        || path.equals("/q")
                        || path.startsWith("/verify")
                        || path.equals("/calendar/{key}.ics")
                        || path.equals("/login")
                        || path.equals("/error")
                        || path.equals("/dev/mailbox"));
    }
}
