package cn.zhengxun.web;

import jakarta.servlet.Filter;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.autoconfigure.web.servlet.WebMvcRegistrations;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.web.PathPatternRequestMatcherBuilderFactoryBean;
import org.springframework.web.servlet.handler.HandlerMappingIntrospector;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Which of Spring MVC's parts are ours. */
@Configuration(proxyBeanMethods = false)
class Routing {
    @Bean
    WebMvcRegistrations registrations() {
        return new WebMvcRegistrations() {
            @Override
            public RequestMappingHandlerMapping getRequestMappingHandlerMapping() {
                return new RoutesByFirstSegment();
            }
        };
    }

    /** Addresses of security rules are read as Spring MVC reads those of routes, without asking it for the route. */
    @Bean
    PathPatternRequestMatcherBuilderFactoryBean pathPatterns() {
        return new PathPatternRequestMatcherBuilderFactoryBean();
    }

    /**
     * Spring Security has each route looked up once before its rules are asked, for rules that read addresses in another
     * way; none does here, see {@link #pathPatterns}.
     */
    @Bean
    static BeanPostProcessor withoutLookingUpEachRouteTwice(ApplicationContext context) {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessBeforeInitialization(Object bean, String name) {
                return bean instanceof HandlerMappingIntrospector ? new WithoutCache(context) : bean;
            }
        };
    }

    private static final class WithoutCache extends HandlerMappingIntrospector {
        WithoutCache(ApplicationContext context) {
            setApplicationContext(context);
        }

        @Override
        public Filter createCacheFilter() {
            return (request, response, rest) -> rest.doFilter(request, response);
        }
    }
}
