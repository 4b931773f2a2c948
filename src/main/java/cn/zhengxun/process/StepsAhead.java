package cn.zhengxun.process;

import cn.zhengxun.consultation.Workflow.Upcoming;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.UserTask;

/** What a model says comes after one of its elements. */
final class StepsAhead {
    private final BpmnModelInstance model;

    private StepsAhead(BpmnModelInstance model) {
        this.model = model;
    }

    static StepsAhead in(BpmnModelInstance model) {
        return new StepsAhead(model);
    }

    /** The call activities that follow, as whole steps. */
    List<Upcoming> stepsAfter(String element) {
        List<Upcoming> found = new ArrayList<>();
        follow(element, (node, on) -> {
            if (node instanceof CallActivity) {
                found.add(new Upcoming(EngineWorkflow.stepOf(node.getId()), null, List.of(), on));
                return true;
            }
            return false;
        });
        return found;
    }

    /** The user tasks that follow, over whatever the program does by itself. */
    List<Upcoming> tasksAfter(String element, int step) {
        List<Upcoming> found = new ArrayList<>();
        follow(element, (node, on) -> {
            if (node instanceof UserTask task) {
                found.add(new Upcoming(step, task.getName(), List.copyOf(task.getCamundaCandidateGroupsList()), on));
                return true;
            }
            return false;
        });
        return found;
    }

    private interface Visit {
        /** @param on name of the last named way, null without one; @return whether to go no further */
        boolean at(FlowNode node, String on);
    }

    private void follow(String element, Visit visit) {
        if (model.getModelElementById(element) instanceof FlowNode node) {
            follow(node, null, visit, new HashSet<>());
        }
    }

    private void follow(FlowNode node, String on, Visit visit, Set<String> seen) {
        for (SequenceFlow flow : node.getOutgoing()) {
            FlowNode target = flow.getTarget();
            String way = flow.getName() == null || flow.getName().isBlank() ? on : flow.getName();
            if (seen.add(target.getId()) && !visit.at(target, way)) {
                follow(target, way, visit, seen);
            }
        }
    }
}
