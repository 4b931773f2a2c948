package cn.zhengxun.process;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.consultation.EndConsultation;
import cn.zhengxun.consultation.MigrateModel;
import cn.zhengxun.consultation.MoveDeadline;
import cn.zhengxun.consultation.Status;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** A model changed after its release: who began on the old one finishes on it, or moves to the new one in mid-step. */
abstract class ArchivedModelsContract extends StepsFixture {
    private static final Path V1 = Path.of("src/test/resources/archive/v1");
    private static final Pattern BEAN = Pattern.compile("delegateExpression=\"\\$\\{(\\w+)}\"");
    private static final Pattern VARIABLE = Pattern.compile("(?:source|target)=\"(\\w+)\"|>\\$\\{(\\w+)}<");
    private static final Pattern MESSAGE = Pattern.compile("<bpmn:message id=\"(\\w+)\"");

    @Autowired
    ApplicationContext context;

    @Test
    void every_name_that_a_released_model_uses_is_still_there() {
        assertThat(names(BEAN))
                .isNotEmpty()
                .allSatisfy(
                        bean -> assertThat(context.containsBean(bean)).as(bean).isTrue());
        assertThat(Variables.KEPT).containsAll(names(VARIABLE));
        assertThat(Set.of(
                        Models.DEADLINE_MOVED,
                        Models.WITHDRAWN,
                        Models.RETURNED,
                        Models.CLOSE_EARLY,
                        Models.SUSPENDED,
                        Models.NEXT_READING))
                .containsAll(names(MESSAGE));
    }

    @Test
    void one_finishes_on_the_released_model_while_another_moves_in_mid_step() {
        ConsultationNumber stays = onReleasedModel();
        ConsultationNumber moves = onReleasedModel();
        assertThat(versionOf(stays)).isNotEqualTo(newest());
        assertThat(versionOf(moves)).isNotEqualTo(newest());
        assertThat(process.outdated()).contains(stays, moves);

        steering.migrate(new MigrateModel(moves));
        steering.migrate(new MigrateModel(moves));

        assertThat(versionOf(moves)).isEqualTo(newest());
        assertThat(process.outdated()).contains(stays).doesNotContain(moves);
        goesOnWithTheNewExceptions(moves);
        endsAsItBegan(stays);
    }

    private void goesOnWithTheNewExceptions(ConsultationNumber moved) {
        number = moved;
        walk.of(moved);
        assertThat(walk.openTasks()).containsExactly("userTask_writeExplanation");
        suspended();
        resumed(LocalDate.of(2027, 1, 15));
        walk.run("serviceTask_tellSuspended", "serviceTask_tellResumed");
        assertThat(walk.dateOf("timer_collectUntil").toInstant())
                .isEqualTo(consultations.find(moved).collectUntil());
        walk.fire("startEvent_supervise");
        explained();
        answered(1);
        walk.as("staff", () -> steering.end(new EndConsultation(moved, "草案撤回")));
        walk.run("serviceTask_archiveEnded");
        assertThat(walk.ended()).isTrue();
    }

    /** Through all that is left, each step called in its newest version by the old frame. */
    private void endsAsItBegan(ConsultationNumber stayed) {
        number = stayed;
        walk.of(stayed);
        walk.as(
                "staff",
                () -> steering.moveDeadline(
                        new MoveDeadline(stayed, LocalDate.of(2027, 1, 15), "法工函〔2026〕9号", "增加一次座谈会")));
        walk.run("serviceTask_tellInvitees");
        explained();
        answered(3);
        clock.set(consultations.find(stayed).collectUntil().plusSeconds(1));
        walk.fire("timer_collectUntil").run("callActivity_collect", "callActivity_collate", "serviceTask_findAlike");
        screened();
        walk.complete("userTask_collate", "staff");
        walk.complete("userTask_checkCollation", "staff2", "decision", "approve");
        walk.run("callActivity_review");
        noted("expert1");
        walk.run("userTask_review");
        noted("expert2");
        walk.run("userTask_review");
        walk.run("callActivity_submit");
        walk.complete("userTask_checkReport", "director", "decision", "approve");
        walk.complete("userTask_signReport", "leader", "decision", "approve");
        walk.run("serviceTask_notifySubmitted");
        receiptRecorded();
        judged();
        walk.complete("userTask_recordOutcomes", "staff");
        walk.complete("userTask_checkOutcomes", "staff2", "decision", "approve");
        walk.run("serviceTask_publishOutcomes", "callActivity_archive");
        walk.complete("userTask_approveEvaluation", "director", "remark", "办理规范");
        walk.run("serviceTask_archiveCase");
        assertThat(walk.ended()).isTrue();
        assertThat(consultations.find(stayed).status()).isEqualTo(Status.ARCHIVED);
    }

    /** Brought to collection while the released models were the newest; afterwards today's are the newest again. */
    private ConsultationNumber onReleasedModel() {
        deploy("archive", V1, V1.resolve("forms"), V1);
        try {
            collecting();
            return number;
        } finally {
            deploy("today", ModelFiles.PROCESSES, ModelFiles.FORMS, ModelFiles.PROCESSES);
        }
    }

    private void deploy(String name, Path processes, Path forms, Path root) {
        DeploymentBuilder deployment =
                engine.getRepositoryService().createDeployment().name(name);
        Stream.of(".bpmn", ".dmn")
                .flatMap(ending -> ModelFiles.files(processes, ending).stream())
                .forEach(file -> add(deployment, "processes/" + root.relativize(file), file));
        Stream.of(".form", ".html")
                .flatMap(ending -> ModelFiles.files(forms, ending).stream())
                .forEach(file -> add(deployment, "forms/" + file.getFileName(), file));
        deployment.deploy();
    }

    private static void add(DeploymentBuilder deployment, String name, Path file) {
        try {
            deployment.addInputStream(name, Files.newInputStream(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String versionOf(ConsultationNumber consultation) {
        return engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processDefinitionKey(Models.CONSULTATION)
                .processInstanceBusinessKey(consultation.value())
                .singleResult()
                .getProcessDefinitionId();
    }

    private String newest() {
        ProcessDefinition newest = engine.getRepositoryService()
                .createProcessDefinitionQuery()
                .processDefinitionKey(Models.CONSULTATION)
                .latestVersion()
                .singleResult();
        return newest.getId();
    }

    private static Set<String> names(Pattern pattern) {
        return ModelFiles.files(V1, ".bpmn").stream()
                .map(ModelFiles::text)
                .flatMap(text -> pattern.matcher(text).results())
                .map(match -> match.group(1) != null ? match.group(1) : match.group(2))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
