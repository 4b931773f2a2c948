package cn.zhengxun.consultation;

import java.util.List;

/** The day counts of domain.md, so that the arithmetic is tested without the engine's table. */
class LiteralRules implements TimetableRules {
    @Override
    public List<StepRule> of(Template template) {
        boolean normal = template == Template.NORMAL;
        return List.of(
                new StepRule(1, normal ? 1 : 0, true, "director", false),
                new StepRule(2, 1, true, "director", false),
                new StepRule(3, normal ? 1 : 0, true, "staff", false),
                new StepRule(4, normal ? 3 : 0, false, "staff", true),
                new StepRule(5, THE_REST, true, "staff", false),
                new StepRule(6, normal ? 2 : 1, true, "staff", false),
                new StepRule(7, normal ? 2 : 1, true, "expert", !normal),
                new StepRule(8, normal ? 2 : 1, true, "leader", false),
                new StepRule(9, THE_REST, false, "staff", false),
                new StepRule(10, 15, false, "director", false));
    }
}
