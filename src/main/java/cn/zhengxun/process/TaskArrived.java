package cn.zhengxun.process;

import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.consultation.Timetables;
import cn.zhengxun.identity.Roles;
import cn.zhengxun.identity.UserAccount;
import cn.zhengxun.identity.Users;
import cn.zhengxun.kernel.Shanghai;
import cn.zhengxun.outreach.Campaigns;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Date;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.task.IdentityLink;
import org.springframework.stereotype.Component;

/** A task has reached somebody: it gets the step's due date, and those who do not live in Tasklist get a mail. */
@Component("taskArrived")
class TaskArrived implements TaskListener {
    /** Staff work in Tasklist all day; a mail for each of their tasks would only bury the others. */
    private static final Set<String> TOLD_BY_MAIL = Set.of(Roles.DIRECTOR, Roles.LEADER, Roles.EXPERT);

    private static final int HALF_A_YEAR = 182;

    private final Timetables timetables;
    private final Campaigns campaigns;
    private final Users users;
    private final Clock clock;

    TaskArrived(Timetables timetables, Campaigns campaigns, Users users, Clock clock) {
        this.timetables = timetables;
        this.campaigns = campaigns;
        this.users = users;
        this.clock = clock;
    }

    @Override
    public void notify(DelegateTask task) {
        ConsultationNumber number = Variables.consultation(task);
        task.setDueDate(Date.from(due(number, Models.keyOf(task.getProcessDefinitionId()))));
        Set<String> people = addressees(task);
        if (!people.isEmpty()) {
            campaigns.taskArrived(number, people, task.getName(), task.getTaskDefinitionKey(), arrivals(task, number));
        }
    }

    /** A receipt is due the same day; where the timetable sets no date, as for a suspended consultation, half a year. */
    private Instant due(ConsultationNumber number, String process) {
        int step = Models.stepOf(process);
        if (process.equals(Models.SUGGESTION_ENTRY)) {
            return Shanghai.at(Shanghai.dateOf(clock.instant()), LocalTime.of(17, 30));
        }
        return timetables
                .due(number, step)
                .orElseGet(() ->
                        Shanghai.at(Shanghai.dateOf(clock.instant()).plusDays(HALF_A_YEAR), LocalTime.of(17, 30)));
    }

    private Set<String> addressees(DelegateTask task) {
        if (task.getAssignee() != null) {
            return users.find(task.getAssignee())
                    .filter(user -> user.roles().stream().anyMatch(TOLD_BY_MAIL::contains))
                    .map(UserAccount::id)
                    .map(Set::of)
                    .orElse(Set.of());
        }
        return task.getCandidates().stream()
                .map(IdentityLink::getGroupId)
                .filter(TOLD_BY_MAIL::contains)
                .flatMap(group -> users.in(group).stream())
                .map(UserAccount::id)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** A returned task arrives again and is told again. */
    private static int arrivals(DelegateTask task, ConsultationNumber number) {
        return 1
                + (int) task.getProcessEngineServices()
                        .getHistoryService()
                        .createHistoricTaskInstanceQuery()
                        .processInstanceBusinessKey(number.value())
                        .taskDefinitionKey(task.getTaskDefinitionKey())
                        .finished()
                        .count();
    }
}
