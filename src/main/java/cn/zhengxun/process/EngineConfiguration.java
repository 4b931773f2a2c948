package cn.zhengxun.process;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** What of the engine differs from its defaults and has no property in application.yml. */
@Configuration(proxyBeanMethods = false)
class EngineConfiguration {

    @Bean
    @Order(0)
    ProcessEnginePlugin hardening(ApplicationContext context) {
        return new AbstractProcessEnginePlugin() {
            @Override
            public void preInit(ProcessEngineConfigurationImpl configuration) {
                configuration.setExpressionManager(new GuardedExpressions(context));
                configuration.setCustomPreCommandInterceptorsTxRequired(
                        withFirst(configuration.getCustomPreCommandInterceptorsTxRequired()));
            }
        };
    }

    private static List<CommandInterceptor> withFirst(List<CommandInterceptor> others) {
        List<CommandInterceptor> all = new ArrayList<>(List.of(
                new RuleViolationsUnwrapped(), new TaskRefusals(), new NoExpressionsInQueries(), new OnlyFormFields()));
        if (others != null) {
            all.addAll(others);
        }
        return all;
    }

    @Bean
    ProcessEnginePlugin historyWithoutWords() {
        return new AbstractProcessEnginePlugin() {
            @Override
            public void preInit(ProcessEngineConfigurationImpl configuration) {
                configuration.setEnableDefaultDbHistoryEventHandler(false);
                configuration.getCustomHistoryEventHandlers().add(new HistoryWithoutWords());
            }
        };
    }
}
