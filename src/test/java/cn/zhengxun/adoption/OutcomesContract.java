package cn.zhengxun.adoption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.consultation.Level;
import cn.zhengxun.consultation.Status;
import cn.zhengxun.directory.InformantId;
import cn.zhengxun.kernel.InvalidCommand;
import cn.zhengxun.kernel.NotFound;
import cn.zhengxun.kernel.RuleViolation;
import cn.zhengxun.outreach.mail.Mail;
import cn.zhengxun.outreach.mail.QueuedMail;
import cn.zhengxun.outreach.mail.Recipient;
import cn.zhengxun.suggestion.SuggestionId;
import cn.zhengxun.testing.Rows;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** Step 9 on a real database: {@link OutcomesOnH2Test} and {@link OutcomesOnPostgresTest}. */
abstract class OutcomesContract {
    private static final String REASON = "现行规定已经涵盖，不再重复规定。";
    private static final String EVIDENCE = "审议结果的报告第3页";

    @Autowired
    Outcomes outcomes;

    @Autowired
    Letters letters;

    @Autowired
    OutcomeMail outcomeMail;

    @Autowired
    OutcomeFates fates;

    @Autowired
    Rows rows;

    @Autowired
    JdbcClient db;

    @Autowired
    MockMvc browser;

    private ConsultationNumber number;

    @AfterEach
    void sign_out() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void every_contributor_gets_one_letter_with_all_of_theirs_and_publishing_again_sends_nothing() {
        List<SuggestionId> all = twelveContributors();
        actAs("staff");
        outcomes.recordNotAdopted(new RecordNotAdopted(number, Set.copyOf(all), REASON, EVIDENCE));
        actAs("staff2");
        outcomes.confirm(new ConfirmOutcomes(number));

        outcomes.publish(number);

        List<Letter> written = letters.of(number, false);
        assertThat(written).hasSize(12);
        assertThat(written.stream()
                        .flatMap(letter -> letter.answers().stream())
                        .map(answer -> answer.suggestion().id()))
                .containsExactlyInAnyOrderElementsOf(all);
        assertThat(letters.of(number, true)).hasSize(7);
        assertThat(mails()).isEqualTo(5);

        outcomes.publish(number);
        assertThat(letters.of(number, false)).hasSize(12);
        assertThat(items()).isEqualTo(all.size());
        assertThat(mails()).isEqualTo(5);
    }

    @Test
    void whom_mail_does_not_reach_gets_the_letter_on_paper_also_when_it_fails_later() {
        number = rows.consultation(Level.NATIONAL, Status.TRACKING);
        InformantId failing = rows.informant("退信", "failing@example.com");
        InformantId onPaper = rows.informant("要纸质", "paper@example.com");
        InformantId later = rows.informant("后来退信", "later@example.com");
        InformantId reached = rows.informant("收得到", "reached@example.com");
        db.sql("UPDATE informant SET mail_failure = '没有这个邮箱' WHERE id = ?")
                .param(failing.value())
                .update();
        db.sql("UPDATE informant SET channel = 'PAPER' WHERE id = ?")
                .param(onPaper.value())
                .update();
        Set<SuggestionId> all = new HashSet<>();
        for (InformantId person : List.of(failing, onPaper, later, reached)) {
            all.add(rows.suggestion(number, person, null, "请写得短一些"));
        }
        actAs("staff");
        outcomes.recordNotAdopted(new RecordNotAdopted(number, all, REASON, EVIDENCE));
        actAs("staff2");
        outcomes.confirm(new ConfirmOutcomes(number));
        outcomes.publish(number);
        assertThat(letters.of(number, true)).extracting(Letter::informant).containsExactlyInAnyOrder(failing, onPaper);
        assertThat(mails()).isEqualTo(2);

        db.sql("UPDATE outbox SET status = 'FAILED', last_error = '退信' WHERE campaign = ? AND recipient = ?")
                .params("outcome:" + number, Long.toString(later.value()))
                .update();
        assertThat(letters.of(number, true))
                .extracting(Letter::informant)
                .containsExactlyInAnyOrder(failing, onPaper, later);
    }

    @Test
    void a_mail_names_each_of_the_persons_suggestions_with_result_reason_and_promulgated_text() {
        number = rows.consultation(Level.NATIONAL, Status.TRACKING);
        InformantId xia = rows.informant("夏云龙", "xia@example.com");
        SuggestionId adopted =
                rows.suggestion(number, xia, rows.articles(number).get(1), "应当在适宜的场合奏唱国歌");
        SuggestionId refused = rows.suggestion(number, xia, null, "应当每天奏唱");
        SuggestionId strange = rows.suggestion(number, rows.informant("别人", null), null, "别人说的话");
        rows.invitation(number, xia);
        actAs("staff");
        outcomes.record(new RecordOutcome(
                number,
                adopted,
                OutcomeKind.ADOPTED,
                "第五条",
                "国家倡导公民和组织在适宜的场合奏唱国歌，表达爱国情感。",
                Strength.SUBSTANCE,
                "您的建议写进了第五条。",
                "公布文本"));
        outcomes.recordNotAdopted(new RecordNotAdopted(number, Set.of(refused, strange), REASON, EVIDENCE));
        assertThat(fates.of(List.of(adopted))).as("not told before publication").isEmpty();
        actAs("staff2");
        outcomes.confirm(new ConfirmOutcomes(number));
        outcomes.publish(number);

        Mail mail = outcomeMail.write(
                new QueuedMail(1, "outcome:" + number, number, Recipient.informant(xia), OutcomeMail.TEMPLATE, 1));
        assertThat(mail.text())
                .containsOnlyOnce("应当在适宜的场合奏唱国歌”")
                .containsOnlyOnce("应当每天奏唱")
                .contains("夏云龙，您好", "采纳（实质）", "公布条文（第五条）：国家倡导公民", "未采纳", REASON, EVIDENCE, "/i/")
                .doesNotContain("别人说的话");
        assertThat(mail.html()).contains("未采纳");
        assertThat(fates.of(List.of(adopted)).get(adopted).word()).isEqualTo("采纳");
        assertThat(fates.of(List.of(adopted)).get(adopted).explanation()).contains("第五条", "您的建议写进了第五条。");
    }

    @Test
    void what_is_missing_or_pending_is_counted_out() {
        number = rows.consultation(Level.NATIONAL, Status.TRACKING);
        SuggestionId one = rows.suggestion(number, null, null, "甲");
        rows.suggestion(number, null, null, "乙");
        actAs("staff");
        outcomes.record(new RecordOutcome(number, one, OutcomeKind.PENDING, null, null, null, "法律还没有公布。", null));
        assertThatThrownBy(() -> outcomes.requireComplete(number))
                .isInstanceOf(RuleViolation.class)
                .hasMessageContaining("还有2条意见没有最终结果（未登记1条，待定1条）");
        assertThatThrownBy(() -> outcomes.publish(number)).hasMessageContaining("没有最终结果");
    }

    @Test
    void nobody_confirms_the_own_judgement_and_a_change_wants_a_new_confirmation() {
        number = rows.consultation(Level.NATIONAL, Status.TRACKING);
        SuggestionId one = rows.suggestion(number, null, null, "甲");
        actAs("staff");
        outcomes.recordNotAdopted(new RecordNotAdopted(number, Set.of(one), REASON, EVIDENCE));
        assertThatThrownBy(() -> outcomes.confirm(new ConfirmOutcomes(number))).hasMessageContaining("不能由您复核");
        assertThatThrownBy(() -> outcomes.publish(number)).hasMessageContaining("没有经第二人复核");
        actAs("staff2");
        outcomes.confirm(new ConfirmOutcomes(number));
        actAs("staff");
        outcomes.record(new RecordOutcome(number, one, OutcomeKind.NOTED, null, null, null, "留作今后修改时研究。", EVIDENCE));
        assertThat(outcomes.of(number).get(one).confirmedBy()).isNull();
        assertThatThrownBy(() -> outcomes.publish(number)).hasMessageContaining("没有经第二人复核");
    }

    @Test
    void what_was_told_is_not_changed_behind_its_authors_back() {
        number = rows.consultation(Level.NATIONAL, Status.TRACKING);
        SuggestionId one = rows.suggestion(number, null, null, "甲");
        publishAll(Set.of(one));
        assertThatThrownBy(
                        () -> outcomes.recordNotAdopted(new RecordNotAdopted(number, Set.of(one), "换一个理由看看", EVIDENCE)))
                .hasMessageContaining("已经反馈给提出人");
    }

    @Test
    void an_outcome_wants_a_reason_always_and_article_and_evidence_where_adopted() {
        number = rows.consultation(Level.NATIONAL, Status.TRACKING);
        SuggestionId one = rows.suggestion(number, null, null, "甲");
        assertThatThrownBy(() -> new RecordOutcome(number, one, OutcomeKind.NOT_ADOPTED, null, null, null, "不行", ""))
                .isInstanceOfSatisfying(
                        InvalidCommand.class,
                        invalid -> assertThat(invalid.faults())
                                .extracting(InvalidCommand.Fault::field)
                                .contains("reason"));
        assertThatThrownBy(() -> new RecordOutcome(number, one, OutcomeKind.PARTLY, " ", null, null, "采纳了一部分内容", ""))
                .isInstanceOfSatisfying(
                        InvalidCommand.class,
                        invalid -> assertThat(invalid.faults())
                                .extracting(InvalidCommand.Fault::field)
                                .containsExactlyInAnyOrder("article", "articleText", "strength", "evidence"));
    }

    @Test
    void only_a_consultation_that_went_upward_takes_outcomes_and_only_for_its_own_suggestions() {
        number = rows.consultation(Level.NATIONAL, Status.TRACKING);
        ConsultationNumber collecting = rows.consultation(Level.NATIONAL, Status.COLLECTING);
        SuggestionId early = rows.suggestion(collecting, null, null, "早");
        assertThatThrownBy(() ->
                        outcomes.recordNotAdopted(new RecordNotAdopted(collecting, Set.of(early), REASON, EVIDENCE)))
                .hasMessageContaining("正在征集");
        assertThatThrownBy(
                        () -> outcomes.recordNotAdopted(new RecordNotAdopted(number, Set.of(early), REASON, EVIDENCE)))
                .isInstanceOf(NotFound.class);
        assertThat(outcomes.of(collecting)).isEmpty();
    }

    @Test
    void what_another_body_handles_is_answered_too() {
        number = rows.consultation(Level.NATIONAL, Status.TRACKING);
        SuggestionId routed = rows.suggestion(number, null, null, "路灯坏了");
        rows.screening(number, routed, "OUT_OF_SCOPE");
        SuggestionId kept = rows.suggestion(number, null, null, "应当明示");
        rows.screening(number, kept, "FORWARD");
        actAs("staff");
        assertThat(outcomes.answerRouted(new AnswerRouted(number))).isEqualTo(1);
        assertThat(outcomes.answerRouted(new AnswerRouted(number))).isZero();
        assertThat(outcomes.of(number)).containsOnlyKeys(routed);
        assertThat(outcomes.of(number).get(routed).reason()).contains("已转街道信访办办理");
    }

    @Test
    void an_ended_draft_answers_everyone_at_once() {
        List<SuggestionId> all = twelveContributors();
        db.sql("UPDATE consultation SET status = 'ENDED', end_reason = '提请机关撤回' WHERE number = ?")
                .param(number.value())
                .update();
        outcomes.endDraft(number);
        outcomes.endDraft(number);
        assertThat(outcomes.of(number)).hasSize(all.size()).allSatisfy((id, outcome) -> {
            assertThat(outcome.kind()).isEqualTo(OutcomeKind.DRAFT_ENDED);
            assertThat(outcome.publishedAt()).isNotNull();
            assertThat(outcome.reason()).contains("提请机关撤回");
        });
        assertThat(letters.of(number, false)).hasSize(12);
        assertThat(mails()).isEqualTo(5);
    }

    @Test
    void the_page_records_one_refuses_with_the_words_kept_and_records_several() throws Exception {
        number = rows.consultation(Level.NATIONAL, Status.TRACKING);
        SuggestionId one = rows.suggestion(number, null, null, "甲的原话");
        SuggestionId two = rows.suggestion(number, null, null, "乙的原话");
        String url = "/consultations/" + number + "/outcomes";
        browser.perform(get(url).with(as("staff")))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("甲的原话")))
                .andExpect(content().string(containsString("还有 2 条没有最终结果")));
        browser.perform(post(url + "/" + one.value())
                        .param("kind", "ADOPTED")
                        .param("reason", "您的建议写进了法律。")
                        .param("evidence", "公布文本")
                        .param("article", "第七条之一")
                        .with(as("staff"))
                        .with(csrf()))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("请写上公布文本的条文")))
                .andExpect(content().string(containsString("您的建议写进了法律。")))
                .andExpect(content().string(containsString("第七条之一")));
        browser.perform(post(url + "/" + one.value())
                        .param("kind", "NOT_ADOPTED")
                        .param("reason", REASON)
                        .param("evidence", EVIDENCE)
                        .param("strength", "")
                        .with(as("staff"))
                        .with(csrf()))
                .andExpect(status().is3xxRedirection());
        browser.perform(post(url + "/not-adopted")
                        .param("reason", REASON)
                        .with(as("staff"))
                        .with(csrf()))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("请勾选要登记的意见")));
        browser.perform(post(url + "/not-adopted")
                        .param("chosen", Long.toString(two.value()))
                        .param("reason", REASON)
                        .param("evidence", EVIDENCE)
                        .with(as("staff"))
                        .with(csrf()))
                .andExpect(status().is3xxRedirection());
        assertThat(outcomes.of(number)).containsOnlyKeys(one, two);
        browser.perform(get(url).param("show", "ALL").with(as("director")))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("等待第二人复核")))
                .andExpect(content().string(not(containsString("name=\"reason\""))));
    }

    @Test
    void the_letters_to_print_are_those_without_an_address_and_only_for_staff() throws Exception {
        List<SuggestionId> all = twelveContributors();
        publishAll(new HashSet<>(all));
        String url = "/consultations/" + number + "/letters";
        browser.perform(get(url).with(as("staff")))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("共 7 封")))
                .andExpect(content().string(containsString("纸面5，您好")))
                .andExpect(content().string(containsString("意见提出人，您好")))
                .andExpect(content().string(not(containsString("邮件0"))));
        browser.perform(get(url).param("all", "true").with(as("staff")))
                .andExpect(content().string(containsString("邮件0，您好")));
        for (String role : List.of("director", "expert", "manager")) {
            browser.perform(get(url).with(as(role))).andExpect(status().isForbidden());
        }
        for (String role : List.of("expert", "manager")) {
            browser.perform(get("/consultations/" + number + "/outcomes").with(as(role)))
                    .andExpect(status().isForbidden());
        }
        browser.perform(post("/consultations/" + number + "/outcomes/"
                                + all.get(0).value())
                        .with(as("director"))
                        .with(csrf()))
                .andExpect(status().isForbidden());
    }

    /** Five with an address, three on paper, four unknown; three suggestions each, but one for each unknown. */
    private List<SuggestionId> twelveContributors() {
        number = rows.consultation(Level.NATIONAL, Status.TRACKING);
        List<SuggestionId> all = new ArrayList<>();
        for (int person = 0; person < 8; person++) {
            InformantId informant = person < 5
                    ? rows.informant("邮件" + person, "p" + person + "@example.com")
                    : rows.informant("纸面" + person, null);
            for (int n = 0; n < 3; n++) {
                all.add(rows.suggestion(number, informant, rows.articles(number).get(n), "原话" + person + "之" + n));
            }
        }
        for (int person = 0; person < 4; person++) {
            all.add(rows.suggestion(number, null, null, "路人的原话" + person));
        }
        return all;
    }

    private void publishAll(Set<SuggestionId> all) {
        actAs("staff");
        outcomes.recordNotAdopted(new RecordNotAdopted(number, all, REASON, EVIDENCE));
        actAs("staff2");
        outcomes.confirm(new ConfirmOutcomes(number));
        outcomes.publish(number);
    }

    private int mails() {
        return db.sql("SELECT COUNT(*) FROM outbox WHERE campaign = ?")
                .param("outcome:" + number)
                .query(Integer.class)
                .single();
    }

    private int items() {
        return db.sql("""
                        SELECT COUNT(*) FROM outcome_letter_item item
                        JOIN outcome_letter letter ON letter.id = item.letter_id
                        WHERE letter.consultation = ?
                        """).param(number.value()).query(Integer.class).single();
    }

    private static void actAs(String userId) {
        SecurityContextHolder.getContext()
                .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                        userId, "", List.of(new SimpleGrantedAuthority("staff"))));
    }

    private static RequestPostProcessor as(String role) {
        return user(role).authorities(new SimpleGrantedAuthority(role));
    }
}
