package cn.zhengxun.web;

import cn.zhengxun.consultation.Consultation;
import cn.zhengxun.consultation.ConsultationProcess.OpenTask;
import cn.zhengxun.consultation.Status;
import cn.zhengxun.consultation.TimetableEntry;
import cn.zhengxun.consultation.Workflow.Picture;
import cn.zhengxun.consultation.Workflow.StepState;
import cn.zhengxun.kernel.Shanghai;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The ten steps of one consultation as a list, told as the engine tells them: what is done, what is under way and with whom, what is to come. */
record ConsultationOverview(List<Step> steps) {
    private static final int EXPLAIN = 4;
    private static final int COLLECT = 5;
    private static final int REVIEW = 7;
    private static final int STEPS = 10;

    enum State {
        DONE("ok"),
        PREPARING("now"),
        NOW("now"),
        AHEAD("idle"),
        SKIPPED("idle"),
        STOPPED("bad");

        private final String shape;

        State(String shape) {
            this.shape = shape;
        }

        /** Class of the status word. */
        public String shape() {
            return shape;
        }

        /** Whether the consultation is here. */
        public boolean here() {
            return this == NOW || this == PREPARING;
        }
    }

    /**
     * @param due as people read it, null without a due date
     * @param tasks who has it now
     */
    record Step(int number, State state, String due, boolean overdue, List<OpenTask> tasks) {}

    /**
     * @param picture where the process stands; without steps where none carries the consultation
     * @param explanationDone whether the sheet was published or skipped
     */
    static ConsultationOverview of(
            Consultation consultation,
            List<TimetableEntry> entries,
            List<OpenTask> tasks,
            Picture picture,
            boolean explanationDone,
            Instant now) {
        return new ConsultationOverview(IntStream.rangeClosed(1, STEPS)
                .mapToObj(number -> {
                    State state = picture.steps().isEmpty()
                            ? state(consultation, number, explanationDone)
                            : state(consultation, number, picture.steps());
                    Instant due = entries.stream()
                            .filter(entry -> entry.step() == number)
                            .findFirst()
                            .map(TimetableEntry::dueAt)
                            .orElse(null);
                    return new Step(
                            number,
                            state,
                            due == null ? null : Shanghai.minute(due),
                            state.here() && due != null && !consultation.suspended() && !now.isBefore(due),
                            tasks.stream().filter(task -> task.step() == number).toList());
                })
                .toList());
    }

    private static State state(Consultation consultation, int step, Map<Integer, StepState> engine) {
        boolean ended = consultation.status().closed() && consultation.status() != Status.ARCHIVED;
        if (ended && step == consultation.step() && !engine.containsValue(StepState.STOPPED)) {
            return State.STOPPED;
        }
        StepState state = engine.get(step);
        if (step == REVIEW && state == StepState.AHEAD && consultation.reviewSkipReason() != null) {
            return State.SKIPPED;
        }
        return State.valueOf(state.name());
    }

    /** Where no process carries it, as far as the consultation itself knows. */
    private static State state(Consultation consultation, int step, boolean explanationDone) {
        if (step == REVIEW && consultation.reviewSkipReason() != null) {
            return State.SKIPPED;
        }
        if (consultation.status() == Status.ARCHIVED) {
            return State.DONE;
        }
        boolean here = step == consultation.step();
        if (consultation.status().closed()) {
            return here ? State.STOPPED : step < consultation.step() ? State.DONE : State.AHEAD;
        }
        if (step == EXPLAIN && consultation.step() == COLLECT) {
            return explanationDone ? State.DONE : State.NOW;
        }
        if (step == COLLECT && consultation.step() == EXPLAIN) {
            return consultation.status() == Status.COLLECTING ? State.NOW : State.AHEAD;
        }
        return here ? State.NOW : step < consultation.step() ? State.DONE : State.AHEAD;
    }
}
