package cn.zhengxun.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhengxun.kernel.NotFound;
import cn.zhengxun.kernel.RuleViolation;
import cn.zhengxun.sheet.Finding;
import cn.zhengxun.sheet.SheetRow;
import cn.zhengxun.sheet.Verdict;
import cn.zhengxun.sheet.WaitingFile;
import cn.zhengxun.testing.Rows;
import cn.zhengxun.testing.TestClock;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

abstract class InformantImportsContract {
    @Autowired
    InformantImports imports;

    @Autowired
    InformantExport informants;

    @Autowired
    InformantImportPages pages;

    @Autowired
    Directory directory;

    @Autowired
    InformantRecords records;

    @Autowired
    Rows rows;

    @Autowired
    JdbcClient db;

    @Autowired
    TestClock clock;

    @Autowired
    PlatformTransactionManager transactions;

    private final String unique = UUID.randomUUID()
            .toString()
            .replaceAll("[^0-9]", "")
            .concat("000000")
            .substring(0, 6);

    @AfterEach
    void set_the_clock_back() {
        clock.reset();
    }

    private String[] person(int n) {
        return new String[] {
            "人" + n,
            "%s%05d".formatted(unique, n),
            "p%d-%s@example.com".formatted(n, unique),
            null,
            "45—59岁",
            "店主",
            "行业:餐饮" + unique + "、身份:个体户" + unique,
            "邮件",
            "2026-03-01",
            "2029/2/28",
            "否",
            "是"
        };
    }

    private WaitingFile preview(SheetFile file) {
        return imports.find(imports.preview(new PreviewImport("名单.xlsx", file.bytes())));
    }

    private static void assertCounts(WaitingFile preview, int added, int changed, int unchanged, int faults) {
        assertThat(List.of(
                        preview.counts().get(Verdict.NEW),
                        preview.counts().get(Verdict.CHANGED),
                        preview.counts().get(Verdict.UNCHANGED),
                        preview.counts().get(Verdict.FAULT)))
                .as("new, changed, unchanged, faulty")
                .containsExactly(added, changed, unchanged, faults);
    }

    private List<Informant> found(String tag) {
        return directory
                .search(new InformantSearch("", null, tag + unique, true, null, 1))
                .informants();
    }

    @Test
    void five_hundred_rows_with_twenty_faults_name_each_and_come_in_once() {
        SheetFile file = SheetFile.headed();
        for (int n = 1; n <= 500; n++) {
            String[] cells = person(n);
            if (n % 25 == 0) {
                switch (n / 25 % 5) {
                    case 0 -> cells[1] = "打不通";
                    case 1 -> cells[2] = "没有圈a";
                    case 2 -> cells[3] = "没有的小院";
                    case 3 -> cells[8] = "2026-13-01";
                    default -> cells[6] = "颜色:红";
                }
            }
            file.row(cells);
        }
        WaitingFile preview = preview(file);
        assertCounts(preview, 480, 0, 0, 20);
        List<Finding> faults = imports.lines(preview.id(), Verdict.FAULT, false, 0, 500).stream()
                .flatMap(line -> line.findings().stream())
                .toList();
        assertThat(faults).hasSize(20);
        assertThat(faults).extracting(Finding::column).contains("手机", "邮箱", "站点", "任期起", "标签");
        assertThat(faults).extracting(Finding::value).contains("打不通", "没有圈a", "没有的小院", "2026-13-01", "颜色:红");
        assertThat(preview.remarks()).containsExactlyInAnyOrder("行业:餐饮" + unique, "身份:个体户" + unique);

        assertThatThrownBy(() -> imports.confirm(new ConfirmImport(preview.id(), false)))
                .isInstanceOf(RuleViolation.class)
                .hasMessageContaining("20 行有问题");
        assertThat(found("餐饮")).isEmpty();
        imports.confirm(new ConfirmImport(preview.id(), true));
        assertThat(directory
                        .search(new InformantSearch("", null, "个体户" + unique, false, null, 1))
                        .total())
                .isEqualTo(480);
        assertThatThrownBy(() -> imports.confirm(new ConfirmImport(preview.id(), true)))
                .isInstanceOf(NotFound.class);

        WaitingFile again = preview(file);
        assertCounts(again, 0, 0, 480, 20);
        imports.confirm(new ConfirmImport(again.id(), true));
        assertCounts(preview(file), 0, 0, 480, 20);
    }

    @Test
    void a_changed_row_says_before_and_after_and_an_empty_cell_changes_nothing() {
        imports.confirm(
                new ConfirmImport(preview(SheetFile.headed().row(person(1))).id(), false));
        Informant before = found("餐饮").get(0);
        String[] cells = {"人1", unique + "00001", null, null, null, "退休教师", null, "纸质", null, null, "是", null};
        WaitingFile preview = preview(SheetFile.headed().row(cells));
        assertCounts(preview, 0, 1, 0, 0);
        assertThat(imports.lines(preview.id(), Verdict.CHANGED, false, 0, 10)
                        .get(0)
                        .findings())
                .extracting(Finding::sentence)
                .containsExactly("店主 → 退休教师", "邮件 → 纸质", "否 → 是");
        imports.confirm(new ConfirmImport(preview.id(), false));
        Informant after = directory.informant(before.id()).orElseThrow();
        assertThat(after.occupation()).isEqualTo("退休教师");
        assertThat(after.channel()).isEqualTo(PreferredChannel.PAPER);
        assertThat(after.email()).isEqualTo(before.email());
        assertThat(after.tags()).isEqualTo(before.tags());
        assertThat(after.profilingRefused()).isTrue();
        assertThat(records.consents(after.id())).singleElement().matches(consent -> !consent.given());
    }

    @Test
    void what_was_shown_is_what_is_done_or_nothing_is() {
        String[] cells = person(1);
        imports.confirm(new ConfirmImport(preview(SheetFile.headed().row(cells)).id(), false));
        cells[5] = "退休教师";
        WaitingFile shown = preview(SheetFile.headed().row(cells).row(person(2)));
        assertCounts(shown, 1, 1, 0, 0);
        db.sql("UPDATE informant SET occupation = '摊主' WHERE id = ?")
                .param(found("餐饮").get(0).id().value())
                .update();
        assertThatThrownBy(() -> imports.confirm(new ConfirmImport(shown.id(), false)))
                .isInstanceOf(RuleViolation.class)
                .hasMessageContaining("第2行")
                .hasMessageNotContaining("人1");
        assertThat(found("餐饮")).hasSize(1);

        WaitingFile first = preview(SheetFile.headed().row(person(3)));
        WaitingFile second = preview(SheetFile.headed().row(person(3)));
        imports.confirm(new ConfirmImport(first.id(), false));
        assertThatThrownBy(() -> imports.confirm(new ConfirmImport(second.id(), false)))
                .isInstanceOf(RuleViolation.class);
        imports.drop(new DropImport(second.id()));
        assertThatThrownBy(() -> imports.find(second.id())).isInstanceOf(NotFound.class);

        WaitingFile old = preview(SheetFile.headed().row(person(4)));
        clock.forward(Duration.ofHours(3));
        assertThatThrownBy(() -> imports.confirm(new ConfirmImport(old.id(), false)))
                .isInstanceOf(NotFound.class)
                .hasMessageContaining("过期");
    }

    @Test
    void a_change_made_while_the_import_is_confirmed_is_not_written_over() throws Exception {
        String[] cells = person(1);
        imports.confirm(new ConfirmImport(preview(SheetFile.headed().row(cells)).id(), false));
        InformantId id = found("餐饮").get(0).id();
        cells[4] = "60岁以上";
        WaitingFile shown = preview(SheetFile.headed().row(cells));
        CompletableFuture<WaitingFile> confirmed = new TransactionTemplate(transactions).execute(edit -> {
            db.sql("UPDATE informant SET occupation = '摊主' WHERE id = ?")
                    .param(id.value())
                    .update();
            CompletableFuture<WaitingFile> waiting =
                    CompletableFuture.supplyAsync(() -> imports.confirm(new ConfirmImport(shown.id(), false)));
            assertThatThrownBy(() -> waiting.get(400, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
            return waiting;
        });
        assertThatThrownBy(() -> confirmed.get(10, TimeUnit.SECONDS))
                .hasCauseInstanceOf(RuleViolation.class)
                .hasMessageContaining("第2行");
        assertThat(directory.informant(id).orElseThrow().occupation()).isEqualTo("摊主");
    }

    @Test
    void nobody_is_taken_for_somebody_else() {
        StationId station = rows.station("院" + unique);
        String stationName = directory.station(station).orElseThrow().name();
        rows.informant("双" + unique, null, station);
        rows.informant("双" + unique, null, station);
        InformantId single = rows.informant("单" + unique, null, station);
        imports.confirm(
                new ConfirmImport(preview(SheetFile.headed().row(person(1))).id(), false));
        String[] otherName = person(1);
        otherName[0] = "另一个人";
        String[] near = person(1);
        near[1] = unique + "00009";
        near[2] = null;
        WaitingFile preview = preview(SheetFile.headed()
                .row("双" + unique, null, null, stationName, null, null, null, null, "2026-01-01")
                .row("单" + unique, unique + "77777", null, stationName)
                .row("单" + unique, unique + "77777", null, stationName)
                .row(otherName)
                .row(near)
                .row(person(8))
                .row(person(8)));
        assertCounts(preview, 2, 1, 0, 4);
        assertThat(imports.lines(preview.id(), Verdict.FAULT, false, 0, 10))
                .extracting(line -> line.findings().get(0).sentence())
                .satisfiesExactly(
                        ambiguous -> assertThat(ambiguous).contains("认不出是哪一个"),
                        twice -> assertThat(twice).contains("第3行"),
                        others -> assertThat(others).contains("姓名不同"),
                        inFile -> assertThat(inFile).contains("第7行"));
        assertThat(imports.lines(preview.id(), Verdict.NEW, true, 0, 10))
                .singleElement()
                .matches(line -> line.line() == 6);
        imports.confirm(new ConfirmImport(preview.id(), true));
        assertThat(directory.informant(single).orElseThrow().phone()).isEqualTo(unique + "77777");
    }

    private int exports() {
        return db.sql("SELECT COUNT(*) FROM audit_entry WHERE action = 'ExportInformants'")
                .query(Integer.class)
                .single();
    }

    @Test
    @WithMockUser(authorities = "staff")
    void the_trail_knows_of_an_export_before_the_first_byte_leaves() {
        int before = exports();
        HttpServletResponse goneAway = new MockHttpServletResponse() {
            @Override
            public ServletOutputStream getOutputStream() {
                assertThat(exports()).isEqualTo(before + 1);
                throw new UncheckedIOException(new IOException("the reader is gone"));
            }
        };
        assertThatThrownBy(() -> pages.export(goneAway)).isInstanceOf(UncheckedIOException.class);
        assertThat(exports()).isEqualTo(before + 1);
    }

    @Test
    void what_is_exported_is_unchanged_when_it_comes_back() {
        imports.confirm(new ConfirmImport(
                preview(SheetFile.headed().row(person(1)).row(person(2))).id(), false));
        List<SheetRow<InformantColumn>> mine =
                InformantColumn.TABLE.read(informants.export(new ExportInformants())).stream()
                        .filter(row -> row.cell(InformantColumn.PHONE) != null
                                && row.cell(InformantColumn.PHONE).startsWith(unique))
                        .toList();
        assertThat(mine).hasSize(2);
        SheetFile back = SheetFile.headed();
        mine.forEach(row -> back.row(java.util.stream.Stream.of(InformantColumn.values())
                .map(row::cell)
                .toArray(String[]::new)));
        assertCounts(preview(back), 0, 0, 2, 0);
    }
}
