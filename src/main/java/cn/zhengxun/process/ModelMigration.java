package cn.zhengxun.process;

import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.kernel.RuleViolation;
import java.util.List;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.migration.MigrationPlan;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Consultations that began on a released model and are still under way can finish on it, or move to the newest: every
 * element keeps its place, and what was drawn since, such as another exception, begins to wait. The step that is under
 * way stays on its own version; the next one is called in its newest anyway.
 */
@Component
class ModelMigration {
    private final RuntimeService runtime;
    private final RepositoryService repository;

    ModelMigration(@Lazy RuntimeService runtime, @Lazy RepositoryService repository) {
        this.runtime = runtime;
        this.repository = repository;
    }

    /** Those that run on an older version of the ten-step model. */
    List<ConsultationNumber> outdated() {
        String newest = newest();
        return runtime.createProcessInstanceQuery().processDefinitionKey(Models.CONSULTATION).list().stream()
                .filter(instance -> !instance.getProcessDefinitionId().equals(newest))
                .map(ProcessInstance::getBusinessKey)
                .map(ConsultationNumber::new)
                .toList();
    }

    /** On the newest version already: changes nothing. @throws RuleViolation where no process carries it */
    void migrate(ConsultationNumber number) {
        ProcessInstance instance = runtime.createProcessInstanceQuery()
                .processDefinitionKey(Models.CONSULTATION)
                .processInstanceBusinessKey(number.value())
                .singleResult();
        if (instance == null) {
            throw new RuleViolation("征询" + number + "的流程已经结束，不用换到新的流程图。");
        }
        String newest = newest();
        if (instance.getProcessDefinitionId().equals(newest)) {
            return;
        }
        MigrationPlan plan = runtime.createMigrationPlan(instance.getProcessDefinitionId(), newest)
                .mapEqualActivities()
                .updateEventTriggers()
                .build();
        runtime.newMigration(plan)
                .processInstanceIds(instance.getProcessInstanceId())
                .execute();
    }

    private String newest() {
        return repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(Models.CONSULTATION)
                .latestVersion()
                .singleResult()
                .getId();
    }
}
