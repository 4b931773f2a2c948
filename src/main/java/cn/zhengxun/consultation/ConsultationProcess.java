package cn.zhengxun.consultation;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** The port to the running process of a consultation; served by the room {@code process}. */
public interface ConsultationProcess {

    /** A task that waits for somebody. step: 0 for 恢复征询, which stands beside the ten steps. assignee and dueAt may be null. */
    record OpenTask(
            String id,
            String element,
            String name,
            int step,
            List<String> groups,
            String assignee,
            Instant since,
            Instant dueAt) {}

    /** One passage through a step or task. until is null while it lasts; person may be null. */
    record Passage(String element, String name, int step, Instant from, Instant until, String person) {}

    List<OpenTask> openTasks(ConsultationNumber number);

    /** The same of many, asked with a fixed number of queries; a consultation without open tasks is missing. */
    Map<ConsultationNumber, List<OpenTask>> openTasks(Collection<ConsultationNumber> numbers);

    List<Passage> history(ConsultationNumber number);

    void closeCollectionEarly(ConsultationNumber number);

    /** After the domain moved D: timers and due dates follow. */
    void deadlineMoved(ConsultationNumber number);

    /** After the domain suspended it: every clock of the process stands still, and tasks wait. */
    void suspended(ConsultationNumber number);

    /** After the domain let it go on with a new D: the task 恢复征询 is done, and the clocks run again. */
    void resumed(ConsultationNumber number);

    void withdrawn(ConsultationNumber number);

    /** Consultations that run on an older version of the ten-step model. */
    List<ConsultationNumber> outdated();

    /** Moves the running process to the newest version of the ten-step model; on it already, nothing changes. */
    void migrate(ConsultationNumber number);

    /** The upper body returned the report; back to step 6. @throws cn.zhengxun.kernel.RuleViolation when not in step 8 or 9 */
    void returned(ConsultationNumber number);
}
