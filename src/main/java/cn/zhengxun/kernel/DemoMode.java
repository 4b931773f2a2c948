package cn.zhengxun.kernel;

import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.util.StringUtils;

/**
 * Decides once, before any bean exists, whether this is a demonstration: on with the H2 default, off with a PostgreSQL
 * URL or the profile {@code prod}, unless {@code zhengxun.demo} says otherwise. Everybody else reads that property.
 */
public class DemoMode implements EnvironmentPostProcessor, Ordered {

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        boolean production = environment.matchesProfiles("prod");
        String said = environment.getProperty("zhengxun.demo");
        String url = environment.getProperty("spring.datasource.url", "");
        boolean demo =
                !production && (StringUtils.hasText(said) ? Boolean.parseBoolean(said) : url.startsWith("jdbc:h2:"));
        environment.getPropertySources().addFirst(new MapPropertySource("demoMode", Map.of("zhengxun.demo", demo)));
    }

    /** After the configuration files were read. */
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }
}
