package cn.zhengxun.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.http.server.PathContainer;
import org.springframework.http.server.PathContainer.PathSegment;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

/**
 * The same routes, found sooner. Where a route has a variable in it, Spring tries all of them, some five hundred, twice
 * for each request; here those whose first segment is another word are passed over at once.
 */
class RoutesByFirstSegment extends RequestMappingHandlerMapping {
    /** Of each route, by the route's identity: to hash one costs more than to pass it over. */
    private final Map<RequestMappingInfo, Set<String>> firstSegments = new IdentityHashMap<>();

    /** The first segment of what this thread is looking up, taken from the request once and not for each route. */
    private final ThreadLocal<String> wanted = new ThreadLocal<>();

    @Override
    protected void handlerMethodsInitialized(Map<RequestMappingInfo, HandlerMethod> routes) {
        super.handlerMethodsInitialized(routes);
        routes.keySet().forEach(route -> firstSegments.put(route, firstSegments(route)));
    }

    @Override
    protected HandlerMethod lookupHandlerMethod(String path, HttpServletRequest request) throws Exception {
        wanted.set(firstSegment(
                ServletRequestPathUtils.getParsedRequestPath(request).pathWithinApplication()));
        try {
            return super.lookupHandlerMethod(path, request);
        } finally {
            wanted.remove();
        }
    }

    @Override
    protected RequestMappingInfo getMatchingMapping(RequestMappingInfo route, HttpServletRequest request) {
        Set<String> known = firstSegments.getOrDefault(route, Set.of());
        String first = wanted.get();
        return known.isEmpty() || first == null || known.contains(first)
                ? super.getMatchingMapping(route, request)
                : null;
    }

    /** Empty where one of its patterns may begin with any word. */
    private static Set<String> firstSegments(RequestMappingInfo route) {
        Set<String> all = route.getPatternValues().stream()
                .map(pattern -> firstSegment(PathContainer.parsePath(pattern)))
                .collect(Collectors.toSet());
        return all.stream().anyMatch(word -> word.isEmpty() || word.contains("{") || word.contains("*"))
                ? Set.of()
                : Set.copyOf(all);
    }

    private static String firstSegment(PathContainer path) {
        for (PathContainer.Element element : path.elements()) {
            if (element instanceof PathSegment segment) {
                return segment.valueToMatch();
            }
        }
        return "";
    }
}
