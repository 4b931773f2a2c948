package cn.zhengxun.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The forms as the bundled form-js 1.8.7 and the embedded forms of Tasklist can show them. */
class FormsTest {
    /** One unknown component leaves the whole form blank. */
    private static final Set<String> KNOWN = Set.of(
            "text",
            "textfield",
            "textarea",
            "number",
            "datetime",
            "expression",
            "checkbox",
            "checklist",
            "radio",
            "select",
            "taglist",
            "table",
            "image",
            "html",
            "spacer",
            "separator",
            "group",
            "dynamiclist",
            "iframe",
            "button");

    static Stream<Path> staffForms() {
        return ModelFiles.files(ModelFiles.FORMS, ".form").stream();
    }

    static Stream<Path> pages() {
        return ModelFiles.files(ModelFiles.FORMS, ".html").stream();
    }

    @ParameterizedTest
    @MethodSource("staffForms")
    void a_staff_form_can_be_shown_by_the_bundled_form_js(Path path) throws IOException {
        JsonNode form = read(path);
        assertThat(form.path("id").asText() + ".form")
                .isEqualTo(path.getFileName().toString());
        assertThat(form.path("type").asText()).isEqualTo("default");
        assertThat(form.path("schemaVersion").asInt()).isBetween(1, 16);
        assertThat(form.path("executionPlatform").asText()).isEqualTo("Camunda Platform");
        assertThat(form.path("executionPlatformVersion").asText()).isEqualTo("7.24.0");
        Set<String> ids = new HashSet<>();
        for (JsonNode component : form.path("components")) {
            assertThat(component.path("type").asText()).isIn(KNOWN);
            assertThat(ids.add(component.path("id").asText()))
                    .as("an id of its own")
                    .isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("staffForms")
    void a_staff_form_says_what_to_do_and_leads_to_the_workbench(Path path) throws IOException {
        List<JsonNode> components = components(path);
        assertThat(components.get(0).path("text").asText()).startsWith("### ").containsPattern("\\n1\\. \\p{IsHan}");
        assertThat(components.get(1).path("text").asText())
                .matches("\\[[^]]*\\p{IsHan}[^]]*]\\(/consultations/\\{\\{consultation}}/[a-z]+\\)");
    }

    @ParameterizedTest
    @MethodSource("staffForms")
    void a_field_has_a_Chinese_label_and_a_hint_and_leaves_its_check_to_the_server(Path path) throws IOException {
        for (JsonNode component : components(path)) {
            if (component.has("key")) {
                String label = component
                        .path("label")
                        .asText(component.path("dateLabel").asText());
                assertThat(label).containsPattern("\\p{IsHan}");
                assertThat(component.path("description").asText()).containsPattern("\\p{IsHan}");
                assertThat(component.has("validate"))
                        .as("form-js would complain in English")
                        .isFalse();
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "accept-intake, decision reply",
        "approve-plan, decision remark",
        "sign-plan, decision remark",
        "write-explanation, skip skipReason",
        "check-collation, decision remark skipReview skipReason",
        "check-report, decision remark",
        "sign-report, decision remark",
        "record-receipt, receiptNumber receiptFrom receivedOn",
        "check-outcomes, decision remark",
        "approve-evaluation, remark",
        "resume-consultation, newDate letter reason",
        "collate, ''",
        "hand-over-receipt, ''"
    })
    void a_staff_form_sends_what_its_listener_reads(String form, String keys) throws IOException {
        Set<String> expected = keys.isEmpty() ? Set.of() : Set.of(keys.split(" "));
        assertThat(components(ModelFiles.FORMS.resolve(form + ".form")).stream()
                        .filter(component -> component.has("key"))
                        .map(component -> component.path("key").asText()))
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    @ParameterizedTest
    @MethodSource("staffForms")
    void a_decision_offers_two_ways(Path path) throws IOException {
        for (JsonNode component : components(path)) {
            if (component.path("type").asText().equals("radio")) {
                assertThat(component.path("values").findValuesAsText("value"))
                        .hasSize(2)
                        .first()
                        .isEqualTo(path.endsWith("accept-intake.form") ? "accept" : "approve");
            }
        }
    }

    @Test
    void registration_sends_the_letter_and_the_file() {
        assertThat(sent(ModelFiles.FORMS.resolve("register.html")))
                .containsExactlyInAnyOrder(
                        "title",
                        "bill",
                        "reading",
                        "level",
                        "requestingBody",
                        "deadline",
                        "visibility",
                        "sensitive",
                        "template",
                        "urgentReason",
                        "document",
                        "documentText");
    }

    @Test
    void the_entry_of_suggestions_sends_the_person_and_one_sheet() {
        Path page = ModelFiles.FORMS.resolve("suggestion-entry.html");
        assertThat(sent(page))
                .containsExactlyInAnyOrder(
                        "channel",
                        "proposerName",
                        "proposerContact",
                        "ageBand",
                        "onBehalf",
                        "confirmedByPerson",
                        "guardian",
                        "consentProcessing");
        assertThat(ModelFiles.text(page))
                .contains("['consultation', 'station', 'identityCategory', 'suggestions'].forEach")
                .contains("/staff/collecting.json");
    }

    @Test
    void a_change_of_course_sends_what_its_page_asks_for() {
        Path page = ModelFiles.FORMS.resolve("change.html");
        assertThat(sent(page)).containsExactlyInAnyOrder("newDate", "letter", "reason", "confirmed");
        assertThat(ModelFiles.text(page))
                .contains("['consultation', 'kind'].forEach")
                .contains("/staff/changes.json");
    }

    @ParameterizedTest
    @MethodSource("pages")
    void an_embedded_page_labels_every_field_and_puts_no_data_into_markup(Path path) {
        String page = ModelFiles.text(path);
        assertThat(page).doesNotContain("innerHTML", "insertAdjacentHTML", "document.write", "style=");
        assertThat(page).as("blocks the start for ever on a file field").doesNotContainPattern("<input[^>]* required");
        Set<String> ids = matches(page, "<(?:input|select|textarea) id=\"([^\"]+)\"");
        Set<String> labelled = matches(page, "<label for=\"([^\"]+)\"");
        labelled.addAll(matches(page, "<label><input id=\"([^\"]+)\""));
        assertThat(ids).isNotEmpty().isEqualTo(labelled);
        assertThat(matches(page, "aria-describedby=\"([^\"]+)\"").stream()
                        .flatMap(described -> Stream.of(described.split(" "))))
                .allSatisfy(id -> assertThat(page).contains("id=\"" + id + "\""));
    }

    private static Set<String> sent(Path page) {
        return matches(ModelFiles.text(page), "cam-variable-name=\"([^\"]+)\"");
    }

    private static Set<String> matches(String text, String pattern) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map((MatchResult match) -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<JsonNode> components(Path path) throws IOException {
        List<JsonNode> components = new ArrayList<>();
        read(path).path("components").forEach(components::add);
        return components;
    }

    private static JsonNode read(Path path) throws IOException {
        return new ObjectMapper().readTree(path.toFile());
    }
}
