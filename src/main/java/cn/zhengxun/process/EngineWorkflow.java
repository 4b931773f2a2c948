package cn.zhengxun.process;

import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.consultation.Workflow;
import cn.zhengxun.kernel.NotFound;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.runtime.ActivityInstance;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Reads where a consultation stands from the engine's instances, never from the domain, so that the screen says what the engine does. */
@Component
class EngineWorkflow implements Workflow {
    static final String CALL_ACTIVITY = "callActivity_";

    private final RuntimeService runtime;
    private final HistoryService history;
    private final RepositoryService repository;

    EngineWorkflow(@Lazy RuntimeService runtime, @Lazy HistoryService history, @Lazy RepositoryService repository) {
        this.runtime = runtime;
        this.history = history;
        this.repository = repository;
    }

    @Override
    public Picture tenSteps(ConsultationNumber number) {
        HistoricProcessInstance instance = instance(number);
        if (instance == null) {
            return new Picture(
                    Models.CONSULTATION,
                    null,
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    Map.of(),
                    Map.of());
        }
        List<HistoricActivityInstance> passed = passed(instance.getId());
        Tokens tokens = tokens(instance, passed);
        Map<Integer, StepState> steps =
                StepsTaken.of(tokens, passed, StepsAhead.in(model(instance.getProcessDefinitionId())));
        return picture(instance, tokens, passed, steps);
    }

    @Override
    public Optional<Picture> inside(ConsultationNumber number, int step) {
        return called(number, step).map(instance -> {
            List<HistoricActivityInstance> passed = passed(instance.getId());
            return picture(instance, tokens(instance, passed), passed, Map.of());
        });
    }

    private static Picture picture(
            HistoricProcessInstance instance,
            Tokens tokens,
            List<HistoricActivityInstance> passed,
            Map<Integer, StepState> steps) {
        Set<String> here = new TreeSet<>(tokens.active());
        here.addAll(tokens.preparing());
        List<String> done = passed.stream()
                .filter(one -> one.getEndTime() != null && !one.isCanceled())
                .map(HistoricActivityInstance::getActivityId)
                .filter(id -> !here.contains(id))
                .distinct()
                .toList();
        return new Picture(
                instance.getProcessDefinitionKey(),
                instance.getProcessDefinitionId(),
                List.copyOf(tokens.active()),
                List.copyOf(tokens.preparing()),
                done,
                List.copyOf(tokens.failed()),
                List.copyOf(tokens.exceptions()),
                steps,
                begun(passed));
    }

    private static Map<Integer, String> begun(List<HistoricActivityInstance> passed) {
        return passed.stream()
                .filter(one -> one.getCalledProcessInstanceId() != null)
                .map(HistoricActivityInstance::getActivityId)
                .distinct()
                .collect(Collectors.toMap(EngineWorkflow::stepOf, element -> element));
    }

    @Override
    public List<Reached> reached(ConsultationNumber number, int step) {
        return called(number, step)
                .map(instance -> passed(instance.getId()).stream()
                        .filter(one -> one.getActivityName() != null)
                        .filter(one -> !one.getActivityType().endsWith("Gateway"))
                        .map(one -> new Reached(
                                one.getActivityId(),
                                one.getActivityName(),
                                one.getStartTime().toInstant(),
                                one.getEndTime() == null
                                        ? null
                                        : one.getEndTime().toInstant(),
                                one.getAssignee()))
                        .toList())
                .orElse(List.of());
    }

    @Override
    public List<Upcoming> next(ConsultationNumber number) {
        HistoricProcessInstance instance = instance(number);
        if (instance == null || instance.getEndTime() != null) {
            return List.of();
        }
        List<Upcoming> next = new ArrayList<>();
        StepsAhead outer = StepsAhead.in(model(instance.getProcessDefinitionId()));
        Tokens tokens = tokens(instance, passed(instance.getId()));
        for (String element : tokens.active()) {
            int step = stepOf(element);
            if (step > 0) {
                addInside(number, step, next);
            }
        }
        for (String element : tokens.everywhere()) {
            if (stepOf(element) > 0 || tokens.leaving().contains(element)) {
                outer.stepsAfter(element).forEach(next::add);
            }
        }
        return next.stream()
                .distinct()
                .filter(one -> one.name() != null || !tokens.everywhere().contains(callActivity(one.step())))
                .toList();
    }

    private void addInside(ConsultationNumber number, int step, List<Upcoming> next) {
        called(number, step).filter(called -> called.getEndTime() == null).ifPresent(called -> {
            StepsAhead inner = StepsAhead.in(model(called.getProcessDefinitionId()));
            tokens(called, passed(called.getId()))
                    .everywhere()
                    .forEach(element -> next.addAll(inner.tasksAfter(element, step)));
        });
    }

    @Override
    public String drawing(String definitionId) {
        if (definitionId == null) {
            throw new NotFound("这件征询没有流程图。");
        }
        try (InputStream model = repository.getProcessModel(definitionId)) {
            return new String(model.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private BpmnModelInstance model(String definitionId) {
        return repository.getBpmnModelInstance(definitionId);
    }

    /** In the order they began. */
    private List<HistoricActivityInstance> passed(String instance) {
        return history
                .createHistoricActivityInstanceQuery()
                .processInstanceId(instance)
                .orderPartiallyByOccurrence()
                .asc()
                .list()
                .stream()
                .sorted(Comparator.comparing(HistoricActivityInstance::getStartTime))
                .toList();
    }

    private Tokens tokens(HistoricProcessInstance instance, List<HistoricActivityInstance> passed) {
        ActivityInstance tree = instance.getEndTime() == null ? runtime.getActivityInstance(instance.getId()) : null;
        return tree == null ? Tokens.NONE : Tokens.of(tree, passed, model(instance.getProcessDefinitionId()));
    }

    /** The instance that the step's call activity called last; empty while it called none. */
    private Optional<HistoricProcessInstance> called(ConsultationNumber number, int step) {
        HistoricProcessInstance ten = instance(number);
        if (ten == null || step < 1 || step > Models.STEPS.size()) {
            return Optional.empty();
        }
        return passed(ten.getId()).stream()
                .filter(one -> one.getActivityId().equals(callActivity(step)))
                .map(HistoricActivityInstance::getCalledProcessInstanceId)
                .filter(id -> id != null)
                .reduce((earlier, later) -> later)
                .map(id -> history.createHistoricProcessInstanceQuery()
                        .processInstanceId(id)
                        .singleResult());
    }

    private HistoricProcessInstance instance(ConsultationNumber number) {
        return history.createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(number.value())
                .processDefinitionKey(Models.CONSULTATION)
                .singleResult();
    }

    static String callActivity(int step) {
        return CALL_ACTIVITY + Models.STEPS.get(step - 1);
    }

    /** @return 1–10 for a step's call activity; 0 for any other element */
    static int stepOf(String element) {
        return element.startsWith(CALL_ACTIVITY) ? Models.stepOf(element.substring(CALL_ACTIVITY.length())) : 0;
    }
}
