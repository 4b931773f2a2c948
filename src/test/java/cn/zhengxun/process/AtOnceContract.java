package cn.zhengxun.process;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengxun.consultation.EndConsultation;
import cn.zhengxun.consultation.MoveDeadline;
import cn.zhengxun.consultation.Status;
import cn.zhengxun.draft.ConfirmStructure;
import cn.zhengxun.kernel.RuleViolation;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.Test;

/** Two things at once, in threads of their own: one wins, and the other is told in Chinese or simply comes later. */
abstract class AtOnceContract extends StepsFixture {

    /** What became of an action: null where it went through. */
    private List<Throwable> atOnce(List<Runnable> actions) throws Exception {
        CyclicBarrier start = new CyclicBarrier(actions.size());
        ExecutorService threads = Executors.newFixedThreadPool(actions.size());
        try {
            List<Callable<Void>> calls = new ArrayList<>();
            for (Runnable action : actions) {
                calls.add(() -> {
                    start.await();
                    action.run();
                    return null;
                });
            }
            List<Throwable> outcomes = new ArrayList<>();
            for (Future<Void> future : threads.invokeAll(calls)) {
                try {
                    future.get();
                    outcomes.add(null);
                } catch (ExecutionException failed) {
                    outcomes.add(failed.getCause());
                }
            }
            return outcomes;
        } finally {
            threads.shutdownNow();
        }
    }

    private static List<Throwable> failures(List<Throwable> outcomes) {
        return outcomes.stream().filter(outcome -> outcome != null).toList();
    }

    @Test
    void of_two_people_who_complete_one_task_one_wins_and_the_other_reads_why_not() throws Exception {
        registered();
        walk.as("staff", () -> drafts.confirm(new ConfirmStructure(draftId())));
        String task = walk.task("userTask_confirmStructure").getId();
        Runnable complete = () -> walk.as("staff", () -> engine.getFormService().submitTaskForm(task, Map.of()));

        List<Throwable> failed = failures(atOnce(List.of(complete, complete)));

        assertThat(failed)
                .singleElement()
                .satisfies(refused -> assertThat(refused)
                        .isInstanceOf(RuleViolation.class)
                        .message()
                        .containsPattern("\\p{IsHan}"));
        assertThat(walk.openTasks()).containsExactly("userTask_acceptIntake");
    }

    @Test
    void a_suspension_against_the_timer_that_ends_collection_leaves_one_of_two_sound_states() throws Exception {
        collecting();
        clock.set(consultations.find(number).collectUntil().plusSeconds(1));
        Job timer = walk.job("timer_collectUntil");

        List<Throwable> failed = failures(
                atOnce(List.of(() -> engine.getManagementService().executeJob(timer.getId()), this::suspended)));

        assertThat(failed).allSatisfy(this::isToldOrTriedAgain);
        boolean suspended = consultations.find(number).suspended();
        boolean closed = consultations.find(number).collectClosedAt() != null;
        assertThat(suspended || closed).isTrue();
        assertThat(walk.hasTask("userTask_resumeConsultation")).isEqualTo(suspended);
        if (suspended) {
            resumed(LocalDate.of(2027, 2, 26));
            walk.run("serviceTask_tellSuspended", "serviceTask_tellResumed");
        }
        if (!closed) {
            walk.fire("timer_collectUntil");
        }
        explained();
        walk.run("callActivity_collect", "callActivity_collate");
        assertThat(consultations.find(number).status()).isEqualTo(Status.COLLATING);
    }

    @Test
    void what_is_handed_in_while_the_timer_ends_collection_is_counted_or_kept_as_late() throws Exception {
        collecting();
        answered(1);
        Job timer = walk.job("timer_collectUntil");
        int before = suggestions.of(number).size();

        List<Throwable> failed = failures(
                atOnce(List.of(() -> engine.getManagementService().executeJob(timer.getId()), () -> answered(1))));

        assertThat(failed).as("the door closed on nobody without a word").hasSizeLessThanOrEqualTo(1);
        assertThat(consultations.find(number).collectClosedAt()).isNotNull();
        int counted = suggestions.of(number).size();
        assertThat(counted).isBetween(before, before + 1);
        assertThat(suggestions.of(number))
                .allSatisfy(one -> assertThat(one.number())
                        .as("all that counts was numbered at the close")
                        .isNotNull());
    }

    @Test
    void of_two_messages_at_once_both_arrive_or_one_is_told_to_look_again() throws Exception {
        collecting();
        Runnable move = () -> walk.as(
                "staff",
                () -> steering.moveDeadline(
                        new MoveDeadline(number, LocalDate.of(2027, 1, 15), "法工函〔2026〕9号", "增加一次座谈会")));
        Runnable end = () -> walk.as("staff", () -> steering.end(new EndConsultation(number, "草案撤回")));

        List<Throwable> failed = failures(atOnce(List.of(move, end)));

        assertThat(failed).allSatisfy(this::isToldOrTriedAgain);
        if (consultations.find(number).status() != Status.ENDED) {
            end.run();
        }
        walk.run("serviceTask_archiveEnded");
        assertThat(walk.ended()).isTrue();
        assertThat(walk.hasJobs()).isFalse();
    }

    private void isToldOrTriedAgain(Throwable failed) {
        assertThat(failed)
                .as("a person reads a sentence, a job is tried again")
                .isInstanceOfAny(RuleViolation.class, OptimisticLockingException.class);
    }
}
