package cn.zhengxun.process;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengxun.process.ModelFiles.Drawing;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.MultiInstanceLoopCharacteristics;
import org.camunda.bpm.model.bpmn.instance.ScriptTask;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaExecutionListener;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaFailedJobRetryTimeCycle;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaTaskListener;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every model of processes/ keeps, so that a change in a modeler cannot break a habit unseen. */
class ModelsTest {
    private static final List<String> STEPS = List.of(
            "intake", "plan", "push", "explain", "collect", "collate", "review", "submit", "feedback", "archive");
    private static final Set<String> GROUPS = Set.of("staff", "director", "leader", "expert");
    private static final Pattern EXPRESSION = Pattern.compile("[$#]\\{([^}]*)}");
    private static final Pattern BARE = Pattern.compile("[a-z][A-Za-z]*");

    static Stream<Drawing> drawings() {
        return ModelFiles.drawings();
    }

    @Test
    void the_folder_holds_the_ten_steps_their_frame_the_entry_of_suggestions_and_the_change_of_course() {
        Set<String> expected = new HashSet<>(STEPS);
        expected.addAll(Set.of("consultation", "suggestionEntry", "change"));
        assertThat(drawings().map(d -> d.process().getId())).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void each_step_lies_in_the_file_of_its_number() {
        for (int i = 0; i < STEPS.size(); i++) {
            String file = "%02d-%s.bpmn".formatted(i + 1, STEPS.get(i));
            Drawing step = drawings()
                    .filter(d -> d.path().endsWith("steps/" + file))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no steps/" + file));
            assertThat(step.process().getId()).isEqualTo(STEPS.get(i));
            assertThat(step.process().getName()).startsWith(i + 1 + " ");
        }
    }

    @Test
    void the_frame_calls_the_ten_steps_by_their_numbers_and_names() {
        Drawing frame = named("consultation");
        List<CallActivity> calls = List.copyOf(frame.model().getModelElementsByType(CallActivity.class));
        assertThat(calls).extracting(CallActivity::getCalledElement).containsExactlyElementsOf(STEPS);
        for (CallActivity call : calls) {
            Drawing step = named(call.getCalledElement());
            assertThat(call.getName()).isEqualTo(step.process().getName());
            assertThat(call.getId()).isEqualTo("callActivity_" + call.getCalledElement());
            assertThat(call.getCamundaCalledElementBinding())
                    .as("a step improves without touching the frame: latest version")
                    .isNull();
            assertThat(call.isCamundaAsyncBefore()).isTrue();
            assertThat(extensions(call, CamundaIn.class))
                    .extracting(CamundaIn::getCamundaBusinessKey)
                    .contains("#{execution.processBusinessKey}");
            assertThat(extensions(call, CamundaIn.class))
                    .extracting(CamundaIn::getCamundaSource)
                    .contains("consultation");
            assertThat(extensions(call, CamundaExecutionListener.class))
                    .anySatisfy(listener -> assertThat(
                                    listener.getCamundaEvent() + " " + listener.getCamundaDelegateExpression())
                            .isEqualTo("start ${enterStep}"));
        }
        assertThat(calls.stream().filter(CallActivity::isCamundaAsyncAfter).map(CallActivity::getCalledElement))
                .containsExactly("explain", "collect");
    }

    @ParameterizedTest
    @MethodSource("drawings")
    void a_process_is_executable_kept_for_a_year_and_started_only_where_a_person_starts_it(Drawing drawing) {
        assertThat(drawing.process().isExecutable()).isTrue();
        assertThat(drawing.process().getCamundaHistoryTimeToLiveString()).isEqualTo("P365D");
        assertThat(drawing.process().isCamundaStartableInTasklist())
                .isEqualTo(Set.of("consultation", "suggestionEntry", "change")
                        .contains(drawing.process().getId()));
    }

    @ParameterizedTest
    @MethodSource("drawings")
    void an_id_begins_with_the_type_of_its_element(Drawing drawing) {
        for (FlowNode node : drawing.model().getModelElementsByType(FlowNode.class)) {
            assertThat(node.getId()).startsWith(prefix(node));
        }
        for (SequenceFlow flow : drawing.model().getModelElementsByType(SequenceFlow.class)) {
            assertThat(flow.getId()).startsWith("sequenceFlow_");
        }
        for (Message message : drawing.model().getModelElementsByType(Message.class)) {
            assertThat(message.getId()).startsWith("message_").isEqualTo(message.getName());
        }
    }

    private static String prefix(FlowNode node) {
        if (node instanceof Gateway) {
            return "gateway_";
        }
        if (node instanceof SubProcess scope) {
            return scope.triggeredByEvent() ? "eventSubProcess_" : "subProcess_";
        }
        if (node instanceof IntermediateCatchEvent event) {
            return hasTimer(event) ? "timer_" : "intermediateEvent_";
        }
        return node.getElementType().getTypeName() + "_";
    }

    @ParameterizedTest
    @MethodSource("drawings")
    void every_element_and_every_way_out_of_a_decision_has_a_Chinese_name(Drawing drawing) {
        assertThat(drawing.process().getName()).containsPattern("\\p{IsHan}");
        for (FlowNode node : drawing.model().getModelElementsByType(FlowNode.class)) {
            assertThat(node.getName()).as(node.getId()).containsPattern("\\p{IsHan}");
        }
        for (Gateway gateway : drawing.model().getModelElementsByType(Gateway.class)) {
            if (gateway.getOutgoing().size() > 1) {
                assertThat(gateway.getOutgoing())
                        .allSatisfy(flow ->
                                assertThat(flow.getName()).as(flow.getId()).containsPattern("\\p{IsHan}"));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("drawings")
    void a_decision_has_a_default_and_reads_one_variable_on_every_other_way(Drawing drawing) {
        for (ExclusiveGateway gateway : drawing.model().getModelElementsByType(ExclusiveGateway.class)) {
            Collection<SequenceFlow> ways = gateway.getOutgoing();
            if (ways.size() == 1) {
                continue;
            }
            assertThat(gateway.getDefault()).as("default of " + gateway.getId()).isIn(ways);
            for (SequenceFlow way : ways) {
                if (way.equals(gateway.getDefault())) {
                    assertThat(way.getConditionExpression()).as(way.getId()).isNull();
                } else {
                    assertThat(way.getConditionExpression().getTextContent())
                            .as(way.getId())
                            .matches("\\$\\{[a-z][A-Za-z]*}");
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("drawings")
    void nothing_is_programmed_in_a_model(Drawing drawing) {
        assertThat(drawing.model().getModelElementsByType(ScriptTask.class)).isEmpty();
        String text = ModelFiles.text(drawing.path());
        assertThat(text).doesNotContain("camunda:script", "camunda:expression", "camunda:class", "camunda:connector");
        Matcher matcher = EXPRESSION.matcher(text);
        while (matcher.find()) {
            if (!matcher.group().equals("#{execution.processBusinessKey}")) {
                assertThat(matcher.group(1)).as("an expression is a name").matches(BARE);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("drawings")
    void a_service_task_is_served_by_the_bean_of_its_own_name(Drawing drawing) {
        for (ServiceTask task : drawing.model().getModelElementsByType(ServiceTask.class)) {
            assertThat(task.getCamundaDelegateExpression()).isEqualTo("${" + nameOf(task) + "}");
        }
    }

    @ParameterizedTest
    @MethodSource("drawings")
    void a_user_task_has_its_people_its_form_and_its_two_listeners(Drawing drawing) {
        for (UserTask task : drawing.model().getModelElementsByType(UserTask.class)) {
            assertThat(task.getCamundaCandidateGroupsList())
                    .as(task.getId())
                    .isNotEmpty()
                    .isSubsetOf(GROUPS);
            assertThat(task.getCamundaFormRefBinding()).as(task.getId()).isEqualTo("deployment");
            assertThat(Files.exists(ModelFiles.FORMS.resolve(task.getCamundaFormRef() + ".form")))
                    .as("form of " + task.getId())
                    .isTrue();
            List<String> listeners = new ArrayList<>();
            if (task.getId().equals("userTask_review")) {
                listeners.add("create ${seatExpert}");
            }
            listeners.add("create ${taskArrived}");
            listeners.add("complete ${" + nameOf(task) + "}");
            assertThat(extensions(task, CamundaTaskListener.class).stream()
                            .map(l -> l.getCamundaEvent() + " " + l.getCamundaDelegateExpression()))
                    .as(task.getId())
                    .containsExactlyElementsOf(listeners);
        }
    }

    @Test
    void every_staff_form_belongs_to_a_task() {
        Set<String> used = drawings()
                .flatMap(d -> d.model().getModelElementsByType(UserTask.class).stream())
                .map(task -> task.getCamundaFormRef() + ".form")
                .collect(Collectors.toSet());
        assertThat(ModelFiles.files(ModelFiles.FORMS, ".form"))
                .extracting(path -> path.getFileName().toString())
                .containsExactlyInAnyOrderElementsOf(used);
    }

    @ParameterizedTest
    @MethodSource("drawings")
    void what_a_job_runs_is_tried_again(Drawing drawing) {
        for (FlowNode node : drawing.model().getModelElementsByType(FlowNode.class)) {
            if (runsInAJob(node)) {
                assertThat(extensions(node, CamundaFailedJobRetryTimeCycle.class))
                        .as("retries of " + node.getId())
                        .extracting(CamundaFailedJobRetryTimeCycle::getTextContent)
                        .containsExactly("R5/PT5M");
            }
        }
        for (var loop : drawing.model().getModelElementsByType(MultiInstanceLoopCharacteristics.class)) {
            assertThat(loop.isCamundaAsyncAfter())
                    .as("completions of a panel must not collide")
                    .isTrue();
        }
    }

    private static boolean runsInAJob(FlowNode node) {
        if (node instanceof EventBasedGateway) {
            return false;
        }
        return node.isCamundaAsyncBefore()
                || node.isCamundaAsyncAfter()
                || node instanceof CatchEvent event && hasTimer(event);
    }

    @ParameterizedTest
    @MethodSource("drawings")
    void every_node_is_reached_and_every_way_comes_to_an_end(Drawing drawing) {
        for (FlowNode node : drawing.model().getModelElementsByType(FlowNode.class)) {
            boolean apart = node instanceof SubProcess scope && scope.triggeredByEvent();
            boolean begins = node instanceof StartEvent || node instanceof BoundaryEvent || apart;
            assertThat(node.getIncoming().isEmpty()).as("into " + node.getId()).isEqualTo(begins);
            boolean ends = node instanceof EndEvent || apart;
            assertThat(node.getOutgoing().isEmpty())
                    .as("out of " + node.getId())
                    .isEqualTo(ends);
        }
    }

    private static Drawing named(String process) {
        return drawings()
                .filter(d -> d.process().getId().equals(process))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no process " + process));
    }

    private static String nameOf(FlowNode node) {
        return node.getId().substring(node.getId().indexOf('_') + 1);
    }

    private static boolean hasTimer(CatchEvent event) {
        return event.getEventDefinitions().stream().anyMatch(TimerEventDefinition.class::isInstance);
    }

    private static <T extends org.camunda.bpm.model.xml.instance.ModelElementInstance> List<T> extensions(
            BaseElement element, Class<T> type) {
        return element.getExtensionElements() == null
                ? List.of()
                : element.getExtensionElements()
                        .getElementsQuery()
                        .filterByType(type)
                        .list();
    }
}
