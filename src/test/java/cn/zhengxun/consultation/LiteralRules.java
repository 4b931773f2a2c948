package cn.zhengxun.consultation;

import java.util.List;

/** The day counts of domain.md, so that the arithmetic is tested without the engine's table. */
class LiteralRules implements TimetableRules {
    @Override
    public List<StepRule> of(Template template) {
        boolean normal = template == Template.NORMAL;
        return List.of(
                step(1, normal ? 1 : 0),
                step(2, 1),
                step(3, normal ? 1 : 0),
                step(4, normal ? 3 : 0),
                new StepRule(5, THE_REST, true, "staff", false, normal ? 8 : 2),
                step(6, normal ? 2 : 1),
                step(7, normal ? 2 : 1),
                step(8, normal ? 2 : 1),
                new StepRule(9, 0, false, "staff", false, 0),
                step(10, 15));
    }

    private static StepRule step(int step, int days) {
        return new StepRule(step, days, true, "staff", false, 0);
    }
}
