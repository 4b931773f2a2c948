package cn.zhengxun.process;

import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.consultation.Consultations;
import cn.zhengxun.consultation.FixedTimetable;
import cn.zhengxun.consultation.Timetables;
import java.util.Date;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngineServices;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** D was moved: every timer and due date of the consultation follows the recomputed timetable. */
@Component("moveTimers")
class MoveTimers implements JavaDelegate {
    private final Consultations consultations;
    private final Timetables timetables;

    MoveTimers(Consultations consultations, Timetables timetables) {
        this.consultations = consultations;
        this.timetables = timetables;
    }

    @Override
    public void execute(DelegateExecution execution) {
        ConsultationNumber number = Variables.consultation(execution);
        if (consultations.find(number).collectUntil() != null) {
            moveTimers(execution, timetables.fixed(number));
        }
        moveDueDates(execution.getProcessEngineServices().getTaskService(), number);
    }

    private static void moveTimers(DelegateExecution execution, FixedTimetable fixed) {
        ProcessEngineServices engine = execution.getProcessEngineServices();
        Date until = Date.from(fixed.collectUntil());
        Date chaseAt = Date.from(fixed.chaseAt());
        Map<String, Date> dates = Map.of("timer_collectUntil", until, "startEvent_chase", chaseAt);
        engine.getRuntimeService()
                .setVariables(
                        execution.getProcessInstanceId(),
                        Map.of(Variables.COLLECT_UNTIL.name(), until, Variables.CHASE_AT.name(), chaseAt));
        for (ProcessInstance collect : engine.getRuntimeService()
                .createProcessInstanceQuery()
                .superProcessInstanceId(execution.getProcessInstanceId())
                .processDefinitionKey("collect")
                .list()) {
            ManagementService jobs = engine.getManagementService();
            dates.forEach((element, date) -> jobs.createJobQuery()
                    .processInstanceId(collect.getId())
                    .activityId(element)
                    .timers()
                    .list()
                    .forEach(job -> jobs.setJobDuedate(job.getId(), date)));
        }
    }

    private void moveDueDates(TaskService tasks, ConsultationNumber number) {
        for (Task task : tasks.createTaskQuery()
                .processInstanceBusinessKey(number.value())
                .list()) {
            int step = Models.stepOf(Models.keyOf(task.getProcessDefinitionId()));
            timetables.due(number, step).ifPresent(due -> {
                task.setDueDate(Date.from(due));
                tasks.saveTask(task);
            });
        }
    }
}
