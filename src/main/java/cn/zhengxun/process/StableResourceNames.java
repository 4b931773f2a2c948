package cn.zhengxun.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.spring.boot.starter.configuration.CamundaDeploymentConfiguration;
import org.camunda.bpm.spring.boot.starter.configuration.impl.DefaultDeploymentConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ContextResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.UrlResource;

/** Deploys the models under the same names from a folder and from a jar, so that a change of start makes no new version. */
@Configuration(proxyBeanMethods = false)
class StableResourceNames {

    @Bean
    CamundaDeploymentConfiguration camundaDeploymentConfiguration() {
        return new DefaultDeploymentConfiguration() {
            @Override
            public Set<Resource> getDeploymentResources() {
                return super.getDeploymentResources().stream().map(Named::new).collect(Collectors.toSet());
            }
        };
    }

    /** The engine takes a context resource's own path as its name: here the path from processes/ or forms/ on. */
    private static final class Named extends UrlResource implements ContextResource {

        Named(Resource resource) {
            super(urlOf(resource));
        }

        private static URL urlOf(Resource resource) {
            try {
                return resource.getURL();
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }

        @Override
        public String getPathWithinContext() {
            String url = getURL().toString();
            return url.substring(Math.max(url.lastIndexOf("/processes/"), url.lastIndexOf("/forms/")) + 1);
        }
    }
}
