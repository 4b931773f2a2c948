package bench;

import java.util.stream.IntStream;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.autoconfigure.AutoConfigurationExcludeFilter;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.event.EventListener;
import java.util.Map;

/**
 * Yardstick (b): Camunda 7.24 as it ships, with its REST interface: one instance whose user task is a parallel
 * multi-instance over 1,000 informants, as one draws it who follows the manual. Each completes their own task with two
 * texts as variables.
 */
@SpringBootApplication
@ComponentScan(excludeFilters = @ComponentScan.Filter(type = FilterType.ASSIGNABLE_TYPE, classes = BareEndpoint.class))
public class StockCamunda {
    private final RepositoryService models;
    private final RuntimeService running;

    StockCamunda(RepositoryService models, RuntimeService running) {
        this.models = models;
        this.running = running;
    }

    public static void main(String[] arguments) {
        SpringApplication.run(StockCamunda.class, arguments);
    }

    @EventListener(ApplicationReadyEvent.class)
    void ask() {
        models.createDeployment()
                .addModelInstance(
                        "collect.bpmn",
                        Bpmn.createExecutableProcess("collect")
                                .camundaHistoryTimeToLive(30)
                                .startEvent()
                                .userTask("give")
                                .camundaAssignee("${informant}")
                                .multiInstance()
                                .parallel()
                                .camundaCollection("informants")
                                .camundaElementVariable("informant")
                                .multiInstanceDone()
                                .endEvent()
                                .done())
                .deploy();
        running.startProcessInstanceByKey(
                "collect",
                Map.of("informants", new java.util.ArrayList<>(IntStream.range(0, 1000).mapToObj(n -> "informant" + n).toList())));
    }
}
