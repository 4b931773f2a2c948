package cn.zhengxun.process;

import cn.zhengxun.consultation.ConsultationNumber;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Takes the demo consultation through its process; works with the job executor running or not. */
@Component
@ConditionalOnProperty("zhengxun.demo")
class DemoSteps {
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final long PAUSE_MILLIS = 50;

    private final RepositoryService repository;
    private final RuntimeService runtime;
    private final TaskService tasks;
    private final FormService forms;
    private final ManagementService jobs;

    DemoSteps(
            RepositoryService repository,
            RuntimeService runtime,
            TaskService tasks,
            FormService forms,
            ManagementService jobs) {
        this.repository = repository;
        this.runtime = runtime;
        this.tasks = tasks;
        this.forms = forms;
        this.jobs = jobs;
    }

    /** Acts as this user, so that the demo's records name somebody. */
    void as(String user, Runnable action) {
        SecurityContextHolder.getContext()
                .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(user, null, List.of()));
        try {
            action.run();
        } finally {
            SecurityContextHolder.clearContext();
        }
    }

    ConsultationNumber start(String user, Map<String, Object> letter) {
        String definition = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(Models.CONSULTATION)
                .latestVersion()
                .singleResult()
                .getId();
        ProcessInstance instance = forms.submitStartForm(definition, letter);
        return new ConsultationNumber((String) runtime.getVariable(instance.getId(), Variables.CONSULTATION.name()));
    }

    /** Waits until the task is there and completes it. */
    void complete(ConsultationNumber number, String element, String user, Map<String, Object> form) {
        Task[] found = new Task[1];
        await(
                () -> {
                    found[0] = task(number, element);
                    return found[0] != null;
                },
                element);
        as(user, () -> {
            tasks.claim(found[0].getId(), user);
            forms.submitTaskForm(found[0].getId(), form);
        });
    }

    private Task task(ConsultationNumber number, String element) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(number.value())
                .taskDefinitionKey(element)
                .singleResult();
    }

    /** Runs what the job executor has not yet run. @throws IllegalStateException when the condition never comes true */
    void await(BooleanSupplier condition, String what) {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > until) {
                throw new IllegalStateException("demo data: waited in vain for " + what);
            }
            if (!runJobs()) {
                pause();
            }
        }
    }

    private boolean runJobs() {
        List<Job> waiting =
                jobs.createJobQuery().messages().executable().withRetriesLeft().list();
        for (Job job : waiting) {
            try {
                jobs.executeJob(job.getId());
            } catch (OptimisticLockingException taken) {
                pause(); // the job executor had it first
            } catch (ProcessEngineException gone) {
                if (jobs.createJobQuery().jobId(job.getId()).count() > 0) {
                    throw gone;
                }
            }
        }
        return !waiting.isEmpty();
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while making demo data", stopped);
        }
    }
}
