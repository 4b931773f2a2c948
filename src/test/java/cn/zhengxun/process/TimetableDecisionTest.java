package cn.zhengxun.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.HitPolicy;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The day counts that the office agreed on, evaluated by the engine that the product runs. */
class TimetableDecisionTest {
    private static DmnEngine engine;
    private static DmnDecision timetable;

    @BeforeAll
    static void read() throws IOException {
        engine = DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();
        try (var file = Files.newInputStream(ModelFiles.PROCESSES.resolve("timetable.dmn"))) {
            timetable = engine.parseDecision("timetable", file);
        }
    }

    @ParameterizedTest
    @CsvSource({
        // step, days normal, days urgent, owner, may be skipped normal, urgent
        "1, 1, 0, staff, false, false",
        "2, 1, 1, staff, false, false",
        "3, 1, 0, staff, false, false",
        "4, 3, 0, staff, true, true",
        "5, -1, -1, staff, false, false",
        "6, 2, 1, staff, false, false",
        "7, 2, 1, expert, false, true",
        "8, 2, 1, director, false, false",
        "9, 0, 0, staff, false, false",
        "10, 15, 15, staff, false, false"
    })
    void a_step_has_its_days_its_owner_and_its_leave_to_be_skipped(
            int step, int normal, int urgent, String owner, boolean skipNormal, boolean skipUrgent) {
        assertThat(rule("NORMAL", step))
                .containsEntry("days", normal)
                .containsEntry("ownerGroup", owner)
                .containsEntry("mayBeSkipped", skipNormal);
        assertThat(rule("URGENT", step))
                .containsEntry("days", urgent)
                .containsEntry("ownerGroup", owner)
                .containsEntry("mayBeSkipped", skipUrgent);
    }

    @Test
    void only_the_feedback_has_no_count_of_days() {
        for (int step = 1; step <= 10; step++) {
            assertThat(rule("NORMAL", step)).containsEntry("counted", step != 9);
            assertThat(rule("URGENT", step)).containsEntry("counted", step != 9);
        }
    }

    @Test
    void collection_keeps_eight_working_days_and_two_when_urgent() {
        assertThat(rule("NORMAL", 5)).containsEntry("leastDays", 8);
        assertThat(rule("URGENT", 5)).containsEntry("leastDays", 2);
    }

    @Test
    void an_unknown_template_or_step_has_no_rule() {
        assertThat(evaluate("SLOW", 1)).isEmpty();
        assertThat(evaluate("NORMAL", 11)).isEmpty();
    }

    @Test
    void the_table_is_unique_kept_and_annotated() {
        DmnModelInstance model = Dmn.readModelFromFile(
                ModelFiles.PROCESSES.resolve("timetable.dmn").toFile());
        Decision decision = model.getModelElementById("timetable");
        assertThat(decision.getCamundaHistoryTimeToLiveString()).isEqualTo("P365D");
        assertThat(model.getModelElementsByType(DecisionTable.class))
                .singleElement()
                .extracting(DecisionTable::getHitPolicy)
                .isEqualTo(HitPolicy.UNIQUE);
        assertThat(model.getModelElementsByType(Rule.class))
                .hasSize(20)
                .allSatisfy(rule ->
                        assertThat(rule.getDescription().getTextContent()).containsPattern("\\p{IsHan}"));
    }

    private static Map<String, Object> rule(String template, int step) {
        return evaluate(template, step).getSingleResult().getEntryMap();
    }

    private static DmnDecisionResult evaluate(String template, int step) {
        return engine.evaluateDecision(
                timetable,
                Variables.createVariables().putValue("template", template).putValue("step", step));
    }
}
