package cn.zhengxun.consultation;

import java.util.List;

/** The port to timetable.dmn, where the office keeps its day counts; served by the room {@code process}. */
public interface TimetableRules {
    /** The days of a step that takes whatever time remains. */
    int THE_REST = -1;

    /**
     * @param step 1–10
     * @param days whole working days; 0 = the same working day; {@link #THE_REST}
     * @param counted whether these days lie one after another between the letter and D; false for a step beside
     *     another (4) or after D (9, 10)
     * @param ownerGroup group id of the role that answers for the step
     */
    record StepRule(int step, int days, boolean counted, String ownerGroup, boolean mayBeSkipped) {}

    /** All ten, in order. */
    List<StepRule> of(Template template);
}
