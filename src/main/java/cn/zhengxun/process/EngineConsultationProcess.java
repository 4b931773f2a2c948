package cn.zhengxun.process;

import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.consultation.ConsultationProcess;
import cn.zhengxun.identity.Roles;
import cn.zhengxun.kernel.RuleViolation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.MismatchingMessageCorrelationException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** The running process of a consultation, found by its business key. */
@Component
class EngineConsultationProcess implements ConsultationProcess {
    private static final String CALL_ACTIVITY = "callActivity";
    /** How many consultations are asked for in one query. */
    private static final int AT_ONCE = 500;

    private static final List<String> CANDIDATES = List.of(Roles.STAFF, Roles.DIRECTOR, Roles.LEADER, Roles.EXPERT);

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final HistoryService history;
    private final EngineWorkflow workflow;
    private final ModelMigration migration;

    EngineConsultationProcess(
            @Lazy RuntimeService runtime,
            @Lazy TaskService tasks,
            @Lazy HistoryService history,
            EngineWorkflow workflow,
            ModelMigration migration) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.history = history;
        this.workflow = workflow;
        this.migration = migration;
    }

    @Override
    public List<OpenTask> openTasks(ConsultationNumber number) {
        return openTasks(List.of(number)).getOrDefault(number, List.of());
    }

    @Override
    public Map<ConsultationNumber, List<OpenTask>> openTasks(Collection<ConsultationNumber> numbers) {
        Map<ConsultationNumber, List<OpenTask>> open = new HashMap<>();
        List<ConsultationNumber> all = List.copyOf(numbers);
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            addOpenTasks(all.subList(from, Math.min(from + AT_ONCE, all.size())), open);
        }
        return open;
    }

    private void addOpenTasks(List<ConsultationNumber> some, Map<ConsultationNumber, List<OpenTask>> open) {
        String[] keys = some.stream().map(ConsultationNumber::value).toArray(String[]::new);
        List<Task> found = tasks.createTaskQuery()
                .processInstanceBusinessKeyIn(keys)
                .orderByTaskCreateTime()
                .asc()
                .list();
        if (found.isEmpty()) {
            return;
        }
        Map<String, String> keyByInstance = runtime
                .createProcessInstanceQuery()
                .processInstanceIds(
                        found.stream().map(Task::getProcessInstanceId).collect(Collectors.toSet()))
                .list()
                .stream()
                .collect(Collectors.toMap(ProcessInstance::getId, ProcessInstance::getBusinessKey));
        Map<String, List<String>> groups = groupsByTask(keys);
        for (Task task : found) {
            String key = keyByInstance.get(task.getProcessInstanceId());
            OpenTask one = openTask(task, groups.getOrDefault(task.getId(), List.of()));
            if (key != null
                    && (one.step() > 0
                            || Models.keyOf(task.getProcessDefinitionId()).equals(Models.CONSULTATION))) {
                open.computeIfAbsent(new ConsultationNumber(key), number -> new ArrayList<>())
                        .add(one);
            }
        }
    }

    /** Asked by group and not by task: a task that somebody completes meanwhile is missing here, but fails nothing. */
    private Map<String, List<String>> groupsByTask(String[] keys) {
        Map<String, List<String>> groups = new HashMap<>();
        for (String group : CANDIDATES) {
            tasks.createTaskQuery()
                    .processInstanceBusinessKeyIn(keys)
                    .taskCandidateGroup(group)
                    .includeAssignedTasks()
                    .list()
                    .forEach(task -> groups.computeIfAbsent(task.getId(), id -> new ArrayList<>())
                            .add(group));
        }
        return groups;
    }

    private TaskQuery tasksOf(ConsultationNumber number) {
        return tasks.createTaskQuery().processInstanceBusinessKey(number.value());
    }

    private static OpenTask openTask(Task task, List<String> groups) {
        return new OpenTask(
                task.getId(),
                task.getTaskDefinitionKey(),
                task.getName(),
                Models.stepOf(Models.keyOf(task.getProcessDefinitionId())),
                groups,
                task.getAssignee(),
                task.getCreateTime().toInstant(),
                task.getDueDate() == null ? null : task.getDueDate().toInstant());
    }

    @Override
    public List<Passage> history(ConsultationNumber number) {
        HistoricProcessInstance instance = instance(number);
        if (instance == null) {
            return List.of();
        }
        List<Passage> passages = new ArrayList<>();
        for (HistoricActivityInstance step : history.createHistoricActivityInstanceQuery()
                .processInstanceId(instance.getId())
                .activityType(CALL_ACTIVITY)
                .list()) {
            passages.add(passage(
                    step.getActivityId(),
                    step.getActivityName(),
                    Models.stepOf(step.getActivityId().substring((CALL_ACTIVITY + "_").length())),
                    step.getStartTime(),
                    step.getEndTime(),
                    null));
        }
        for (HistoricTaskInstance task : history.createHistoricTaskInstanceQuery()
                .processInstanceBusinessKey(number.value())
                .list()) {
            int step = Models.stepOf(Models.keyOf(task.getProcessDefinitionId()));
            if (step > 0) {
                passages.add(passage(
                        task.getTaskDefinitionKey(),
                        task.getName(),
                        step,
                        task.getStartTime(),
                        task.getEndTime(),
                        task.getAssignee()));
            }
        }
        passages.sort(Comparator.comparing(Passage::from).thenComparing(Passage::step));
        return passages;
    }

    private static Passage passage(String element, String name, int step, Date from, Date until, String person) {
        return new Passage(element, name, step, from.toInstant(), until == null ? null : until.toInstant(), person);
    }

    @Override
    public void closeCollectionEarly(ConsultationNumber number) {
        correlate(Models.CLOSE_EARLY, number, "征询" + number + "现在不在征集中，不能提前截止。");
    }

    @Override
    public void deadlineMoved(ConsultationNumber number) {
        correlate(Models.DEADLINE_MOVED, number, "征询" + number + "的流程已经结束，不能再调整截止时间。");
    }

    @Override
    public void suspended(ConsultationNumber number) {
        correlate(Models.SUSPENDED, number, "征询" + number + "的流程已经结束，或者登记得太早，不能暂停。");
    }

    @Override
    public void resumed(ConsultationNumber number) {
        Task task =
                tasksOf(number).taskDefinitionKey("userTask_resumeConsultation").singleResult();
        if (task == null) {
            throw new RuleViolation("征询" + number + "没有暂停，不用恢复。");
        }
        tasks.complete(task.getId());
    }

    @Override
    public void withdrawn(ConsultationNumber number) {
        correlate(Models.WITHDRAWN, number, "征询" + number + "的流程已经结束，不能再终止。");
    }

    @Override
    public void returned(ConsultationNumber number) {
        String refusal = "征询" + number + "还没有上报，或者已经归档，不能登记退回。";
        boolean receiptAwaited =
                tasksOf(number).taskDefinitionKey("userTask_recordReceipt").count() > 0;
        if (!receiptAwaited && !workflow.tenSteps(number).active().contains("callActivity_feedback")) {
            throw new RuleViolation(refusal);
        }
        correlate(Models.RETURNED, number, refusal);
    }

    @Override
    public List<ConsultationNumber> outdated() {
        return migration.outdated();
    }

    @Override
    public void migrate(ConsultationNumber number) {
        migration.migrate(number);
    }

    private void correlate(String message, ConsultationNumber number, String refusal) {
        try {
            runtime.createMessageCorrelation(message)
                    .processInstanceBusinessKey(number.value())
                    .correlateWithResult();
        } catch (MismatchingMessageCorrelationException nobodyWaits) {
            throw new RuleViolation(refusal, nobodyWaits);
        } catch (OptimisticLockingException raced) {
            throw new RuleViolation("刚才系统或者别人也在办理征询" + number + "，您的操作没有生效。请刷新页面，看看是否还要办理。", raced);
        }
    }

    /** @return the ten-step instance, running or ended; null for a consultation that no process carries */
    private HistoricProcessInstance instance(ConsultationNumber number) {
        return history.createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(number.value())
                .processDefinitionKey(Models.CONSULTATION)
                .singleResult();
    }
}
