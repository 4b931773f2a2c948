package cn.zhengxun.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.zhengxun.audit.AuditSealer;
import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.consultation.Level;
import cn.zhengxun.consultation.Status;
import cn.zhengxun.directory.InformantId;
import cn.zhengxun.draft.clause.ClauseId;
import cn.zhengxun.evaluation.CaseFiles.Occasion;
import cn.zhengxun.kernel.NotFound;
import cn.zhengxun.kernel.RuleViolation;
import cn.zhengxun.kernel.Timestamps;
import cn.zhengxun.suggestion.SuggestionId;
import cn.zhengxun.testing.Rows;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

abstract class EvaluationContract {
    @Autowired
    Rows rows;

    @Autowired
    JdbcClient db;

    @Autowired
    Evaluations evaluations;

    @Autowired
    CaseFiles caseFiles;

    @Autowired
    AuditSealer sealer;

    @Autowired
    MockMvc browser;

    ConsultationNumber number;

    /** Six handed in: two submitted of which one was adopted, one more collected, one withdrawn, one late, one routed. */
    @BeforeEach
    void one_consultation() {
        number = rows.consultation(Level.NATIONAL, Status.EVALUATING);
        rows.plan(number);
        List<ClauseId> articles = rows.articles(number);
        InformantId first = rows.informant("王秀英", "wang@example.org");
        InformantId second = rows.informant("李国强", null);
        db.sql("UPDATE invitation SET opened_at = issued_at, answered_at = issued_at WHERE id = ?")
                .param(rows.invitation(number, first).value())
                .update();
        rows.invitation(number, second);
        SuggestionId adopted = screened(first, articles.get(1), "=建议增加小份菜", "FORWARD");
        SuggestionId refused = screened(first, articles.get(1), "建议删去", "FORWARD");
        screened(null, null, "整体很好", "HOLD");
        SuggestionId withdrawn = screened(null, null, "撤回的话", "FORWARD");
        SuggestionId late = screened(null, null, "迟到的话", "FORWARD");
        screened(null, null, "我家漏水", "OUT_OF_SCOPE");
        db.sql("UPDATE suggestion SET withdrawn_at = ? WHERE id = ?")
                .params(at("2026-11-20T09:00:00Z"), withdrawn.value())
                .update();
        db.sql("UPDATE submission SET timing = 'LATE' WHERE id = (SELECT submission_id FROM suggestion WHERE id = ?)")
                .param(late.value())
                .update();
        rows.frozenReport(number, List.of(adopted, refused));
        rows.outcome(number, adopted, "ADOPTED");
        rows.outcome(number, refused, "NOT_ADOPTED");
    }

    private SuggestionId screened(InformantId informant, ClauseId clause, String words, String decision) {
        SuggestionId suggestion = rows.suggestion(number, informant, clause, words);
        rows.screening(number, suggestion, decision);
        return suggestion;
    }

    @Test
    void the_figures_account_for_everything_that_was_handed_in() {
        EvaluationFigures figures = evaluations.now(number);

        assertThat(figures.collected()).isEqualTo(3);
        assertThat(figures.submitted()).isEqualTo(2);
        assertThat(figures.adopted()).isEqualTo(1);
        assertThat(figures.rateOfSubmitted()).isEqualTo(0.5);
        assertThat(List.of(figures.withdrawn(), figures.late(), figures.outOfScope()))
                .containsExactly(1L, 1L, 1L);
        assertThat(List.of(figures.invited(), figures.opened(), figures.answered()))
                .containsExactly(2L, 1L, 1L);
        assertThat(figures.contributors()).isEqualTo(2);
        assertThat(figures.byClause())
                .containsExactly(new EvaluationFigures.Part("第二条", 2, 2, 1), new EvaluationFigures.Part("整体", 1, 0, 0));
    }

    @Test
    void steps_take_the_days_between_their_acts() {
        db.sql("UPDATE consultation SET registered_at = ?, collect_closed_at = ? WHERE number = ?")
                .params(at("2026-11-01T01:00:00Z"), at("2026-11-20T16:00:00Z"), number.value())
                .update();
        db.sql("UPDATE draft SET confirmed_at = ? WHERE id = ?")
                .params(at("2026-11-02T01:00:00Z"), rows.draftOf(number).value())
                .update();
        db.sql(
                        "INSERT INTO timetable_entry (consultation, step, owner_group, begins_at, due_at) VALUES (?, 5, 'staff', ?, ?)")
                .params(number.value(), at("2026-11-06T01:00:00Z"), at("2026-11-20T15:59:00Z"))
                .update();

        List<EvaluationFigures.Step> steps = evaluations.now(number).steps();

        assertThat(steps).hasSize(10);
        assertThat(steps.get(0).days()).isEqualTo(1);
        assertThat(steps.get(3).done()).isNull();
        assertThat(steps.get(3).days()).isNull();
        assertThat(steps.get(4).done()).hasToString("2026-11-21");
        assertThat(steps.get(4).overdue()).isTrue();
    }

    @Test
    void an_evaluation_is_replaced_until_it_is_approved() {
        assertThatThrownBy(() -> evaluations.approve(new ApproveEvaluation(number, null)))
                .isInstanceOf(RuleViolation.class)
                .hasMessageContaining("还没有生成评价");
        evaluations.evaluate(number);
        rows.suggestion(number, null, null, "补录的一条");
        evaluations.evaluate(number);
        assertThat(evaluations.find(number).orElseThrow().figures().collected()).isEqualTo(4);

        evaluations.approve(new ApproveEvaluation(number, "同意"));

        Evaluation approved = evaluations.find(number).orElseThrow();
        assertThat(approved.approved()).isTrue();
        assertThat(approved.remark()).isEqualTo("同意");
        assertThat(approved.figures()).isEqualTo(evaluations.now(number));
        assertThatThrownBy(() -> evaluations.evaluate(number)).isInstanceOf(RuleViolation.class);
        assertThatThrownBy(() -> evaluations.approve(new ApproveEvaluation(number, null)))
                .isInstanceOf(RuleViolation.class);
        assertThat(audited()).containsExactly("Evaluate", "Evaluate", "ApproveEvaluation");
    }

    @Test
    void every_hash_of_a_case_file_verifies() throws Exception {
        evaluations.evaluate(number);
        caseFiles.archive(number, Occasion.CLOSING);

        byte[] zip = caseFiles.zip(number, Occasion.CLOSING).orElseThrow();
        Map<String, byte[]> papers = unzip(zip);
        List<String> hashes = new String(papers.get("SHA-256.txt"), StandardCharsets.UTF_8)
                .lines()
                .toList();
        assertThat(hashes).hasSize(papers.size() - 1);
        for (String line : hashes) {
            String[] parts = line.split("  ", 2);
            assertThat(sha256(papers.get(parts[1]))).as(parts[1]).isEqualTo(parts[0]);
        }
        String contents = new String(papers.get("目录.html"), StandardCharsets.UTF_8);
        papers.forEach((path, content) -> {
            if (!path.equals("目录.html") && !path.equals("SHA-256.txt")) {
                assertThat(contents).contains(path, sha256(content));
            }
        });
        assertThat(caseFiles.of(number))
                .singleElement()
                .satisfies(file -> assertThat(file.sha256()).isEqualTo(sha256(zip)));
    }

    @Test
    void a_case_file_holds_what_was_done_and_nobodys_contact() throws Exception {
        evaluations.evaluate(number);
        caseFiles.archive(number, Occasion.FINAL);

        Map<String, byte[]> papers = unzip(caseFiles.zip(number, Occasion.FINAL).orElseThrow());
        assertThat(papers.keySet())
                .contains(
                        "01-接收/收文登记.txt",
                        "01-接收/原件-draft.txt",
                        "01-接收/条款.txt",
                        "02-方案/征询方案.txt",
                        "05-征集/意见原话.xlsx",
                        "08-报告/报告第1版.docx",
                        "08-报告/报告第1版附件.xlsx",
                        "09-反馈/采纳情况.xlsx",
                        "10-评价/评价.json",
                        "11-审计/审计记录.csv");
        assertThat(papers.get("08-报告/报告第1版.docx")).containsExactly(1);
        assertThat(cells(papers.get("05-征集/意见原话.xlsx")))
                .contains("=建议增加小份菜", "迟到的话", "逾期", "按时", "实质修改", "扫码", "整体很好", "暂存")
                .doesNotContain("撤回的话");
        assertThat(cells(papers.get("09-反馈/采纳情况.xlsx"))).contains("采纳", "未采纳");
        for (Map.Entry<String, byte[]> paper : papers.entrySet()) {
            String text = paper.getKey().endsWith(".xlsx") && paper.getValue().length > 1
                    ? String.join(" ", cells(paper.getValue()))
                    : new String(paper.getValue(), StandardCharsets.UTF_8);
            assertThat(text).as(paper.getKey()).doesNotContain("王秀英", "wang@example.org", "李国强");
        }
    }

    @Test
    void the_audit_extract_can_be_checked_by_itself() throws Exception {
        evaluations.evaluate(number);
        while (sealer.seal() > 0) {
            // until nothing is left unsealed
        }
        caseFiles.archive(number, Occasion.FINAL);

        Map<String, byte[]> papers = unzip(caseFiles.zip(number, Occasion.FINAL).orElseThrow());
        String row = new String(papers.get("11-审计/审计记录.csv"), StandardCharsets.UTF_8)
                .lines()
                .skip(1)
                .findFirst()
                .orElseThrow();
        List<String> cell = Pattern.compile("\"((?:[^\"]|\"\")*)\"|([^,]+)")
                .matcher(row)
                .results()
                .map(hit -> hit.group(1) == null ? hit.group(2) : hit.group(1).replace("\"\"", "\""))
                .toList();
        StringBuilder covered = new StringBuilder(cell.get(8));
        // id, epoch_milli, actor, action, consultation, detail, as the sealer chains them
        for (int column : new int[] {0, 2, 3, 4, 5, 6}) {
            covered.append('|').append(cell.get(column).length()).append(':').append(cell.get(column));
        }
        assertThat(cell.get(4)).isEqualTo("Evaluate");
        assertThat(sha256(covered.toString().getBytes(StandardCharsets.UTF_8))).isEqualTo(cell.get(9));
    }

    @Test
    void a_case_file_is_made_again_and_fetched_by_staff_only() throws Exception {
        caseFiles.archive(number, Occasion.ENDED);
        String first = caseFiles.of(number).get(0).sha256();
        rows.suggestion(number, null, null, "后来的一条");
        caseFiles.archive(number, Occasion.ENDED);
        assertThat(caseFiles.of(number)).hasSize(1);
        assertThat(caseFiles.of(number).get(0).sha256()).isNotEqualTo(first);

        byte[] fetched = browser.perform(get("/consultations/{n}/case-file/ended.zip", number.value())
                        .with(as("director")))
                .andExpect(status().isOk())
                .andExpect(content().contentType("application/zip"))
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        assertThat(sha256(fetched)).isEqualTo(caseFiles.of(number).get(0).sha256());
        browser.perform(get("/consultations/{n}/case-file/ended.zip", number.value())
                        .with(as("manager")))
                .andExpect(status().isForbidden());
        browser.perform(get("/consultations/{n}/case-file/final.zip", number.value())
                        .with(as("staff")))
                .andExpect(status().isNotFound());
        browser.perform(get("/consultations/{n}/case-file/any.zip", number.value())
                        .with(as("staff")))
                .andExpect(status().isNotFound());
    }

    @Test
    void the_evaluation_page_shows_figures_and_where_approval_stands() throws Exception {
        browser.perform(get("/consultations/{n}/evaluation", number.value()).with(as("manager")))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("尚未生成")))
                .andExpect(content().string(containsString("50.0%")))
                .andExpect(content().string(not(containsString("案卷"))));
        evaluations.evaluate(number);
        evaluations.approve(new ApproveEvaluation(number, "同意归档"));
        caseFiles.archive(number, Occasion.FINAL);
        browser.perform(get("/consultations/{n}/evaluation", number.value()).with(as("staff")))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("已审定")))
                .andExpect(content().string(containsString("同意归档")))
                .andExpect(content().string(containsString("/case-file/final.zip")));
        browser.perform(get("/consultations/{n}/evaluation", number.value()).with(as("expert")))
                .andExpect(status().isForbidden());
    }

    @Test
    void an_unknown_consultation_has_neither() {
        ConsultationNumber unknown = new ConsultationNumber("1999-国-001");
        assertThatThrownBy(() -> evaluations.evaluate(unknown)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> caseFiles.archive(unknown, Occasion.FINAL)).isInstanceOf(NotFound.class);
    }

    private List<String> audited() {
        return db.sql("SELECT action FROM audit_entry WHERE consultation = ? ORDER BY id")
                .param(number.value())
                .query(String.class)
                .list();
    }

    private static Map<String, byte[]> unzip(byte[] zip) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.put(entry.getName(), in.readAllBytes());
            }
        }
        return files;
    }

    private static List<String> cells(byte[] xlsx) throws IOException {
        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(xlsx));
                Stream<Row> sheet = book.getFirstSheet().openStream()) {
            return sheet.flatMap(
                            row -> row.stream().filter(cell -> cell != null).map(cell -> cell.getText()))
                    .toList();
        }
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (java.security.NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Object at(String instant) {
        return Timestamps.of(Instant.parse(instant));
    }

    private static RequestPostProcessor as(String role) {
        return user(role).authorities(new SimpleGrantedAuthority(role));
    }
}
