package cn.zhengxun.consultation;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The port to what the engine knows of a consultation's way: the drawing, where it stands, what comes next; served by the room {@code process}. */
public interface Workflow {

    /** Where one of the ten steps stands. */
    enum StepState {
        AHEAD,
        /** Waits for the program to begin it. */
        PREPARING,
        NOW,
        DONE,
        /** Was under way when the consultation was ended. */
        STOPPED
    }

    /**
     * One drawing with its marks, as element ids.
     *
     * @param model process key of the model that is drawn
     * @param definitionId the deployed version that this consultation follows; null where no process carries it
     * @param active where it waits for a person, a date or a called step
     * @param preparing where the program is about to go on
     * @param done already passed and not under way again
     * @param failed where the program gave up and an operator must help; part of preparing or active
     * @param exceptions names of the exceptions in progress, such as 调整截止时间
     * @param steps of the ten-step drawing, by number; empty in a step's own drawing and where no process carries it
     * @param begun of the ten-step drawing: the element of each step that has a drawing inside; else empty
     */
    record Picture(
            String model,
            String definitionId,
            List<String> active,
            List<String> preparing,
            List<String> done,
            List<String> failed,
            List<String> exceptions,
            Map<Integer, StepState> steps,
            Map<Integer, String> begun) {}

    /** One element of a step's drawing that was reached. until is null while it lasts; person may be null. */
    record Reached(String element, String name, Instant from, Instant until, String person) {}

    /**
     * What follows by the model.
     *
     * @param step 1–10
     * @param name of the task; null for a whole step
     * @param groups who does it; empty for a whole step, whose owners the timetable names
     * @param on the answer that leads there, for example 退回; null where there is only one way
     */
    record Upcoming(int step, String name, List<String> groups, String on) {}

    /** The ten steps. After the end, as they were then. */
    Picture tenSteps(ConsultationNumber number);

    /** The drawing inside a step; empty for one that has not begun. A step that began again is shown as it is now. */
    Optional<Picture> inside(ConsultationNumber number, int step);

    /** What was reached in the drawing inside a step, in order. */
    List<Reached> reached(ConsultationNumber number, int step);

    /** The next tasks and steps, in order; empty after the end. */
    List<Upcoming> next(ConsultationNumber number);

    /** The BPMN text of a deployed definition. @throws cn.zhengxun.kernel.NotFound for null */
    String drawing(String definitionId);
}
