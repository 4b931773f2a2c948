package cn.zhengxun.consultation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhengxun.draft.ConfirmStructure;
import cn.zhengxun.draft.DraftId;
import cn.zhengxun.draft.Drafts;
import cn.zhengxun.draft.Visibility;
import cn.zhengxun.kernel.NotFound;
import cn.zhengxun.kernel.RuleViolation;
import cn.zhengxun.testing.Rows;
import cn.zhengxun.testing.TestClock;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a consultation promises on either database. The clock stands at Monday 2026-11-23 09:00. */
abstract class ConsultationsContract {
    private static final LocalDate DEADLINE = LocalDate.parse("2026-12-23");

    @Autowired
    Consultations consultations;

    @Autowired
    Timetables timetables;

    @Autowired
    Drafts drafts;

    @Autowired
    Rows rows;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient db;

    @AfterEach
    void resetClock() {
        clock.reset();
    }

    @Test
    void a_letter_becomes_a_numbered_consultation_with_ten_due_dates() {
        ConsultationNumber number = consultations.register(letter(Level.NATIONAL, Template.NORMAL, DEADLINE, null));

        Consultation found = consultations.find(number);
        assertThat(number.value()).matches("2026-国-\\d{3}");
        assertThat(found.status()).isEqualTo(Status.INTAKE);
        assertThat(found.step()).isEqualTo(1);
        assertThat(found.needsLeader()).isTrue();
        assertThat(found.collectUntil()).as("only provisional").isNull();
        assertThat(drafts.clauses(found.draft()).articles()).hasSize(2);
        assertThat(timetables.entries(number)).hasSize(10);
        assertThat(timetables.due(number, 1)).contains(at("2026-11-24T17:30"));
        assertThat(timetables.due(number, 8)).contains(at("2026-12-23T17:30"));
        assertThat(timetables.due(number, 9)).isEmpty();
        assertThat(consultations.list()).extracting(Consultation::number).contains(number);
        assertThat(audited(number)).containsExactly("RegisterConsultation");
    }

    @Test
    void ten_registrations_at_once_get_distinct_consecutive_numbers() throws Exception {
        CountDownLatch start = new CountDownLatch(1);
        ExecutorService clerks = Executors.newFixedThreadPool(10);
        List<Future<ConsultationNumber>> answers = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            String bill = "同日登记的法案" + i;
            Callable<ConsultationNumber> clerk = () -> {
                start.await();
                return consultations.register(letter(bill, Level.DISTRICT, Template.NORMAL, DEADLINE, null));
            };
            answers.add(clerks.submit(clerk));
        }
        start.countDown();
        List<Integer> numbers = new ArrayList<>();
        for (Future<ConsultationNumber> answer : answers) {
            numbers.add(Integer.valueOf(answer.get().value().split("-")[2]));
        }
        clerks.shutdown();

        numbers.sort(null);
        assertThat(numbers).doesNotHaveDuplicates();
        assertThat(numbers.get(9) - numbers.get(0)).isEqualTo(9);
    }

    @Test
    void a_refused_registration_leaves_no_gap() {
        ConsultationNumber before = consultations.register(letter(Level.MUNICIPAL, Template.NORMAL, DEADLINE, null));
        RegisterConsultation unreadable = new RegisterConsultation(
                "坏文件",
                "坏法案",
                "一审稿",
                Level.MUNICIPAL,
                "市人大",
                DEADLINE,
                Visibility.PUBLIC,
                false,
                Template.NORMAL,
                null,
                "a.txt",
                new byte[0]);
        assertThatThrownBy(() -> consultations.register(unreadable)).isInstanceOf(RuleViolation.class);

        ConsultationNumber after = consultations.register(letter(Level.MUNICIPAL, Template.NORMAL, DEADLINE, null));

        assertThat(running(after)).isEqualTo(running(before) + 1);
    }

    @Test
    void a_draft_is_as_internal_as_the_consultation_it_came_with_and_so_is_a_better_file() {
        RegisterConsultation plain = letter(Level.MUNICIPAL, Template.NORMAL, DEADLINE, null);
        ConsultationNumber number = consultations.register(new RegisterConsultation(
                plain.title(),
                plain.bill(),
                plain.reading(),
                plain.level(),
                plain.requestingBody(),
                plain.deadline(),
                Visibility.INTERNAL,
                false,
                plain.template(),
                null,
                plain.fileName(),
                plain.file()));
        DraftId first = consultations.find(number).draft();
        DraftId better = consultations.replaceDraftFile(
                new ReplaceDraftFile(number, "better.txt", "第一条 甲。\n第二条 乙。".getBytes(StandardCharsets.UTF_8)));

        assertThat(drafts.find(first).visibility()).isEqualTo(Visibility.INTERNAL);
        assertThat(drafts.find(better).visibility()).isEqualTo(Visibility.INTERNAL);
        assertThat(drafts.find(consultations.find(consultations.register(plain)).draft())
                        .visibility())
                .isEqualTo(Visibility.PUBLIC);
    }

    @Test
    void urgency_needs_a_reason_and_a_deadline_must_leave_time() {
        assertThatThrownBy(() -> consultations.register(letter(Level.PROVINCIAL, Template.URGENT, DEADLINE, " ")))
                .hasMessageContaining("加急理由");
        assertThatThrownBy(() -> consultations.register(
                        letter(Level.PROVINCIAL, Template.NORMAL, LocalDate.parse("2026-11-20"), null)))
                .hasMessageContaining("2026年11月20日已经过去");
        assertThatThrownBy(() -> consultations.register(
                        letter(Level.PROVINCIAL, Template.NORMAL, LocalDate.parse("2026-12-07"), null)))
                .hasMessageContaining("至少需要8天");
        assertThat(consultations.register(
                        letter(Level.PROVINCIAL, Template.URGENT, LocalDate.parse("2026-12-07"), "限时来函")))
                .isNotNull();
    }

    @Test
    void intake_is_accepted_only_with_a_confirmed_structure() {
        ConsultationNumber number = consultations.register(letter(Level.NATIONAL, Template.NORMAL, DEADLINE, null));

        assertThatThrownBy(() -> consultations.acceptIntake(new AcceptIntake(number)))
                .hasMessageContaining("条款结构还没有确认");

        drafts.confirm(new ConfirmStructure(consultations.find(number).draft()));
        consultations.acceptIntake(new AcceptIntake(number));
        assertThat(consultations.decisions(number))
                .extracting(Decision::decision)
                .containsExactly("accept");
    }

    @Test
    void a_declined_letter_keeps_its_reply_and_changes_no_more() {
        ConsultationNumber number = rows.consultation(Level.MUNICIPAL, Status.INTAKE);

        consultations.declineIntake(new DeclineIntake(number, "不属于本点征询范围。"));

        assertThat(consultations.find(number).status()).isEqualTo(Status.DECLINED);
        assertThat(consultations.find(number).declineReply()).isEqualTo("不属于本点征询范围。");
        assertThatThrownBy(() -> consultations.enterStep(new EnterStep(number, 2)))
                .hasMessageContaining("不予受理");
    }

    @Test
    void a_better_file_is_a_new_draft_and_only_before_the_push() {
        ConsultationNumber number = consultations.register(letter(Level.NATIONAL, Template.NORMAL, DEADLINE, null));
        DraftId first = consultations.find(number).draft();

        DraftId second = consultations.replaceDraftFile(
                new ReplaceDraftFile(number, "b.txt", "第一条 甲。\n第二条 乙。\n第三条 丙。".getBytes(StandardCharsets.UTF_8)));

        assertThat(second).isNotEqualTo(first);
        assertThat(consultations.find(number).draft()).isEqualTo(second);
        assertThat(drafts.find(second).bill()).isEqualTo(drafts.find(first).bill());
        assertThat(drafts.find(second).confirmedAt()).isNull();

        consultations.enterStep(new EnterStep(number, 3));
        assertThatThrownBy(() -> consultations.replaceDraftFile(new ReplaceDraftFile(number, "c.txt", new byte[] {1})))
                .hasMessageContaining("精准推送");
    }

    @Test
    void steps_only_rise_and_collecting_begins_when_it_is_opened() {
        ConsultationNumber number = consultations.register(letter(Level.NATIONAL, Template.NORMAL, DEADLINE, null));
        consultations.enterStep(new EnterStep(number, 2));
        assertThat(consultations.find(number).status()).isEqualTo(Status.PLANNING);
        consultations.enterStep(new EnterStep(number, 3));
        assertThatThrownBy(() -> consultations.openCollection(new OpenCollection(number)))
                .hasMessageContaining("时间表还没有确定");
        timetables.fix(new FixTimetable(number));
        consultations.enterStep(new EnterStep(number, 5));
        consultations.enterStep(new EnterStep(number, 4));
        assertThat(consultations.find(number).step()).isEqualTo(5);
        assertThat(consultations.find(number).status()).as("not yet open").isEqualTo(Status.PUSHING);

        consultations.openCollection(new OpenCollection(number));

        assertThat(consultations.find(number).status()).isEqualTo(Status.COLLECTING);
        assertThat(consultations.find(number).acceptsAt(clock.instant())).isTrue();
    }

    @Test
    void a_fixed_timetable_counts_from_the_day_the_plan_was_approved() {
        ConsultationNumber number = consultations.register(letter(Level.NATIONAL, Template.NORMAL, DEADLINE, null));
        clock.set(at("2026-11-26T10:00"));

        FixedTimetable fixed = timetables.fix(new FixTimetable(number));

        assertThat(timetables.due(number, 3)).contains(at("2026-11-27T17:30"));
        assertThat(fixed.collectUntil()).as("24:00 of 15 December").isEqualTo(at("2026-12-16T00:00"));
        assertThat(fixed.chaseAt()).isEqualTo(at("2026-11-27T17:30").plus(Duration.ofMinutes(15_786)));
        assertThat(timetables.fixed(number)).isEqualTo(fixed);
        assertThat(consultations.find(number).lastCollectionDay()).isEqualTo(LocalDate.parse("2026-12-15"));
    }

    @Test
    void collection_closes_once() {
        ConsultationNumber number = rows.consultation(Level.MUNICIPAL, Status.COLLECTING);
        consultations.closeCollection(new CloseCollection(number));
        Instant closed = consultations.find(number).collectClosedAt();
        clock.forward(Duration.ofHours(1));

        consultations.closeCollection(new CloseCollection(number));

        assertThat(consultations.find(number).collectClosedAt()).isEqualTo(closed);
        assertThat(audited(number)).containsExactly("CloseCollection");
    }

    @Test
    void a_later_deadline_moves_what_lies_ahead_and_is_kept_with_its_letter() {
        ConsultationNumber number = collecting();
        Instant before = consultations.find(number).collectUntil();

        consultations.moveDeadline(new MoveDeadline(number, LocalDate.parse("2026-12-30"), "法工函〔2026〕12号", "审议日程调整"));

        assertThat(consultations.find(number).deadline()).isEqualTo(LocalDate.parse("2026-12-30"));
        assertThat(timetables.due(number, 8)).contains(at("2026-12-30T17:30"));
        assertThat(timetables.due(number, 1)).as("over already").contains(at("2026-11-24T17:30"));
        assertThat(consultations.find(number).collectUntil())
                .isEqualTo(before.plus(Duration.ofDays(7)))
                .isEqualTo(timetables.due(number, 5).orElseThrow());
        DeadlineChange change = consultations.deadlineChanges(number).get(0);
        assertThat(change.from()).isEqualTo(DEADLINE);
        assertThat(change.letter()).isEqualTo("法工函〔2026〕12号");
    }

    @Test
    void an_earlier_deadline_never_ends_collection_before_this_midnight() {
        ConsultationNumber number = collecting();

        consultations.moveDeadline(new MoveDeadline(number, LocalDate.parse("2026-11-24"), "急件", "提前审议"));

        assertThat(consultations.find(number).collectUntil()).isEqualTo(at("2026-11-24T00:00"));
    }

    @Test
    void a_deadline_is_not_moved_into_the_past_nor_after_submission() {
        ConsultationNumber number = collecting();
        assertThatThrownBy(() ->
                        consultations.moveDeadline(new MoveDeadline(number, LocalDate.parse("2026-11-20"), "函", "理由")))
                .hasMessageContaining("已经过去");
        ConsultationNumber submitted = rows.consultation(Level.MUNICIPAL, Status.TRACKING);
        assertThatThrownBy(() -> consultations.moveDeadline(
                        new MoveDeadline(submitted, LocalDate.parse("2027-01-20"), "函", "理由")))
                .hasMessageContaining("已经上报");
    }

    @Test
    void a_normal_consultation_made_urgent_gets_the_urgent_days_from_now_and_keeps_its_deadline() {
        ConsultationNumber number = consultations.register(letter(Level.NATIONAL, Template.NORMAL, DEADLINE, null));
        clock.set(at("2026-11-26T10:00"));
        consultations.makeUrgent(new MakeUrgent(number, "常委会会议提前"));

        Consultation found = consultations.find(number);
        assertThat(found.template()).isEqualTo(Template.URGENT);
        assertThat(found.urgentReason()).isEqualTo("常委会会议提前");
        assertThat(found.deadline()).isEqualTo(DEADLINE);
        assertThat(timetables.due(number, 1)).as("late before, due today").contains(at("2026-11-26T17:30"));
        assertThat(timetables.due(number, 7)).contains(at("2026-12-22T17:30"));
        assertThat(audited(number)).containsExactly("RegisterConsultation", "MakeUrgent");

        ConsultationNumber closed = collecting();
        clock.set(at("2026-12-01T10:00"));
        consultations.closeCollection(new CloseCollection(closed));
        assertThatThrownBy(() -> consultations.makeUrgent(new MakeUrgent(closed, "催办")))
                .hasMessageContaining("征集截止以前");
    }

    @Test
    void an_explanation_that_urgency_would_make_late_is_due_the_next_possible_day() {
        ConsultationNumber number = collecting();
        clock.set(at("2026-11-27T10:00"));
        consultations.makeUrgent(new MakeUrgent(number, "常委会会议提前"));

        assertThat(timetables.due(number, 4)).contains(at("2026-11-27T17:30"));
    }

    @Test
    void step_nine_starts_the_fifteen_working_days_of_the_evaluation() {
        ConsultationNumber number = collecting();
        consultations.enterStep(new EnterStep(number, 6));
        consultations.enterStep(new EnterStep(number, 8));
        clock.set(at("2026-12-01T10:00"));

        consultations.enterStep(new EnterStep(number, 9));

        assertThat(timetables.due(number, 10)).contains(at("2026-12-22T17:30"));

        clock.set(at("2026-12-24T10:00"));
        consultations.enterStep(new EnterStep(number, 10));

        assertThat(timetables.due(number, 10))
                .as("step 9 took longer than the plan; weekends only, 2027 is not on file")
                .contains(at("2027-01-14T17:30"));
    }

    @Test
    void a_returned_report_opens_steps_six_to_eight_again_as_the_next_version() {
        ConsultationNumber number = collecting();
        consultations.enterStep(new EnterStep(number, 9));

        assertThat(consultations.reopenForReturn(new ReopenForReturn(number))).isEqualTo(2);

        Consultation found = consultations.find(number);
        assertThat(found.status()).isEqualTo(Status.COLLATING);
        assertThat(found.step()).isEqualTo(6);
        assertThat(found.reportVersion()).isEqualTo(2);
        assertThat(timetables.due(number, 6)).contains(at("2026-11-25T17:30"));
        assertThat(timetables.due(number, 10)).isEmpty();
    }

    @Test
    void only_urgent_consultations_do_without_the_review() {
        ConsultationNumber normal = rows.consultation(Level.MUNICIPAL, Status.COLLATING);

        assertThatThrownBy(() -> consultations.skipReview(new SkipReview(normal, "时间紧")))
                .hasMessageContaining("只有加急征询");
    }

    @Test
    void the_remark_of_who_returned_the_work_stands_until_it_is_approved() {
        ConsultationNumber number = rows.consultation(Level.MUNICIPAL, Status.PLANNING);
        assertThatThrownBy(() -> consultations.record(new RecordDecision(number, "plan", "return", " ")))
                .hasMessageContaining("写明");

        consultations.record(new RecordDecision(number, "plan", "return", "问题再通俗些"));
        assertThat(consultations.lastReturn(number, "plan"))
                .hasValueSatisfying(decision -> assertThat(decision.remark()).isEqualTo("问题再通俗些"));
        assertThat(consultations.lastReturn(number, "report")).isEmpty();

        consultations.record(new RecordDecision(number, "plan", "approve", null));
        assertThat(consultations.lastReturn(number, "plan")).isEmpty();
    }

    @Test
    void an_ended_consultation_keeps_its_reason_and_a_promulgated_one_its_date() {
        ConsultationNumber ended = rows.consultation(Level.MUNICIPAL, Status.COLLECTING);
        consultations.end(new EndConsultation(ended, "来文单位撤回草案"));
        consultations.end(new EndConsultation(ended, "再来一次"));
        assertThat(consultations.find(ended).status()).isEqualTo(Status.ENDED);
        assertThat(consultations.find(ended).endReason()).isEqualTo("来文单位撤回草案");

        ConsultationNumber tracked = rows.consultation(Level.MUNICIPAL, Status.TRACKING);
        assertThatThrownBy(
                        () -> consultations.promulgated(new RecordPromulgation(tracked, LocalDate.parse("2027-01-01"))))
                .hasMessageContaining("核对公布日期");
        consultations.promulgated(new RecordPromulgation(tracked, LocalDate.parse("2026-11-23")));
        assertThat(consultations.find(tracked).promulgatedOn()).isEqualTo(LocalDate.parse("2026-11-23"));
    }

    @Test
    void an_unknown_number_is_not_found() {
        assertThatThrownBy(() -> consultations.find(new ConsultationNumber("1999-国-001")))
                .isInstanceOf(NotFound.class);
    }

    private ConsultationNumber collecting() {
        ConsultationNumber number = consultations.register(letter(Level.NATIONAL, Template.NORMAL, DEADLINE, null));
        consultations.enterStep(new EnterStep(number, 3));
        timetables.fix(new FixTimetable(number));
        consultations.enterStep(new EnterStep(number, 5));
        consultations.openCollection(new OpenCollection(number));
        return number;
    }

    private List<String> audited(ConsultationNumber number) {
        return db.sql("SELECT action FROM audit_entry WHERE consultation = ? ORDER BY id")
                .param(number.value())
                .query(String.class)
                .list();
    }

    private static int running(ConsultationNumber number) {
        return Integer.parseInt(number.value().split("-")[2]);
    }

    private static RegisterConsultation letter(
            Level level, Template template, LocalDate deadline, String urgentReason) {
        return letter("反食品浪费法" + level, level, template, deadline, urgentReason);
    }

    private static RegisterConsultation letter(
            String bill, Level level, Template template, LocalDate deadline, String urgentReason) {
        return new RegisterConsultation(
                "反食品浪费法（草案）",
                bill,
                "征求意见稿",
                level,
                "全国人大常委会法工委",
                deadline,
                Visibility.PUBLIC,
                false,
                template,
                urgentReason,
                "draft.txt",
                "第一条 为了防止食品浪费，制定本法。\n第二条 本法所称食品，是指食品安全法规定的食品。".getBytes(StandardCharsets.UTF_8));
    }

    private static Instant at(String local) {
        return Instant.parse(local + ":00+08:00");
    }
}
