package cn.zhengxun.process;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What an operator watches: a job whose retries are used up becomes an incident and waits for a person. */
@Configuration(proxyBeanMethods = false)
class EngineMetrics {

    @Bean
    MeterBinder incidents(RuntimeService runtime) {
        return registry -> Gauge.builder(
                        "zhengxun.process.incidents",
                        () -> runtime.createIncidentQuery().count())
                .description("jobs of consultations that failed for good")
                .register(registry);
    }
}
