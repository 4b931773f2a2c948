package cn.zhengxun.process;

import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.consultation.Suspension;
import cn.zhengxun.consultation.Suspensions;
import java.time.Duration;
import java.util.Date;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TimerEntity;
import org.springframework.stereotype.Component;

/**
 * The consultation goes on: what was to fire in two days when it was suspended fires two days from now, and the end of
 * collection and the due dates follow the new D.
 */
@Component("resumeClocks")
class ResumeClocks implements JavaDelegate {
    /** Fire by the calendar, not after a time that was counted. */
    private static final Set<String> BY_THE_CALENDAR = Set.of("startEvent_supervise", "startEvent_remind");

    private final Suspensions suspensions;
    private final MoveTimers timers;

    ResumeClocks(Suspensions suspensions, MoveTimers timers) {
        this.suspensions = suspensions;
        this.timers = timers;
    }

    @Override
    public void execute(DelegateExecution execution) {
        ConsultationNumber number = Variables.consultation(execution);
        Duration stood = suspensions.of(number).stream()
                .filter(suspension -> suspension.resumedAt() != null)
                .findFirst()
                .map(ResumeClocks::length)
                .orElse(Duration.ZERO);
        StoppedClocks.start(execution.getProcessInstanceId()).stream()
                .filter(TimerEntity.class::isInstance)
                .filter(timer ->
                        !BY_THE_CALENDAR.contains(timer.getJobDefinition().getActivityId()))
                .forEach(timer -> putOff(timer, stood));
        timers.execute(execution);
    }

    private static void putOff(JobEntity timer, Duration stood) {
        timer.setDuedate(Date.from(timer.getDuedate().toInstant().plus(stood)));
    }

    private static Duration length(Suspension suspension) {
        return Duration.between(suspension.suspendedAt(), suspension.resumedAt());
    }
}
