package cn.zhengxun.process;

import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.persistence.entity.SuspensionState;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.runtime.ProcessInstance;

/**
 * The jobs of a consultation and of the steps it has called, and the tasks of these steps, stopped and started in the
 * engine's running command. They are changed one by one, since the engine's own suspension of an instance works by
 * statements that collide with the dates moved in the same transaction, and since the ten-step process must go on
 * waiting for the resumption or the withdrawal.
 */
final class StoppedClocks {
    private StoppedClocks() {}

    static void stop(String consultation) {
        List<String> steps = steps(consultation);
        jobs(consultation, steps).forEach(job -> job.setSuspensionState(SuspensionState.SUSPENDED.getStateCode()));
        tasks(steps).forEach(task -> task.setSuspensionState(SuspensionState.SUSPENDED.getStateCode()));
    }

    /** @return the jobs that run again, so that their dates can be moved */
    static List<JobEntity> start(String consultation) {
        List<String> steps = steps(consultation);
        tasks(steps).forEach(task -> task.setSuspensionState(SuspensionState.ACTIVE.getStateCode()));
        List<JobEntity> stopped =
                jobs(consultation, steps).filter(JobEntity::isSuspended).toList();
        stopped.forEach(job -> job.setSuspensionState(SuspensionState.ACTIVE.getStateCode()));
        return stopped;
    }

    private static List<String> steps(String consultation) {
        return engine()
                .getProcessEngineConfiguration()
                .getRuntimeService()
                .createProcessInstanceQuery()
                .superProcessInstanceId(consultation)
                .list()
                .stream()
                .map(ProcessInstance::getId)
                .toList();
    }

    private static Stream<JobEntity> jobs(String consultation, List<String> steps) {
        return Stream.concat(Stream.of(consultation), steps.stream())
                .flatMap(instance -> engine().getJobManager().findJobsByProcessInstanceId(instance).stream());
    }

    private static Stream<TaskEntity> tasks(List<String> steps) {
        return steps.stream().flatMap(step -> engine().getTaskManager().findTasksByProcessInstanceId(step).stream());
    }

    private static CommandContext engine() {
        return Context.getCommandContext();
    }
}
