package cn.zhengxun.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhengxun.kernel.RuleViolation;
import cn.zhengxun.sheet.Finding;
import cn.zhengxun.sheet.ReceivedSheet;
import cn.zhengxun.sheet.SheetArchive;
import cn.zhengxun.sheet.SheetRow;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;

class InformantSheetTest {
    @Test
    void cells_are_read_by_heading_whatever_their_order_and_kind() {
        String[] headings = {"在任", "任期起", "任期止", "姓名", "手机", "邮箱", "站点", "年龄段", "职业", "标签", "首选渠道", "拒绝按标签推送"};
        byte[] file = SheetFile.headed(headings)
                .row()
                .row(null, null, null, " 甲　乙 ")
                .below((sheet, line) -> {
                    sheet.value(line, 0, true);
                    sheet.value(line, 1, LocalDate.of(2026, 3, 1));
                    sheet.value(line, 2, "2029年2月28日");
                    sheet.value(line, 4, 13800138000L);
                })
                .bytes();
        List<SheetRow<InformantColumn>> rows = InformantColumn.TABLE.read(file);
        assertThat(rows).extracting(SheetRow::line).containsExactly(3, 4);
        assertThat(rows.get(0).cell(InformantColumn.NAME)).isEqualTo("甲 乙");
        assertThat(rows.get(1).cells())
                .containsEntry(InformantColumn.ACTIVE, "是")
                .containsEntry(InformantColumn.JOINED, "2026-03-01")
                .containsEntry(InformantColumn.TERM_ENDS, "2029年2月28日")
                .containsEntry(InformantColumn.PHONE, "13800138000");
    }

    @Test
    void a_formula_a_huge_number_and_a_cell_without_heading_are_told_at_their_cells() {
        SheetRow<InformantColumn> row = InformantColumn.TABLE
                .read(SheetFile.headed()
                        .below((sheet, line) -> {
                            sheet.formula(line, 0, "HYPERLINK(\"http://x\")");
                            sheet.value(line, 1, new java.math.BigDecimal("1E+300"));
                            sheet.value(line, 8, -5);
                            sheet.value(line, 5, "长".repeat(1001));
                            sheet.value(line, 14, "多出的");
                        })
                        .bytes())
                .get(0);
        assertThat(row.unreadable())
                .extracting(Finding::column)
                .containsExactlyInAnyOrder("姓名", "手机", "任期起", "职业", "第15列");
        assertThat(row.unreadable().get(0).sentence()).contains("公式");
    }

    @Test
    void a_wrong_heading_is_named() {
        assertThatThrownBy(() -> InformantColumn.TABLE.read(
                        SheetFile.headed("姓名", "电话", "姓名").row("甲").bytes()))
                .isInstanceOf(RuleViolation.class)
                .hasMessageContaining("不认识“电话”列")
                .hasMessageContaining("“姓名”列出现两次")
                .hasMessageContaining("缺少手机、邮箱");
    }

    @Test
    void what_is_no_such_file_is_refused_with_what_to_do() throws IOException {
        assertRefused(new byte[0], "空的");
        assertRefused("姓名,手机".getBytes(StandardCharsets.UTF_8), "不是 xlsx");
        assertRefused(new byte[] {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0, 0, 0}, "旧版 xls");
        assertRefused(new byte[SheetArchive.MOST_BYTES + 1], "10 MB");
        assertRefused(zip("readme.txt", new byte[10]), "不是 xlsx 表格");
        assertRefused(zip("xl/workbook.xml", new byte[10]), "打不开");
        assertRefused(zip("xl/workbook.xml", new byte[65 * 1024 * 1024]), "展开后太大");
        byte[] whole = SheetFile.headed().row("甲").bytes();
        assertThatThrownBy(() -> InformantColumn.TABLE.read(java.util.Arrays.copyOf(whole, whole.length / 2)))
                .isInstanceOf(RuleViolation.class);
        assertRefused(SheetFile.headed().bytes(), "没有可导入的内容");
        assertRefused(new SheetFile().bytes(), "没有可导入的内容");
    }

    @Test
    void a_cell_far_to_the_right_takes_no_memory() throws IOException {
        String cell = "<worksheet><sheetData><row r='1'><c r = '%s' t='s'><v>0</v></c></row>";
        assertRefused(zip("xl/workbook.xml", cell.formatted("ZZZZZZ1").getBytes(StandardCharsets.UTF_8)), "离谱");
        assertRefused(zip("xl/workbook.xml", cell.formatted("&#90;ZZZZZ1").getBytes(StandardCharsets.UTF_8)), "离谱");
        assertRefused(zip("xl/workbook.xml", cell.formatted("ZZZZZZ1").getBytes(StandardCharsets.UTF_16)), "离谱");
        assertRefused(
                zip(
                        "xl/workbook.xml",
                        cell.formatted("XFD1")
                                .repeat(2_000)
                                .replace("<worksheet><sheetData>", "")
                                .transform(rows -> ("<worksheet>" + rows).getBytes(StandardCharsets.UTF_8))),
                "离谱");
        assertRefused(
                zip("xl/workbook.xml", "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>".getBytes(StandardCharsets.UTF_8)),
                "离谱");
        assertRefused(zip("xl/workbook.xml", cell.formatted("XFD1").getBytes(StandardCharsets.UTF_8)), "打不开");
    }

    @Test
    void more_cells_than_anybody_types_are_refused() {
        SheetFile file = SheetFile.headed();
        String[] cells = new String[12];
        java.util.Arrays.fill(cells, "甲");
        for (int i = 0; i <= ReceivedSheet.MOST_CELLS / 12; i++) {
            file.row(cells);
        }
        assertRefused(file.bytes(), "200000 个格子");
    }

    @Test
    void an_export_is_read_back_as_it_was_and_no_text_becomes_a_formula() throws IOException {
        Informant person = new Informant(
                new InformantId(1),
                "=cmd|' /C calc'!A0",
                "+86 138-0013-8000",
                "a@example.com",
                new StationId(2),
                "@45—59岁",
                "-早餐店主",
                true,
                true,
                LocalDate.of(2026, 3, 1),
                null,
                PreferredChannel.PAPER,
                null,
                Set.of("餐饮"));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (InformantWorkbook book = InformantWorkbook.on(bytes)) {
            book.add(List.of(person), Map.of(new StationId(2), "小院"), Map.of("餐饮", "行业"));
        }
        SheetRow<InformantColumn> row =
                InformantColumn.TABLE.read(bytes.toByteArray()).get(0);
        assertThat(row.unreadable()).isEmpty();
        assertThat(row.cells())
                .containsEntry(InformantColumn.NAME, "=cmd|' /C calc'!A0")
                .containsEntry(InformantColumn.PHONE, "+86 138-0013-8000")
                .containsEntry(InformantColumn.TAGS, "行业:餐饮")
                .containsEntry(InformantColumn.CHANNEL, "纸质")
                .containsEntry(InformantColumn.REFUSES_PROFILING, "是")
                .doesNotContainKey(InformantColumn.TERM_ENDS);
        try (ReadableWorkbook book = new ReadableWorkbook(new java.io.ByteArrayInputStream(bytes.toByteArray()))) {
            for (Row line : book.getFirstSheet().read()) {
                assertThat(line.stream().filter(java.util.Objects::nonNull).map(cell -> cell.getType()))
                        .isSubsetOf(CellType.STRING, CellType.EMPTY);
            }
        }
    }

    @Test
    void the_template_is_an_empty_list_with_the_right_headings() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        InformantWorkbook.template(bytes);
        assertRefused(bytes.toByteArray(), "没有可导入的内容");
    }

    @Test
    void near_telephones_differ_by_one_digit_or_two_swapped() {
        assertThat(Likeness.nearPhones("13800138000", "13800138001")).isTrue();
        assertThat(Likeness.nearPhones("13800138000", "13800130800")).isTrue();
        assertThat(Likeness.nearPhones("13800138000", "13900138001")).isFalse();
        assertThat(Likeness.nearPhones("13800138000", null)).isFalse();
        assertThat(PersonKeys.phoneKey("+86 138-0013-8000")).isEqualTo("13800138000");
        assertThat(PersonKeys.phoneKey("- -")).isNull();
    }

    private static void assertRefused(byte[] file, String sentence) {
        assertThatThrownBy(() -> InformantColumn.TABLE.read(file))
                .isInstanceOf(RuleViolation.class)
                .hasMessageContaining(sentence);
    }

    private static byte[] zip(String name, byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content);
            zip.closeEntry();
        }
        return bytes.toByteArray();
    }
}
