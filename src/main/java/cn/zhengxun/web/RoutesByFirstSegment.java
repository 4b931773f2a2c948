package cn.zhengxun.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.springframework.http.server.PathContainer;
import org.springframework.http.server.PathContainer.PathSegment;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

/**
 * The same routes, found sooner. Where a route has a variable in it, Spring tries all of them, some five hundred, twice
 * for each request; here those whose first segment is another word are passed over at once.
 */
class RoutesByFirstSegment extends RequestMappingHandlerMapping {
    private final Map<RequestMappingInfo, Set<String>> firstSegments = new ConcurrentHashMap<>();

    @Override
    protected RequestMappingInfo getMatchingMapping(RequestMappingInfo route, HttpServletRequest request) {
        Set<String> known = firstSegments.computeIfAbsent(route, RoutesByFirstSegment::firstSegments);
        if (!known.isEmpty()
                && !known.contains(firstSegment(
                        ServletRequestPathUtils.getParsedRequestPath(request).pathWithinApplication()))) {
            return null;
        }
        return super.getMatchingMapping(route, request);
    }

    /** Empty where one of its patterns may begin with any word. */
    private static Set<String> firstSegments(RequestMappingInfo route) {
        Set<String> all = route.getPatternValues().stream()
                .map(pattern -> firstSegment(PathContainer.parsePath(pattern)))
                .collect(Collectors.toSet());
        return all.stream().anyMatch(word -> word.isEmpty() || word.contains("{") || word.contains("*"))
                ? Set.of()
                : all;
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
