package cn.zhengxun.consultation;

import java.util.List;

/** The port to timetable.dmn, where the office keeps its day counts; served by the room {@code process}. */
public interface TimetableRules {
    /** The days of a step that takes whatever time remains. */
    int THE_REST = -1;

    /**
     * @param step 1–10
     * @param days whole working days; 0 = the same working day; {@link #THE_REST}
     * @param counted false for a step without days of its own (9, which lasts until the law is promulgated)
     * @param ownerGroup group id of the role that answers for the step
     * @param leastDays the fewest working days that {@link #THE_REST} may come to when a consultation begins; else 0
     */
    record StepRule(int step, int days, boolean counted, String ownerGroup, boolean mayBeSkipped, int leastDays) {}

    /** All ten, in order. */
    List<StepRule> of(Template template);
}
