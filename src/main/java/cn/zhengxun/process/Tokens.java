package cn.zhengxun.process;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.runtime.ActivityInstance;
import org.camunda.bpm.engine.runtime.TransitionInstance;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SubProcess;

/**
 * Where a running instance's tokens are, as element ids.
 *
 * @param active inside an element
 * @param preparing a job waits to enter the element
 * @param leaving the element is done and a job waits to go on from it
 * @param failed a job or an element with an incident
 * @param exceptions names of the event subprocesses that are under way
 */
record Tokens(
        Set<String> active, Set<String> preparing, Set<String> leaving, Set<String> failed, Set<String> exceptions) {
    static final Tokens NONE = new Tokens(Set.of(), Set.of(), Set.of(), Set.of(), Set.of());

    /** @param passed the history of this instance, in order */
    static Tokens of(ActivityInstance tree, List<HistoricActivityInstance> passed, BpmnModelInstance model) {
        Tokens tokens = new Tokens(new TreeSet<>(), new TreeSet<>(), new TreeSet<>(), new TreeSet<>(), new TreeSet<>());
        tokens.add(tree, passed, model);
        return tokens;
    }

    /** All elements at which a token is. */
    Set<String> everywhere() {
        Set<String> all = new TreeSet<>(active);
        all.addAll(preparing);
        all.addAll(leaving);
        return all;
    }

    private void add(ActivityInstance scope, List<HistoricActivityInstance> passed, BpmnModelInstance model) {
        if (model.getModelElementById(scope.getActivityId()) instanceof SubProcess inner && inner.triggeredByEvent()) {
            exceptions.add(inner.getName());
        }
        for (ActivityInstance child : scope.getChildActivityInstances()) {
            boolean leaf =
                    child.getChildActivityInstances().length == 0 && child.getChildTransitionInstances().length == 0;
            if (leaf) {
                active.add(child.getActivityId());
                if (child.getIncidentIds().length > 0) {
                    failed.add(child.getActivityId());
                }
            }
            add(child, passed, model);
        }
        for (TransitionInstance waiting : scope.getChildTransitionInstances()) {
            String element = waiting.getActivityId();
            (isDone(element, passed, model) ? leaving : preparing).add(element);
            if (waiting.getIncidentIds().length > 0) {
                failed.add(element);
            }
        }
    }

    /** Elements that are left through a job are entered once only, so one that ended waits to be left. */
    private static boolean isDone(String element, List<HistoricActivityInstance> passed, BpmnModelInstance model) {
        return model.getModelElementById(element) instanceof FlowNode node
                && node.isCamundaAsyncAfter()
                && passed.stream().anyMatch(one -> one.getActivityId().equals(element) && one.getEndTime() != null);
    }
}
