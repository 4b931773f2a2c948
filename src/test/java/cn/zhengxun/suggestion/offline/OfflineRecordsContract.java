package cn.zhengxun.suggestion.offline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.consultation.Level;
import cn.zhengxun.consultation.Status;
import cn.zhengxun.directory.InformantId;
import cn.zhengxun.directory.StationId;
import cn.zhengxun.kernel.InvalidCommand;
import cn.zhengxun.kernel.NotFound;
import cn.zhengxun.kernel.RuleViolation;
import cn.zhengxun.kernel.Shanghai;
import cn.zhengxun.outreach.InvitationId;
import cn.zhengxun.outreach.Invitations;
import cn.zhengxun.privacy.Subject;
import cn.zhengxun.suggestion.Channel;
import cn.zhengxun.suggestion.Suggestion;
import cn.zhengxun.suggestion.Suggestions;
import cn.zhengxun.suggestion.attachment.AttachmentDesk;
import cn.zhengxun.suggestion.attachment.Attachments;
import cn.zhengxun.suggestion.attachment.Owner;
import cn.zhengxun.testing.Rows;
import cn.zhengxun.testing.TestClock;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;

/** A meeting's record becomes many opinions with speakers, once; and whatever else staff take down. */
abstract class OfflineRecordsContract {
    private static final Instant CLOSING = TestClock.START.plus(Duration.ofDays(20));

    @Autowired
    AttachmentDesk attachmentDesk;

    @Autowired
    Attachments attachments;

    @Autowired
    OfflineDesk desk;

    @Autowired
    OfflineRecords records;

    @Autowired
    OfflinePersonalData personalData;

    @Autowired
    Suggestions suggestions;

    @Autowired
    Invitations invitations;

    @Autowired
    Rows rows;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient db;

    @AfterEach
    void back_to_the_start() {
        clock.reset();
    }

    private ConsultationNumber collecting() {
        return rows.consultation(Level.MUNICIPAL, Status.COLLECTING);
    }

    private List<Slip> handIn(Writing writing) {
        OfflineRecords.Saved saved = desk.save(writing.command());
        return desk.handIn(new HandInRecord(saved.id(), saved.version()));
    }

    private Map<String, String> faultsOf(Writing writing) {
        OfflineRecords.Saved saved = desk.save(writing.command());
        InvalidCommand refused = catchThrowableOfType(
                InvalidCommand.class, () -> desk.handIn(new HandInRecord(saved.id(), saved.version())));
        assertThat(records.find(saved.id()).handedIn()).isFalse();
        return refused.byField();
    }

    @Test
    void thirty_statements_of_ten_speakers_become_thirty_suggestions_with_ten_receipts() {
        ConsultationNumber number = collecting();
        StationId station = rows.station("人民广场小院");
        Writing meeting = Writing.meeting(number).at(station);
        for (int i = 0; i < 30; i++) {
            meeting = meeting.said("街坊" + i % 10, String.valueOf(i % 3 + 1), "第" + i + "句 <b>原话</b>𠮷");
        }

        List<Slip> slips = handIn(meeting);

        assertThat(slips).hasSize(10).allSatisfy(slip -> {
            assertThat(slip.receipt()).startsWith("R-2026");
            assertThat(slip.suggestions()).isEqualTo(3);
            assertThat(slip.late()).isFalse();
        });
        assertThat(slips.stream().map(Slip::receipt)).doesNotHaveDuplicates();
        List<Suggestion> collected = suggestions.of(number);
        assertThat(collected).hasSize(30).allSatisfy(one -> {
            assertThat(one.channel()).isEqualTo(Channel.MEETING);
            assertThat(one.station()).isEqualTo(station);
            assertThat(one.onBehalf()).isTrue();
        });
        Map<String, List<String>> words = collected.stream()
                .collect(Collectors.groupingBy(
                        Suggestion::receipt, Collectors.mapping(Suggestion::original, Collectors.toList())));
        assertThat(words.get(slips.get(4).receipt()))
                .containsExactly("第4句 <b>原话</b>𠮷", "第14句 <b>原话</b>𠮷", "第24句 <b>原话</b>𠮷");
        assertThat(collected.stream().filter(one -> one.clauseLabel().equals("第二条")))
                .hasSize(10);
        assertThat(db.sql("SELECT DISTINCT proposer_name FROM submission WHERE consultation = ?")
                        .param(number.value())
                        .query(String.class)
                        .list())
                .hasSize(10);
    }

    @Test
    void what_was_handed_in_is_kept_once_and_read_back_in_its_order() {
        ConsultationNumber number = collecting();
        OfflineRecords.Saved saved = desk.save(Writing.meeting(number)
                .said("甲师傅", "3", "甲先说")
                .said("乙师傅", "", "乙插话")
                .said("甲师傅", "1", "甲又说")
                .command());
        desk.handIn(new HandInRecord(saved.id(), saved.version()));

        OfflineRecord record = records.find(saved.id());

        assertThat(record.handedIn()).isTrue();
        assertThat(record.said())
                .extracting(
                        said -> said.statement().speaker(),
                        OfflineRecord.Said::clauseLabel,
                        said -> said.statement().original())
                .containsExactly(tuple("甲师傅", "第三条", "甲先说"), tuple("乙师傅", "整体", "乙插话"), tuple("甲师傅", "第一条", "甲又说"));
        assertThat(record.people()).isEqualTo(15);
        assertThat(record.voices())
                .hasSize(2)
                .allSatisfy(voice -> assertThat(voice.receipt()).isNotNull());
        assertThat(db.sql("SELECT COUNT(*) FROM offline_statement WHERE record_id = ? AND original IS NOT NULL")
                        .param(saved.id().value())
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(db.sql("SELECT COUNT(*) FROM offline_speaker WHERE record_id = ? AND label IS NOT NULL")
                        .param(saved.id().value())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void handing_in_again_gives_the_same_receipts_and_adds_nothing() {
        ConsultationNumber number = collecting();
        Writing meeting = Writing.meeting(number).said("甲师傅", "1", "说一遍").said("匿名", "", "不留名");
        List<Slip> first = handIn(meeting);
        OfflineRecordId id = records.begunWith(meeting.key()).orElseThrow();

        assertThat(desk.handIn(new HandInRecord(id, 1))).isEqualTo(first);
        assertThatThrownBy(() -> desk.save(meeting.command())).isInstanceOf(ChangedMeanwhile.class);
        assertThat(records.find(id).handedIn(meeting.command())).isTrue();
        assertThat(records.find(id).handedIn(meeting.said("乙师傅", "", "新的话").command()))
                .isFalse();
        assertThatThrownBy(() -> records.discard(new DiscardRecord(id)))
                .isInstanceOf(RuleViolation.class)
                .hasMessageContaining("已经提交");
        assertThat(suggestions.count(number)).isEqualTo(2);
    }

    @Test
    void eight_clerks_pressing_at_once_hand_in_once() throws Exception {
        ConsultationNumber number = collecting();
        SaveRecord same = Writing.meeting(number)
                .said("甲师傅", "1", "一起按")
                .said("乙师傅", "2", "也一起")
                .command();
        ExecutorService clerks = Executors.newFixedThreadPool(8);
        CountDownLatch start = new CountDownLatch(1);
        List<Future<List<Slip>>> pressed = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            pressed.add(clerks.submit(() -> {
                start.await();
                OfflineRecordId id;
                try {
                    id = desk.save(same).id();
                } catch (ChangedMeanwhile handedInMeanwhile) {
                    id = records.begunWith(same.key()).orElseThrow();
                }
                return desk.handIn(new HandInRecord(id, 1));
            }));
        }
        start.countDown();
        List<List<Slip>> answers = new ArrayList<>();
        for (Future<List<Slip>> one : pressed) {
            answers.add(one.get());
        }
        clerks.shutdown();

        assertThat(answers.stream().distinct()).hasSize(1);
        assertThat(suggestions.count(number)).isEqualTo(2);
    }

    @Test
    void the_second_who_changes_a_record_is_told_and_overwrites_nothing() {
        ConsultationNumber number = collecting();
        OfflineRecords.Saved opened =
                desk.save(Writing.meeting(number).said("甲师傅", "1", "一").command());
        Writing mine = Writing.meeting(number).after(opened);
        desk.save(mine.said("甲师傅", "1", "先存的").command());

        assertThatThrownBy(() -> desk.save(mine.said("甲师傅", "1", "后存的").command()))
                .isInstanceOf(ChangedMeanwhile.class)
                .hasMessageContaining("改过")
                .hasMessageContaining("2026年11月23日");
        assertThatThrownBy(() -> desk.handIn(new HandInRecord(opened.id(), opened.version())))
                .isInstanceOf(ChangedMeanwhile.class);
        assertThat(records.find(opened.id()).statements())
                .extracting(Statement::original)
                .containsExactly("先存的");
        ConsultationNumber other = collecting();
        assertThatThrownBy(() -> desk.save(Writing.meeting(other)
                        .after(opened)
                        .said("甲师傅", "", "别处")
                        .command()))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void a_draft_keeps_everything_as_typed_and_says_at_its_place_what_is_missing() {
        ConsultationNumber number = collecting();
        rows.informant("同名人", null);
        Writing draft = Writing.meeting(number)
                .heldOn(null)
                .said("甲师傅", "99", "没有这一条")
                .said("乙师傅", "1", " ")
                .said("同名人", "2", "我是谁")
                .said("丙师傅", "2", "字".repeat(5001))
                .with(new Speaker("甲师傅", null, false, "", "居民", "未满14周岁", "", false, false, false, false));

        assertThat(faultsOf(draft))
                .containsOnlyKeys(
                        "occasion.heldOn",
                        "statements[0].clause",
                        "statements[1].original",
                        "statements[3].original",
                        "speakers[0].guardian",
                        "speakers[2].informant");
        OfflineRecord kept = records.find(records.begunWith(draft.key()).orElseThrow());
        assertThat(kept.statements()).isEqualTo(draft.statements());
        assertThat(kept.statements().get(3).original()).hasSize(5001);
        assertThat(suggestions.count(number)).isZero();
        assertThat(faultsOf(Writing.meeting(number))).containsOnlyKeys("statements");
        assertThat(faultsOf(Writing.meeting(number)
                        .heldOn(TestClock.START
                                .atZone(Shanghai.ZONE)
                                .toLocalDate()
                                .plusDays(1))
                        .said("甲师傅", "", "还没开的会")))
                .containsOnlyKeys("occasion.heldOn");
    }

    @Test
    void an_informant_who_spoke_has_answered_and_gets_the_outcome() {
        ConsultationNumber number = collecting();
        InformantId informant = rows.informant("发言的信息员", null);
        InvitationId invitation = rows.invitation(number, informant);

        handIn(Writing.meeting(number)
                .said("发言的信息员", "1", "在会上说的")
                .with(new Speaker("发言的信息员", informant, false, null, "居民", "60至74周岁", null, false, false, true, false)));

        assertThat(suggestions.ofInformant(informant))
                .extracting(Suggestion::original)
                .containsExactly("在会上说的");
        assertThat(invitations.find(invitation).orElseThrow().answeredAt()).isNotNull();
    }

    @Test
    void nobody_unknown_shares_a_receipt_and_no_name_is_kept_of_them() {
        ConsultationNumber number = collecting();
        List<Slip> slips = handIn(Writing.meeting(number)
                .said("", "1", "谁说的不知道")
                .said(null, "1", "又一位")
                .said("匿名", "2", "第三位")
                .said("匿名甲", "2", "甲师傅")
                .said("匿名甲", "3", "还是甲"));

        assertThat(slips).extracting(Slip::suggestions).containsExactly(1, 1, 1, 2);
        assertThat(slips).extracting(Slip::speaker).containsOnlyNulls();
    }

    @Test
    void a_record_begun_in_time_has_the_grace_period_and_a_later_one_is_kept_as_late() {
        ConsultationNumber number = collecting();
        clock.set(CLOSING.minusSeconds(1));
        OfflineRecords.Saved early =
                desk.save(Writing.meeting(number).said("甲师傅", "", "散会时还没写完").command());
        OfflineRecords.Saved tooSlow =
                desk.save(Writing.meeting(number).said("乙师傅", "", "忘了提交").command());
        clock.set(CLOSING.plus(Duration.ofMinutes(90)));
        assertThat(desk.handIn(new HandInRecord(early.id(), 1)))
                .extracting(Slip::late)
                .containsExactly(false);
        assertThat(handIn(Writing.single(number, Channel.PAPER).said(null, "", "截止后才收到的信")))
                .extracting(Slip::late)
                .containsExactly(true);
        clock.set(CLOSING.plus(Duration.ofHours(2)));
        assertThat(desk.handIn(new HandInRecord(tooSlow.id(), 1)))
                .extracting(Slip::late)
                .containsExactly(true);

        assertThat(db.sql("SELECT timing FROM submission WHERE consultation = ? ORDER BY id")
                        .param(number.value())
                        .query(String.class)
                        .list())
                .containsExactly("GRACE", "LATE", "LATE");
        assertThat(suggestions.count(number)).isEqualTo(1);
    }

    @Test
    void nothing_is_begun_before_collection_or_after_the_end() {
        for (Status status : List.of(Status.PLANNING, Status.PUSHING, Status.ENDED, Status.ARCHIVED)) {
            ConsultationNumber number = rows.consultation(Level.MUNICIPAL, status);
            assertThatThrownBy(() -> desk.save(
                            Writing.meeting(number).said("甲师傅", "", "话").command()))
                    .isInstanceOf(RuleViolation.class);
        }
    }

    @Test
    void one_persons_entry_has_one_receipt_whatever_stands_in_its_rows() {
        ConsultationNumber number = collecting();
        List<Slip> slips = handIn(Writing.single(number, Channel.TELEPHONE)
                .with(new Speaker("赵大爷", null, false, "13900000000", "居民", "75周岁以上", null, false, false, true, false))
                .said("", "1", "一")
                .said(null, "", "二"));

        assertThat(slips).hasSize(1);
        assertThat(slips.get(0).speaker()).isEqualTo("赵大爷");
        Map<String, Object> submission = db.sql("SELECT * FROM submission WHERE receipt = ?")
                .param(slips.get(0).receipt())
                .query()
                .singleRow();
        assertThat(submission)
                .containsEntry("channel", "TELEPHONE")
                .containsEntry("confirmed_by_person", false)
                .containsEntry("on_behalf", true)
                .containsEntry("consent_call_back", true)
                .containsEntry("collector", "public");
    }

    @Test
    void a_discarded_draft_is_gone_with_all_its_words() {
        ConsultationNumber number = collecting();
        OfflineRecords.Saved saved =
                desk.save(Writing.meeting(number).said("甲师傅", "1", "不要了").command());
        Owner files = Owner.meeting(saved.id().value());
        attachmentDesk.take(
                files,
                number,
                null,
                List.of(new MockMultipartFile(
                        "files", "签到.pdf", "application/pdf", "%PDF-1.4\nsome".getBytes(StandardCharsets.ISO_8859_1))));
        assertThat(attachments.of(files)).hasSize(1);
        records.discard(new DiscardRecord(saved.id()));
        records.discard(new DiscardRecord(saved.id()));

        assertThat(attachments.of(files)).isEmpty();
        assertThatThrownBy(() -> records.find(saved.id())).isInstanceOf(NotFound.class);
        assertThat(db.sql("SELECT COUNT(*) FROM offline_statement WHERE record_id = ?")
                        .param(saved.id().value())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void an_erased_informant_leaves_a_draft_but_the_words_stay() {
        ConsultationNumber number = collecting();
        InformantId informant = rows.informant("要求删除的人", null);
        Subject subject = Subject.ofInformant(informant.value());
        OfflineRecords.Saved saved = desk.save(Writing.meeting(number)
                .said("要求删除的人", "1", "说过的话")
                .with(new Speaker(
                        "要求删除的人", informant, false, "13911111111", null, null, null, false, false, false, false))
                .command());

        assertThat(personalData.copyOf(subject).get(0).facts())
                .extracting(fact -> fact.text())
                .containsExactly("说过的话");
        assertThat(personalData.erase(subject)).isEqualTo(1);
        assertThat(personalData.erase(subject)).isZero();
        assertThat(personalData.copyOf(subject)).isEmpty();
        OfflineRecord record = records.find(saved.id());
        assertThat(record.statements()).extracting(Statement::original).containsExactly("说过的话");
        assertThat(record.toString()).doesNotContain("要求删除的人", "13911111111");
        assertThat(desk.handIn(new HandInRecord(saved.id(), record.version())))
                .extracting(Slip::speaker)
                .containsOnlyNulls();
    }
}
