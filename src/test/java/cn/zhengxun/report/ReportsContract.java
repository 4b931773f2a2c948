package cn.zhengxun.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.zhengxun.collation.Grade;
import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.consultation.Consultations;
import cn.zhengxun.consultation.Decision;
import cn.zhengxun.consultation.Level;
import cn.zhengxun.consultation.RecordDecision;
import cn.zhengxun.consultation.Status;
import cn.zhengxun.directory.InformantId;
import cn.zhengxun.draft.clause.ClauseId;
import cn.zhengxun.kernel.NotFound;
import cn.zhengxun.kernel.RuleViolation;
import cn.zhengxun.outreach.mail.Mail;
import cn.zhengxun.outreach.mail.QueuedMail;
import cn.zhengxun.outreach.mail.Recipient;
import cn.zhengxun.suggestion.SuggestionFates;
import cn.zhengxun.suggestion.SuggestionId;
import cn.zhengxun.suggestion.arrival.Arrivals;
import cn.zhengxun.suggestion.arrival.Concern;
import cn.zhengxun.suggestion.arrival.SettleArrival;
import cn.zhengxun.suggestion.arrival.Verdict;
import cn.zhengxun.testing.EveryText;
import cn.zhengxun.testing.Rows;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.lang3.StringUtils;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** Step 8 on a real database: {@link ReportsOnH2Test} and {@link ReportsOnPostgresTest}. */
abstract class ReportsContract {
    @Autowired
    Reports reports;

    @Autowired
    Arrivals arrivals;

    @Autowired
    Consultations consultations;

    @Autowired
    Rows rows;

    @Autowired
    JdbcClient db;

    @Autowired
    SubmittedMail submittedMail;

    @Autowired
    SubmittedFates fates;

    @Autowired
    MockMvc browser;

    private ConsultationNumber number;

    @Test
    void holds_each_forwarded_suggestion_once_and_none_of_the_others() throws IOException {
        List<String> forwarded = consultationWithFour();
        reports.compose(number);

        String text = text(reports.docx(number, 1));
        forwarded.forEach(original -> assertThat(StringUtils.countMatches(text, original))
                .as(original)
                .isEqualTo(1));
        assertThat(text).doesNotContain("小区停车难的诉求").doesNotContain("需要复核的言论");
        assertThat(text).contains("征集意见3条，本报告上报2条").doesNotContain("王某某").doesNotContain("wang@example.com");
        assertThat(items(1)).isEqualTo(2);
    }

    @Test
    void what_two_people_have_not_released_never_goes_up() throws IOException {
        List<String> forwarded = consultationWithFour();
        long held = db.sql(
                        "SELECT suggestion_id FROM suggestion_words WHERE original = ? ORDER BY suggestion_id DESC LIMIT 1")
                .param(forwarded.get(0))
                .query(Long.class)
                .single();
        reports.compose(number);
        assertThat(both()).contains(forwarded.get(0));

        arrivals.flag(number, List.of(held), Concern.OTHER);
        assertThatThrownBy(() -> reports.approve(new ApproveReport(number)))
                .as("held after it was composed")
                .isInstanceOf(RuleViolation.class)
                .hasMessageContaining("其中1条意见又被暂存");
        reports.compose(number);
        assertThat(both()).doesNotContain(forwarded.get(0)).contains(forwarded.get(1));
        for (String[] step : new String[][] {{"staff", "HOLD"}, {"staff2", "HOLD"}, {"staff", "PASS"}}) {
            settle(step[0], held, Verdict.valueOf(step[1]));
            reports.compose(number);
            assertThat(both()).as("after " + step[0]).doesNotContain(forwarded.get(0));
            assertThat(items(1)).isEqualTo(1);
        }
        settle("staff2", held, Verdict.PASS);
        reports.compose(number);
        assertThat(both()).contains(forwarded.get(0), forwarded.get(1));

        reports.approve(new ApproveReport(number));
        settle("staff", held, Verdict.HOLD);
        assertThatThrownBy(() -> reports.sign(new SignReport(number))).hasMessageContaining("又被暂存");
        SecurityContextHolder.clearContext();
    }

    private void settle(String user, long suggestion, Verdict verdict) {
        SecurityContextHolder.getContext()
                .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(user, "", List.of()));
        int seen = arrivals.of(List.of(suggestion)).get(suggestion).version();
        arrivals.settle(new SettleArrival(number, suggestion, seen, verdict, "看过了", null));
    }

    /** Report and annex together. */
    private String both() throws IOException {
        return text(reports.docx(number, 1)) + String.join("\n", EveryText.contents(reports.xlsx(number, 1)));
    }

    @Test
    void five_hundred_suggestions_reconcile_with_the_database() throws IOException {
        number = rows.consultation(Level.NATIONAL, Status.SUBMITTING);
        List<ClauseId> articles = rows.articles(number);
        List<String> originals =
                IntStream.range(0, 500).mapToObj(n -> "第〔" + n + "〕个人的原话").toList();
        for (int n = 0; n < 500; n++) {
            ClauseId clause = n % 4 == 3 ? null : articles.get(n % 4);
            rows.screening(
                    number, rows.suggestion(number, null, clause, originals.get(n)), n % 5 == 4 ? "GROUP" : "FORWARD");
        }
        reports.compose(number);
        String text = text(reports.docx(number, 1));
        originals.forEach(original -> assertThat(StringUtils.countMatches(text, original))
                .as(original)
                .isEqualTo(1));
        assertThat(text).contains("征集意见500条，本报告上报500条");
        assertThat(items(1)).isEqualTo(500);
    }

    @Test
    void no_opinion_at_all_is_a_valid_report() throws IOException {
        number = rows.consultation(Level.DISTRICT, Status.SUBMITTING);
        reports.compose(number);
        assertThat(text(reports.docx(number, 1))).contains("零意见报告");
        reports.approve(new ApproveReport(number));
        reports.sign(new SignReport(number));
        assertThat(reports.freeze(number).frozenAt()).isNotNull();
        assertThat(reports.submitted(number)).isEmpty();
    }

    @Test
    void freezing_wants_approval_and_signature_and_then_nothing_changes_any_more() throws Exception {
        consultationWithFour();
        assertThatThrownBy(() -> reports.approve(new ApproveReport(number))).hasMessageContaining("还没有生成报告");
        reports.compose(number);
        assertThatThrownBy(() -> reports.freeze(number)).hasMessageContaining("审核通过");
        assertThatThrownBy(() -> reports.sign(new SignReport(number))).hasMessageContaining("还没有审核通过");
        reports.approve(new ApproveReport(number));
        assertThatThrownBy(() -> reports.freeze(number)).hasMessageContaining("签发");
        reports.sign(new SignReport(number));
        assertThat(reports.submitted(number)).isEmpty();

        Report frozen = reports.freeze(number);

        byte[] docx = reports.docx(number, 1);
        assertThat(sha256(docx)).isEqualTo(frozen.docxSha256());
        assertThat(sha256(reports.xlsx(number, 1))).isEqualTo(frozen.xlsxSha256());
        assertThat(reports.submitted(number)).hasSize(2).containsValue(Grade.GENERAL);
        assertThatThrownBy(() -> reports.compose(number)).hasMessageContaining("已固化上报，不能再修改");
        assertThatThrownBy(() -> reports.introduce(new WriteIntroduction(number, "改一改")))
                .hasMessageContaining("已固化");
        assertThatThrownBy(() -> reports.approve(new ApproveReport(number))).hasMessageContaining("已固化");
        assertThatThrownBy(() -> reports.sign(new SignReport(number))).hasMessageContaining("已固化");
        assertThatThrownBy(() -> reports.freeze(number)).isInstanceOf(RuleViolation.class);
        assertThat(reports.docx(number, 1)).isEqualTo(docx);

        assertThatThrownBy(() -> reports.recordReceipt(
                        new RecordReceipt(number, "收〔2026〕8号", "法工委", LocalDate.of(2026, 11, 24))))
                .hasMessageContaining("今天或以前");
        reports.recordReceipt(new RecordReceipt(number, "收〔2026〕8号", "法工委", LocalDate.of(2026, 11, 23)));
        assertThat(reports.latest(number)).hasValueSatisfying(report -> {
            assertThat(report.receiptNumber()).isEqualTo("收〔2026〕8号");
            assertThat(report.docxSha256()).isEqualTo(frozen.docxSha256());
        });
    }

    @Test
    void after_a_return_the_next_version_is_written_beside_the_frozen_one() throws IOException {
        consultationWithFour();
        freezeVersion();
        byte[] first = reports.docx(number, 1);
        db.sql("UPDATE consultation SET report_version = 2 WHERE number = ?")
                .param(number.value())
                .update();
        rows.screening(number, rows.suggestion(number, null, null, "补充的一条意见"), "FORWARD");

        reports.compose(number);
        assertThat(reports.submitted(number)).as("until the second is frozen").hasSize(2);
        reports.approve(new ApproveReport(number));
        reports.sign(new SignReport(number));
        reports.freeze(number);

        assertThat(reports.submitted(number)).hasSize(3);
        assertThat(reports.docx(number, 1)).isEqualTo(first);
        assertThat(text(reports.docx(number, 2))).contains("补充的一条意见", "第2版");
    }

    @Test
    void composing_anew_keeps_the_introduction_and_takes_back_the_approval() throws IOException {
        consultationWithFour();
        reports.compose(number);
        reports.approve(new ApproveReport(number));
        WriteIntroduction introduction = new WriteIntroduction(number, "我联系点高度重视。\n现报告如下。");
        assertThatThrownBy(() -> reports.introduce(introduction))
                .as("what waits for the signature stays as it is")
                .hasMessageContaining("等待签发");
        consultations.record(new RecordDecision(number, "report", Decision.RETURN, "开头再写具体些"));
        reports.introduce(introduction);
        assertThat(reports.latest(number))
                .hasValueSatisfying(report -> assertThat(report.approvedAt()).isNull());
        reports.compose(number);
        assertThat(text(reports.docx(number, 1))).containsSubsequence("我联系点高度重视。\n", "现报告如下。");
    }

    @Test
    void a_report_is_composed_only_in_step_eight() {
        number = rows.consultation(Level.MUNICIPAL, Status.COLLATING);
        assertThatThrownBy(() -> reports.compose(number)).hasMessageContaining("梳理归并");
        assertThatThrownBy(() -> reports.docx(number, 1)).isInstanceOf(NotFound.class);
    }

    @Test
    void contributors_with_an_address_are_told_once_and_only_of_their_own() {
        number = rows.consultation(Level.NATIONAL, Status.SUBMITTING);
        InformantId reachable = rows.informant("李能达", "li@example.com");
        InformantId onPaper = rows.informant("赵纸面", null);
        InformantId routed = rows.informant("孙转办", "sun@example.com");
        rows.screening(
                number, rows.suggestion(number, reachable, rows.articles(number).get(1), "餐馆应当提示"), "FORWARD");
        rows.screening(number, rows.suggestion(number, reachable, null, "路灯坏了"), "OUT_OF_SCOPE");
        SuggestionId other = rows.suggestion(number, onPaper, null, "别人的意见");
        rows.screening(number, other, "FORWARD");
        rows.screening(number, rows.suggestion(number, routed, null, "楼道堆物"), "OUT_OF_SCOPE");
        freezeVersion();
        reports.notifySubmitted(number);
        reports.notifySubmitted(number);

        assertThat(db.sql("SELECT recipient FROM outbox WHERE campaign = ?")
                        .param("submitted:" + number)
                        .query(String.class)
                        .list())
                .containsExactly(Long.toString(reachable.value()));
        Mail mail = submittedMail.write(new QueuedMail(
                1, "submitted:" + number, number, Recipient.informant(reachable), SubmittedMail.TEMPLATE, 1));
        assertThat(mail.text())
                .contains("您的1条意见已于2026年11月23日写入报告", "第1号（第二条）：餐馆应当提示")
                .doesNotContain("别人的意见")
                .doesNotContain("路灯坏了");
        assertThat(fates.of(List.of(other)).get(other))
                .extracting(SuggestionFates.Fate::word)
                .isEqualTo("已上报");
    }

    @Test
    void the_page_shows_the_report_and_keeps_what_was_typed_when_it_is_refused() throws Exception {
        consultationWithFour();
        String url = "/consultations/" + number + "/report";
        browser.perform(get(url).with(as("staff")))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("还没有报告")));
        reports.compose(number);
        browser.perform(get(url).with(as("director")))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("餐饮服务经营者应当主动提示")))
                .andExpect(content().string(org.hamcrest.Matchers.not(containsString("name=\"introduction\""))));
        String tooLong = "长".repeat(4001);
        browser.perform(post(url + "/introduction")
                        .param("introduction", tooLong)
                        .with(as("staff"))
                        .with(csrf()))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("不能超过4000个字")))
                .andExpect(content().string(containsString(tooLong)));
        browser.perform(post(url + "/introduction")
                        .param("introduction", "现报告如下。")
                        .with(as("staff"))
                        .with(csrf()))
                .andExpect(status().is3xxRedirection());
        browser.perform(get(url + "/1/report.docx").with(as("leader")))
                .andExpect(status().isOk())
                .andExpect(header().string("Content-Disposition", containsString("attachment")))
                .andExpect(content().bytes(reports.docx(number, 1)));
        browser.perform(get(url + "/1/annex.xlsx").with(as("staff")))
                .andExpect(content().bytes(reports.xlsx(number, 1)));
    }

    @Test
    void who_has_no_part_in_step_eight_is_refused() throws Exception {
        consultationWithFour();
        reports.compose(number);
        String url = "/consultations/" + number + "/report";
        for (String role : List.of("expert", "manager", "camunda-admin")) {
            browser.perform(get(url).with(as(role))).andExpect(status().isForbidden());
            browser.perform(get(url + "/1/report.docx").with(as(role))).andExpect(status().isForbidden());
        }
        browser.perform(post(url + "/introduction")
                        .param("introduction", "改")
                        .with(as("director"))
                        .with(csrf()))
                .andExpect(status().isForbidden());
    }

    @Test
    void every_command_leaves_an_audit_entry_without_a_word_of_opinion() {
        consultationWithFour();
        freezeVersion();
        List<String> entries = db.sql("SELECT action || detail FROM audit_entry WHERE consultation = ? ORDER BY id")
                .param(number.value())
                .query(String.class)
                .list();
        assertThat(entries).hasSize(4);
        assertThat(String.join("\n", entries))
                .containsSubsequence("ComposeReport", "ApproveReport", "SignReport", "FreezeReport")
                .doesNotContain("餐饮");
    }

    /** Two forwarded, one held, one out of scope. @return the originals of the forwarded */
    private List<String> consultationWithFour() {
        number = rows.consultation(Level.NATIONAL, Status.SUBMITTING);
        InformantId author = rows.informant("王某某", "wang@example.com");
        List<String> forwarded = new ArrayList<>(List.of("餐饮服务经营者应当主动提示", "收费标准应当明示"));
        rows.screening(
                number, rows.suggestion(number, author, rows.articles(number).get(1), forwarded.get(0)), "FORWARD");
        rows.screening(
                number, rows.suggestion(number, null, rows.articles(number).get(2), forwarded.get(1)), "GROUP");
        rows.screening(number, rows.suggestion(number, null, null, "小区停车难的诉求"), "OUT_OF_SCOPE");
        rows.screening(number, rows.suggestion(number, null, null, "需要复核的言论"), "HOLD");
        return forwarded;
    }

    private void freezeVersion() {
        reports.compose(number);
        reports.approve(new ApproveReport(number));
        reports.sign(new SignReport(number));
        reports.freeze(number);
    }

    private int items(int version) {
        return db.sql("SELECT COUNT(*) FROM report_item WHERE consultation = ? AND version = ?")
                .params(number.value(), version)
                .query(Integer.class)
                .single();
    }

    private static RequestPostProcessor as(String role) {
        return user(role).authorities(new SimpleGrantedAuthority(role));
    }

    private static String text(byte[] docx) throws IOException {
        try (XWPFWordExtractor words = new XWPFWordExtractor(new XWPFDocument(new ByteArrayInputStream(docx)))) {
            return words.getText();
        }
    }

    private static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }
}
