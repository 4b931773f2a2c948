package cn.zhengxun.process;

import cn.zhengxun.consultation.Template;
import cn.zhengxun.consultation.TimetableRules;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.camunda.bpm.dmn.engine.DmnDecisionRuleResult;
import org.camunda.bpm.engine.DecisionService;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Asks timetable.dmn for the working days of each step. */
@Component
class TimetableDecision implements TimetableRules {
    private final DecisionService decisions;

    TimetableDecision(@Lazy DecisionService decisions) {
        this.decisions = decisions;
    }

    @Override
    public List<StepRule> of(Template template) {
        return IntStream.rangeClosed(1, Models.STEPS.size())
                .mapToObj(step -> rule(template, step))
                .toList();
    }

    private StepRule rule(Template template, int step) {
        DmnDecisionRuleResult row = decisions
                .evaluateDecisionTableByKey("timetable", Map.of("template", template.name(), "step", step))
                .getSingleResult();
        return new StepRule(
                step,
                row.getEntry("days"),
                row.getEntry("counted"),
                row.getEntry("ownerGroup"),
                row.getEntry("mayBeSkipped"),
                row.getEntry("leastDays"));
    }
}
