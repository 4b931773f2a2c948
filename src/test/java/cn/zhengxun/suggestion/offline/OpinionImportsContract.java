package cn.zhengxun.suggestion.offline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.consultation.Level;
import cn.zhengxun.consultation.Status;
import cn.zhengxun.directory.InformantId;
import cn.zhengxun.kernel.NotFound;
import cn.zhengxun.kernel.RuleViolation;
import cn.zhengxun.privacy.Subject;
import cn.zhengxun.sheet.Finding;
import cn.zhengxun.sheet.SheetRow;
import cn.zhengxun.sheet.Verdict;
import cn.zhengxun.sheet.WaitingFile;
import cn.zhengxun.sheet.WaitingFiles;
import cn.zhengxun.sheet.WaitingRow;
import cn.zhengxun.suggestion.Suggestion;
import cn.zhengxun.suggestion.Suggestions;
import cn.zhengxun.testing.Rows;
import cn.zhengxun.testing.TestClock;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A table of opinions becomes exactly the opinions it was shown to hold, once. */
abstract class OpinionImportsContract {
    @Autowired
    OpinionImports imports;

    @Autowired
    WaitingFiles files;

    @Autowired
    OpinionImportDesk desk;

    @Autowired
    WaitingOpinions personalData;

    @Autowired
    Suggestions suggestions;

    @Autowired
    Rows rows;

    @Autowired
    JdbcClient db;

    @Autowired
    TestClock clock;

    private ConsultationNumber number;

    @BeforeEach
    void a_consultation() {
        number = rows.consultation(Level.MUNICIPAL, Status.COLLECTING);
    }

    @AfterEach
    void set_the_clock_back() {
        clock.reset();
    }

    private WaitingFile preview(OpinionFile file) {
        return preview(file.bytes());
    }

    private WaitingFile preview(byte[] file) {
        return imports.find(number, imports.preview(new PreviewOpinions(number, "意见.xlsx", file)));
    }

    private int confirm(WaitingFile preview) {
        return desk.confirm(new ConfirmOpinions(preview.id(), true)).suggestions();
    }

    private List<Finding> faults(WaitingFile preview) {
        return imports.lines(preview.id(), Verdict.FAULT, false, 0, 100).stream()
                .flatMap(line -> line.findings().stream())
                .toList();
    }

    private static void assertCounts(WaitingFile preview, int sound, int known, int faults) {
        assertThat(List.of(preview.added(), preview.unchanged(), preview.faulty()))
                .as("sound, known, faulty")
                .containsExactly(sound, known, faults);
    }

    private static OpinionFile fiveHundred() {
        OpinionFile file = new OpinionFile();
        for (int n = 1; n <= 500; n++) {
            String name = "街坊" + n / 2;
            String words = "第" + n + "句，𠮷😀\n换行也在 ";
            if (n % 25 > 0) {
                file.row(name, words);
            } else {
                switch (n / 25 % 5) {
                    case 0 -> file.row(name, words, OpinionColumn.CLAUSE, "第九十九条");
                    case 1 -> file.row(name, words, OpinionColumn.CHANNEL, "托人带话");
                    case 2 -> file.row(name, words, OpinionColumn.STATION, "没有的小院");
                    case 3 -> file.row(name, words, OpinionColumn.SAID_ON, "2026-13-01");
                    default -> file.row(name, words, OpinionColumn.PROCESSING, null);
                }
            }
        }
        return file;
    }

    @Test
    void a_category_beside_the_drafts_list_is_kept_as_written_and_pointed_out() {
        WaitingFile shown = preview(new OpinionFile()
                .row("类别甲", "字大一点", OpinionColumn.CATEGORY, "居民 ")
                .row("类别乙", "字再大一点", OpinionColumn.CATEGORY, "其他：快递员")
                .row("类别丙", "字更大一点"));

        assertThat(imports.lines(shown.id(), Verdict.NEW, false, 0, 10))
                .extracting(WaitingRow::note)
                .containsExactly(null, "身份类别不在这次的几类里，照写的登记", null);
        confirm(shown);
        assertThat(suggestions.of(number))
                .extracting(Suggestion::identityCategory)
                .containsExactly("居民", "快递员", null);
    }

    @Test
    void five_hundred_rows_with_twenty_faults_name_each_and_come_in_once() throws Exception {
        byte[] file = fiveHundred().bytes();
        WaitingFile shown = preview(file);

        assertCounts(shown, 480, 0, 20);
        assertThat(imports.lines(shown.id(), Verdict.FAULT, false, 0, 2))
                .extracting(
                        WaitingRow::line,
                        line -> line.findings().get(0).column(),
                        line -> line.findings().get(0).value())
                .containsExactly(tuple(26, "渠道", "托人带话"), tuple(51, "站点", "没有的小院"));
        assertThat(faults(shown))
                .hasSize(20)
                .allSatisfy(fault -> assertThat(fault.sentence()).endsWith("。"));
        assertThatThrownBy(() -> desk.confirm(new ConfirmOpinions(shown.id(), false)))
                .isInstanceOf(RuleViolation.class)
                .hasMessageContaining("20 行");
        assertThat(suggestions.count(number)).isZero();

        assertThat(byTwoClerks(() ->
                        desk.confirm(new ConfirmOpinions(shown.id(), true)).suggestions()))
                .isEqualTo(480);

        assertThat(suggestions.count(number)).isEqualTo(480);
        assertThat(suggestions.of(number)).extracting(Suggestion::original).contains("第1句，𠮷😀\n换行也在 ");
        WaitingFile again = preview(file);
        assertCounts(again, 0, 480, 20);
        assertThat(confirm(again)).isZero();
        OpinionFile more = fiveHundred();
        for (int n = 0; n < 10; n++) {
            more.row("新街坊" + n, "新的一句" + n);
        }
        WaitingFile tenMore = preview(more);
        assertCounts(tenMore, 10, 480, 20);
        assertThat(confirm(tenMore)).isEqualTo(10);
        assertThat(suggestions.count(number)).isEqualTo(490);
    }

    /** @return what both together handed in */
    private static int byTwoClerks(Callable<Integer> confirmation) throws Exception {
        ExecutorService clerks = Executors.newFixedThreadPool(2);
        int sum = 0;
        for (Future<Integer> one : clerks.invokeAll(List.of(confirmation, confirmation))) {
            try {
                sum += one.get();
            } catch (java.util.concurrent.ExecutionException second) {
                assertThat(second).hasCauseInstanceOf(NotFound.class);
            }
        }
        clerks.shutdown();
        return sum;
    }

    @Test
    void who_said_several_things_gets_one_receipt_and_who_is_unknown_gets_one_for_each() {
        WaitingFile shown = preview(new OpinionFile()
                .row("张三", "第一句", OpinionColumn.CONTACT, "13800000001")
                .row("张三", "第二句", OpinionColumn.CONTACT, "13800000001", OpinionColumn.CLAUSE, "整体")
                .row("张三", "另一个张三", OpinionColumn.CONTACT, "13800000002")
                .row(null, "不留名")
                .row(null, "也不留名"));
        assertThat(shown.pieces()).isEqualTo(4);
        confirm(shown);
        assertThat(imports.slips(number, shown.id()))
                .extracting(HandedIn.Slip::name, HandedIn.Slip::suggestions)
                .containsExactly(tuple("张三", 2), tuple("张三", 1), tuple(null, 1), tuple(null, 1));
        assertThatThrownBy(() -> imports.find(number, shown.id())).isInstanceOf(NotFound.class);
    }

    @Test
    void the_same_words_twice_in_a_file_are_asked_about_or_known() {
        WaitingFile shown = preview(new OpinionFile()
                .row(null, "同意")
                .row(null, "同意")
                .row("李四", "同意")
                .row("李四", "同意", OpinionColumn.CONTACT, "13900000000"));
        assertCounts(shown, 2, 1, 1);
        assertThat(faults(shown))
                .singleElement()
                .satisfies(fault -> assertThat(fault.sentence()).contains("第2行"));
    }

    @Test
    void a_person_of_the_directory_is_known_by_name_and_contact_and_never_guessed() {
        String name = "王芳" + number.value();
        InformantId one = rows.informant(name, "one" + number.value() + "@example.com");
        rows.informant(name, "twin" + number.value() + "@example.com");
        rows.informant(name, "twin" + number.value() + "@example.com");
        WaitingFile shown = preview(new OpinionFile()
                .row(name, "是我", OpinionColumn.CONTACT, "ONE" + number.value() + "@example.com")
                .row(name, "没留联系方式")
                .row(name, "两个人共用", OpinionColumn.CONTACT, "twin" + number.value() + "@example.com"));
        assertCounts(shown, 2, 0, 1);
        assertThat(shown.linked()).isEqualTo(1);
        assertThat(faults(shown))
                .singleElement()
                .satisfies(fault -> assertThat(fault.sentence()).contains("2 个人"));
        assertThat(imports.lines(shown.id(), Verdict.NEW, true, 0, 9))
                .extracting(WaitingRow::note)
                .containsExactly("记到名录里的信息员名下", "名录里有同名的信息员；没有写联系方式，按名录以外的人登记");
        confirm(shown);
        assertThat(suggestions.ofInformant(one))
                .singleElement()
                .satisfies(said -> assertThat(said.original()).isEqualTo("是我"));
    }

    @Test
    void an_erased_person_leaves_no_trace_in_files_and_is_not_added_again() {
        String name = "赵六" + number.value();
        InformantId informant = rows.informant(name, number.value() + "@example.com");
        byte[] file = new OpinionFile()
                .row(name, "我说的", OpinionColumn.CONTACT, number.value() + "@example.com")
                .row("旁人", "别人说的")
                .bytes();
        confirm(preview(file));
        preview(new OpinionFile().row(name, "还等着", OpinionColumn.CONTACT, number.value() + "@example.com"));

        assertThat(personalData.copyOf(Subject.ofInformant(informant.value())))
                .singleElement()
                .satisfies(chapter -> assertThat(chapter.facts().get(0).text()).isEqualTo("还等着"));
        assertThat(personalData.erase(Subject.ofInformant(informant.value()))).isEqualTo(2);
        assertThat(personalData.erase(Subject.ofInformant(informant.value()))).isZero();

        assertThat(db.sql("SELECT COUNT(*) FROM waiting_row WHERE informant_id = ?")
                        .param(informant.value())
                        .query(Integer.class)
                        .single())
                .isZero();
        assertCounts(preview(file), 0, 2, 0);
    }

    @Test
    void what_nobody_confirms_is_forgotten_and_what_changed_meanwhile_is_refused() {
        WaitingFile old = preview(new OpinionFile().row("孙七", "过期"));
        WaitingFile dropped = preview(new OpinionFile().row("孙七", "放弃"));
        imports.drop(new DropOpinions(dropped.id()));
        String station = rows.station("小院").value() + "";
        String stationName = db.sql("SELECT name FROM station WHERE id = " + station)
                .query(String.class)
                .single();
        WaitingFile changed = preview(new OpinionFile().row("孙七", "站点停用", OpinionColumn.STATION, stationName));
        db.sql("UPDATE station SET active = FALSE WHERE id = " + station).update();
        assertThatThrownBy(() -> confirm(changed))
                .isInstanceOf(RuleViolation.class)
                .hasMessageContaining("第2行")
                .hasMessageNotContaining("孙七");
        clock.forward(Duration.ofHours(3));
        assertThatThrownBy(() -> confirm(old)).isInstanceOf(NotFound.class).hasMessageContaining("过期");
        files.forgetExpired();
        assertThat(db.sql("SELECT COUNT(*) FROM waiting_file WHERE consultation = ?")
                        .param(number.value())
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(suggestions.count(number)).isZero();
    }

    @Test
    void a_file_uploaded_in_time_has_the_grace_period_and_a_later_one_is_late() {
        clock.forward(Duration.ofDays(20).minusMinutes(10));
        WaitingFile begun = preview(new OpinionFile().row("钱八", "赶上了", OpinionColumn.SAID_ON, "2026-12-12"));
        clock.forward(Duration.ofMinutes(30));
        confirm(begun);
        WaitingFile late = preview(new OpinionFile().row("钱八", "晚了", OpinionColumn.SAID_ON, "2026-12-12"));
        confirm(late);
        assertThat(suggestions.count(number)).isEqualTo(1);
        assertThat(imports.slips(number, late.id()))
                .singleElement()
                .satisfies(slip -> assertThat(slip.late()).isTrue());
    }

    @Test
    void rows_given_back_to_be_mended_come_in_to_the_letter() throws IOException {
        String words = " 两头有空格\r\n_x0041_ 𠮷 ";
        WaitingFile shown = preview(new OpinionFile().row("周九", words, OpinionColumn.CLAUSE, "88"));
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        OpinionWorkbook.faults(file, imports.lines(shown.id(), Verdict.FAULT, false, 0, 9));
        List<SheetRow<OpinionColumn>> read = OpinionColumn.TABLE.read("待改.xlsx", file.toByteArray());
        assertThat(read).singleElement().satisfies(row -> {
            assertThat(row.unreadable()).isEmpty();
            assertThat(row.cell(OpinionColumn.CLAUSE)).isEqualTo("88");
        });
        // the test's own file means the letter A by _x0041_, as a spreadsheet would
        assertThat(read.get(0).cell(OpinionColumn.ORIGINAL)).isEqualTo(" 两头有空格\r\nA 𠮷 ");
    }
}
