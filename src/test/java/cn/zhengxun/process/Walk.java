package cn.zhengxun.process;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengxun.consultation.ConsultationNumber;
import java.util.Arrays;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;

/** Walks a consultation through its models as people and the job executor would; fails loudly where it cannot. */
class Walk {
    private final ProcessEngine engine;
    private ConsultationNumber number;
    private Consumer<ConsultationNumber> watcher = seen -> {};

    Walk(ProcessEngine engine) {
        this.engine = engine;
    }

    /** To be told after every action, whoever acted. */
    void watch(Consumer<ConsultationNumber> watcher) {
        this.watcher = watcher;
    }

    private void acted() {
        if (number != null) {
            watcher.accept(number);
        }
    }

    /** An account in the group that its id names, unless it is there. */
    void account(String user) {
        IdentityService identity = engine.getIdentityService();
        if (identity.createUserQuery().userId(user).count() > 0) {
            return;
        }
        User account = identity.newUser(user);
        account.setEmail(user + "@example.com");
        account.setPassword("Zhengxun#2026");
        identity.saveUser(account);
        identity.createMembership(user, user.replaceAll("\\d", ""));
    }

    /** Acts as this user, in the product's and in the engine's eyes. */
    <T> T as(String user, Callable<T> action) {
        SecurityContextHolder.getContext()
                .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                        user, null, List.of(new SimpleGrantedAuthority(user.replaceAll("\\d", "")))));
        try {
            return action.call();
        } catch (RuntimeException failure) {
            throw failure;
        } catch (Exception checked) {
            throw new IllegalStateException(checked);
        } finally {
            SecurityContextHolder.clearContext();
        }
    }

    void as(String user, Runnable action) {
        as(user, () -> {
            action.run();
            return null;
        });
        acted();
    }

    ConsultationNumber start(Map<String, Object> form) {
        ProcessInstance instance = as("staff", () -> submitStart(Models.CONSULTATION, form));
        number = new ConsultationNumber(
                (String) engine.getRuntimeService().getVariable(instance.getId(), Variables.CONSULTATION.name()));
        acted();
        return number;
    }

    ProcessInstance submitStart(String key, Map<String, Object> form) {
        String definition = engine.getRepositoryService()
                .createProcessDefinitionQuery()
                .processDefinitionKey(key)
                .latestVersion()
                .singleResult()
                .getId();
        return engine.getFormService().submitStartForm(definition, form);
    }

    /** Runs the asynchronous continuations of these elements, one after the other. */
    Walk run(String... elements) {
        for (String element : elements) {
            Job job = engine.getManagementService().createJobQuery().messages().activityId(element).list().stream()
                    .filter(this::ofThisConsultation)
                    .reduce((one, another) -> {
                        throw new AssertionError("two jobs wait at " + element);
                    })
                    .orElseThrow(() -> new AssertionError("no job waits at " + element + ", but at " + waiting()));
            engine.getManagementService().executeJob(job.getId());
            acted();
        }
        return this;
    }

    /** Fires the timer of this element, whatever its date. */
    Walk fire(String element) {
        engine.getManagementService().executeJob(timer(element).getId());
        acted();
        return this;
    }

    /** The same walker for another consultation that was started before. */
    Walk of(ConsultationNumber another) {
        number = another;
        return this;
    }

    boolean suspended(String timer) {
        return timer(timer).isSuspended();
    }

    Date dateOf(String timer) {
        return timer(timer).getDuedate();
    }

    Job job(String timer) {
        return timer(timer);
    }

    boolean hasTask(String element) {
        return openTasks().contains(element);
    }

    private Job timer(String element) {
        return engine.getManagementService().createJobQuery().timers().activityId(element).list().stream()
                .filter(this::ofThisConsultation)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no timer at " + element + ", but jobs at " + waiting()));
    }

    boolean hasJobs() {
        return engine.getManagementService().createJobQuery().list().stream().anyMatch(this::ofThisConsultation);
    }

    /** The engine's own clean-up job belongs to no instance. */
    private boolean ofThisConsultation(Job job) {
        if (job.getProcessInstanceId() == null) {
            return false;
        }
        ProcessInstance instance = engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceId(job.getProcessInstanceId())
                .singleResult();
        return instance != null && number.value().equals(instance.getBusinessKey());
    }

    private List<String> waiting() {
        return engine.getManagementService().createJobQuery().list().stream()
                .filter(this::ofThisConsultation)
                .map(job -> engine.getManagementService()
                        .createJobDefinitionQuery()
                        .jobDefinitionId(job.getJobDefinitionId())
                        .singleResult()
                        .getActivityId())
                .toList();
    }

    Task task(String element) {
        List<Task> tasks = engine.getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKey(number.value())
                .list();
        return tasks.stream()
                .filter(task -> task.getTaskDefinitionKey().equals(element))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no task " + element + ", but "
                        + tasks.stream().map(Task::getTaskDefinitionKey).toList() + " and jobs at " + waiting()));
    }

    /** Completes the task as Tasklist does; form: field, value, field, value. */
    Walk complete(String element, String user, Object... form) {
        Task task = user.startsWith("expert") ? taskOf(element, user) : task(element);
        requireCandidate(task, user);
        assertThat(task.getDueDate()).as("due date of " + element).isNotNull();
        submit(task, user, form);
        return this;
    }

    /** What the person at the screen would read, since the task refuses to end. */
    String refusal(String element, String user, Object... form) {
        Task task = user.startsWith("expert") ? taskOf(element, user) : task(element);
        try {
            submit(task, user, form);
        } catch (RuntimeException refused) {
            assertThat(refused).isInstanceOf(cn.zhengxun.kernel.RuleViolation.class);
            return refused.getMessage();
        }
        throw new AssertionError(element + " was completed");
    }

    private void submit(Task task, String user, Object... form) {
        Map<String, Object> values = new HashMap<>();
        for (int i = 0; i < form.length; i += 2) {
            values.put((String) form[i], form[i + 1]);
        }
        as(user, () -> {
            if (task.getAssignee() == null) {
                engine.getTaskService().claim(task.getId(), user);
            }
            engine.getFormService().submitTaskForm(task.getId(), values);
        });
    }

    private Task taskOf(String element, String user) {
        return engine
                .getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKey(number.value())
                .taskDefinitionKey(element)
                .taskAssignee(user)
                .list()
                .stream()
                .findFirst()
                .orElseThrow(() -> new AssertionError(user + " has no task " + element));
    }

    private void requireCandidate(Task task, String user) {
        List<String> groups = engine.getTaskService().getIdentityLinksForTask(task.getId()).stream()
                .map(IdentityLink::getGroupId)
                .toList();
        String group = user.replaceAll("\\d", "");
        assertThat(groups).as("who may do " + task.getTaskDefinitionKey()).contains(group);
    }

    List<String> openTasks() {
        return engine.getTaskService().createTaskQuery().processInstanceBusinessKey(number.value()).list().stream()
                .map(Task::getTaskDefinitionKey)
                .sorted()
                .toList();
    }

    boolean ended() {
        return engine.getRuntimeService()
                        .createProcessInstanceQuery()
                        .processInstanceBusinessKey(number.value())
                        .count()
                == 0;
    }

    /** The last element that the ten-step process passed. */
    List<String> endEvents() {
        String root = engine.getHistoryService()
                .createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(number.value())
                .processDefinitionKey(Models.CONSULTATION)
                .singleResult()
                .getId();
        return engine
                .getHistoryService()
                .createHistoricActivityInstanceQuery()
                .processInstanceId(root)
                .activityType("noneEndEvent")
                .list()
                .stream()
                .map(activity -> activity.getActivityId())
                .toList();
    }

    static Map<String, Object> with(Map<String, Object> form, Object... changes) {
        Map<String, Object> changed = new HashMap<>(form);
        Object[] pairs = Arrays.copyOf(changes, changes.length);
        for (int i = 0; i < pairs.length; i += 2) {
            changed.put((String) pairs[i], pairs[i + 1]);
        }
        return changed;
    }
}
