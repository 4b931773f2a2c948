package cn.zhengxun.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.consultation.Workflow;
import cn.zhengxun.consultation.Workflow.Picture;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.management.JobDefinition;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.web.servlet.MockMvc;

/**
 * Compares what a consultation's page shows, as a drawing and as a list, with the engine, asked directly for its
 * instances, jobs and tasks. Asked again for a state that did not change, it does nothing.
 */
class ScreenCheck {
    private final ProcessEngine engine;
    private final Workflow workflow;
    private final MockMvc pages;
    private String seen = "";

    ScreenCheck(ProcessEngine engine, Workflow workflow, MockMvc pages) {
        this.engine = engine;
        this.workflow = workflow;
        this.pages = pages;
    }

    /** @param called the running instance of each step; entering and leaving: steps at which a job waits; mine: what the user staff may do */
    private record Truth(
            Set<Integer> called,
            Set<Integer> entering,
            Set<Integer> leaving,
            List<String> tasks,
            List<String> mine,
            boolean ended) {}

    void equalsEngine(ConsultationNumber number) {
        HistoricProcessInstance ten = engine.getHistoryService()
                .createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(number.value())
                .processDefinitionKey(Models.CONSULTATION)
                .singleResult();
        List<ProcessInstance> called = engine.getRuntimeService()
                .createProcessInstanceQuery()
                .superProcessInstanceId(ten.getId())
                .list();
        Truth truth = new Truth(
                called.stream()
                        .map(one -> Models.stepOf(Models.keyOf(one.getProcessDefinitionId())))
                        .collect(Collectors.toCollection(TreeSet::new)),
                waiting(ten.getId(), "async-before"),
                waiting(ten.getId(), "async-after"),
                tasks(number),
                mine(number),
                ten.getEndTime() != null);
        String state = number + " " + truth;
        if (state.equals(seen)) {
            return;
        }
        seen = state;
        compareList(number, truth);
        called.forEach(one -> compareInside(number, one));
    }

    /** Steps whose call activity has a job of this kind. */
    private Set<Integer> waiting(String instance, String kind) {
        Set<Integer> steps = new TreeSet<>();
        for (Job job : engine.getManagementService()
                .createJobQuery()
                .processInstanceId(instance)
                .messages()
                .list()) {
            JobDefinition definition = engine.getManagementService()
                    .createJobDefinitionQuery()
                    .jobDefinitionId(job.getJobDefinitionId())
                    .singleResult();
            if (definition.getJobConfiguration().equals(kind)
                    && definition.getActivityId().startsWith("callActivity_")) {
                steps.add(Models.stepOf(definition.getActivityId().substring("callActivity_".length())));
            }
        }
        return steps;
    }

    private List<String> tasks(ConsultationNumber number) {
        return engine.getTaskService().createTaskQuery().processInstanceBusinessKey(number.value()).list().stream()
                .filter(task -> Models.stepOf(Models.keyOf(task.getProcessDefinitionId())) > 0)
                .map(Task::getName)
                .sorted()
                .toList();
    }

    /** Also 恢复征询, which belongs to no step. */
    private List<String> mine(ConsultationNumber number) {
        return engine
                .getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKey(number.value())
                .or()
                .taskAssignee("staff")
                .taskCandidateGroup("staff")
                .endOr()
                .list()
                .stream()
                .map(Task::getName)
                .sorted()
                .toList();
    }

    private void compareList(ConsultationNumber number, Truth truth) {
        Document page = page(number);
        Element figure = page.getElementById("process-picture");
        assertThat(steps(figure.attr("data-active")))
                .as("drawn as 办理中, " + truth)
                .isEqualTo(truth.called());
        assertThat(steps(figure.attr("data-preparing")))
                .as("drawn as 准备中, " + truth)
                .isEqualTo(truth.entering());
        assertThat(listed(page, "NOW")).as("listed as 办理中, " + truth).isEqualTo(truth.called());
        Set<Integer> soon = new TreeSet<>(truth.entering());
        if (truth.called().isEmpty() && soon.isEmpty() && !truth.leaving().isEmpty()) {
            soon.add(6);
        }
        assertThat(listed(page, "PREPARING")).as("listed as 准备中, " + truth).isEqualTo(soon);
        assertThat(page.select(".steps li li strong").eachText().stream()
                        .sorted()
                        .toList())
                .as("listed tasks, " + truth)
                .isEqualTo(truth.tasks());
        assertThat(page.select(".next a").eachText().stream().sorted().toList())
                .as("下一步, " + truth)
                .isEqualTo(truth.mine());
        if (truth.mine().contains("恢复征询")) {
            assertThat(page.select(".next, .steps > li.here, .upcoming").text())
                    .as("no date runs while it stands still")
                    .doesNotContain("时限：");
        }
        Set<Integer> drawnDone = steps(figure.attr("data-done"));
        assertThat(drawnDone).as("listed as done is drawn as done, " + truth).containsAll(listed(page, "DONE"));
        if (truth.ended()) {
            assertThat(page.select(".steps > li[aria-current]")).isEmpty();
        } else if (truth.tasks().isEmpty()
                && truth.leaving().isEmpty()
                && listed(page, "STOPPED").isEmpty()) {
            assertThat(page.select(".steps > li[aria-current]"))
                    .as("somewhere, " + truth)
                    .isNotEmpty();
        }
        assertThat(page.text()).doesNotContain("??");
    }

    private static Set<Integer> listed(Document page, String state) {
        List<Element> items = page.select(".steps > li");
        assertThat(items).hasSize(10);
        return IntStream.rangeClosed(1, 10)
                .filter(step -> items.get(step - 1).attr("data-state").equals(state))
                .boxed()
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<Integer> steps(String elements) {
        return Arrays.stream(elements.split(","))
                .filter(id -> id.startsWith("callActivity_"))
                .map(id -> Models.stepOf(id.substring("callActivity_".length())))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The engine's executions against the marks in the step's own drawing. */
    private void compareInside(ConsultationNumber number, ProcessInstance called) {
        int step = Models.stepOf(Models.keyOf(called.getProcessDefinitionId()));
        Picture inside = workflow.inside(number, step).orElseThrow();
        assertThat(inside.definitionId()).isEqualTo(called.getProcessDefinitionId());
        Set<String> drawn = new HashSet<>(inside.active());
        drawn.addAll(inside.preparing());
        Set<String> waiting =
                engine.getTaskService().createTaskQuery().processInstanceId(called.getId()).list().stream()
                        .map(Task::getTaskDefinitionKey)
                        .collect(Collectors.toSet());
        engine.getManagementService()
                .createJobQuery()
                .processInstanceId(called.getId())
                .messages()
                .list()
                .forEach(job -> waiting.add(engine.getManagementService()
                        .createJobDefinitionQuery()
                        .jobDefinitionId(job.getJobDefinitionId())
                        .singleResult()
                        .getActivityId()
                        .replace("#multiInstanceBody", "")));
        drawn.removeIf(Objects::isNull);
        if (waiting.isEmpty()) {
            assertThat(drawn).as("inside step " + step).isNotEmpty();
        } else {
            assertThat(drawn).as("inside step " + step).containsAll(waiting);
        }
        assertThat(inside.done()).doesNotContainAnyElementsOf(drawn);
    }

    private Document page(ConsultationNumber number) {
        try {
            return Jsoup.parse(pages.perform(get("/consultations/{n}", number.value())
                            .with(user("staff").authorities(new SimpleGrantedAuthority("staff"))))
                    .andReturn()
                    .getResponse()
                    .getContentAsString());
        } catch (Exception broken) {
            throw new AssertionError(broken);
        }
    }
}
