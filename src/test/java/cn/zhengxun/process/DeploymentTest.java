package cn.zhengxun.process;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengxun.Zhengxun;
import java.nio.file.Path;
import java.util.List;
import javax.script.ScriptEngineManager;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;

/** What is deployed, under which names, and that a second start on the same database deploys nothing anew. */
class DeploymentTest {

    @Test
    void a_restart_makes_no_new_version(@TempDir Path folder) {
        List<String> first;
        try (ConfigurableApplicationContext product = start(folder)) {
            RepositoryService repository = product.getBean(RepositoryService.class);
            assertThat(repository.createProcessDefinitionQuery().list())
                    .extracting(ProcessDefinition::getKey)
                    .containsExactlyInAnyOrderElementsOf(Models.ALL);
            assertThat(repository.createDecisionDefinitionQuery().count()).isEqualTo(1);
            String deployment =
                    repository.createDeploymentQuery().singleResult().getId();
            List<String> names = repository.getDeploymentResourceNames(deployment);
            assertThat(names).allMatch(name -> name.startsWith("processes/") || name.startsWith("forms/"));
            assertThat(names).filteredOn(name -> name.endsWith(".form")).hasSize(19);
            assertThat(names)
                    .contains(
                            "forms/register.html",
                            "forms/suggestion-entry.html",
                            "forms/change.html",
                            "processes/timetable.dmn");
            first = ids(repository);
        }
        try (ConfigurableApplicationContext product = start(folder)) {
            assertThat(ids(product.getBean(RepositoryService.class))).isEqualTo(first);
            settingsAreTheShippedOnes(product);
        }
    }

    private static void settingsAreTheShippedOnes(ConfigurableApplicationContext product) {
        ProcessEngineConfigurationImpl engine =
                (ProcessEngineConfigurationImpl) product.getBean(ProcessEngineConfiguration.class);
        assertThat(engine.isAuthorizationEnabled()).isTrue();
        assertThat(engine.isEnablePasswordPolicy()).isTrue();
        assertThat(engine.isCmmnEnabled()).isFalse();
        assertThat(engine.isStandaloneTasksEnabled()).isFalse();
        assertThat(engine.isEnableExceptionsAfterUnhandledBpmnError()).isTrue();
        assertThat(engine.getLoginMaxAttempts()).isEqualTo(5);
        assertThat(engine.getQueryMaxResultsLimit()).isEqualTo(2000);
        assertThat(engine.getHistoryCleanupBatchWindowStartTime()).isEqualTo("01:00");
        assertThat(engine.getHistoryTimeToLive()).isEqualTo("P365D");
        assertThat(engine.getExpressionManager()).isInstanceOf(GuardedExpressions.class);
        assertThat(new ScriptEngineManager().getEngineFactories())
                .extracting(factory -> factory.getClass().getName())
                .as("script engines: only the engine's own expression languages, which are guarded or run no code")
                .allMatch(name -> name.startsWith("org.camunda.feel.") || name.contains(".JuelScriptEngine"));
    }

    private static List<String> ids(RepositoryService repository) {
        return repository.createProcessDefinitionQuery().orderByProcessDefinitionId().asc().list().stream()
                .map(ProcessDefinition::getId)
                .toList();
    }

    private static ConfigurableApplicationContext start(Path folder) {
        SpringApplication product = new SpringApplication(Zhengxun.class);
        product.setWebApplicationType(WebApplicationType.SERVLET);
        return product.run(
                "--spring.profiles.active=test",
                "--server.port=0",
                "--camunda.bpm.process-engine-name=deployment",
                "--spring.datasource.url=jdbc:h2:file:" + folder.resolve("zhengxun") + ";DB_CLOSE_ON_EXIT=FALSE");
    }
}
