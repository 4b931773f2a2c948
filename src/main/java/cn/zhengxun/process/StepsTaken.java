package cn.zhengxun.process;

import cn.zhengxun.consultation.Workflow.StepState;
import cn.zhengxun.consultation.Workflow.Upcoming;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.history.HistoricActivityInstance;

/** Where each of the ten steps stands, told from tokens and history. */
final class StepsTaken {
    private static final int EXPLAIN = 4;
    private static final int COLLECT = 5;

    private StepsTaken() {}

    /** @param passed the history of the ten-step instance, in order */
    static Map<Integer, StepState> of(Tokens tokens, List<HistoricActivityInstance> passed, StepsAhead model) {
        Map<Integer, HistoricActivityInstance> last = new HashMap<>();
        passed.forEach(one -> last.put(EngineWorkflow.stepOf(one.getActivityId()), one));
        Set<Integer> now = stepsAt(tokens.active());
        Set<Integer> preparing = preparing(tokens, now, model);
        Set<Integer> current = new TreeSet<>(now);
        current.addAll(preparing);
        Map<Integer, StepState> states = new TreeMap<>();
        for (int step = 1; step <= Models.STEPS.size(); step++) {
            states.put(
                    step,
                    now.contains(step)
                            ? StepState.NOW
                            : preparing.contains(step) ? StepState.PREPARING : past(step, last.get(step), current));
        }
        return states;
    }

    /** While the program only leaves steps, the one that they lead to is about to begin. */
    private static Set<Integer> preparing(Tokens tokens, Set<Integer> now, StepsAhead model) {
        Set<Integer> preparing = stepsAt(tokens.preparing());
        if (now.isEmpty() && preparing.isEmpty()) {
            tokens.leaving().stream()
                    .flatMap(element -> model.stepsAfter(element).stream())
                    .map(Upcoming::step)
                    .forEach(preparing::add);
        }
        return preparing;
    }

    /** After a return, the steps behind the one that is done again lie ahead once more; 5 may be over before 4 is. */
    private static StepState past(int step, HistoricActivityInstance last, Set<Integer> current) {
        if (last == null) {
            return StepState.AHEAD;
        }
        if (current.isEmpty()) {
            return last.isCanceled() ? StepState.STOPPED : StepState.DONE;
        }
        int first = current.iterator().next();
        boolean behind = step < first || first == EXPLAIN && step == COLLECT;
        return behind ? StepState.DONE : StepState.AHEAD;
    }

    private static Set<Integer> stepsAt(Set<String> elements) {
        return elements.stream()
                .map(EngineWorkflow::stepOf)
                .filter(step -> step > 0)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
