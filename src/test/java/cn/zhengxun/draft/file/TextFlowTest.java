package cn.zhengxun.draft.file;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengxun.draft.clause.Line;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tables: which are rows, and which only lay out a draft. */
class TextFlowTest {

    @Test
    void a_table_that_states_something_is_rows() {
        assertThat(read(List.of("类别", "标准"), List.of("小型车", "五元"), List.of("大型车", "")))
                .containsExactly(row("类别 | 标准"), row("小型车 | 五元"), row("大型车 |"));
    }

    @Test
    void one_cell_to_a_row_is_a_paragraph_each() {
        assertThat(read(List.of("第一条 甲。"), List.of("", "乙。"), List.of("第二条 丙。\n丁。")))
                .containsExactly(line("第一条 甲。"), line("乙。"), line("第二条 丙。"), line("丁。"));
    }

    @Test
    void what_explains_an_article_stands_apart_behind_the_text() {
        assertThat(read(
                        List.of("条文", "说明"),
                        List.of("第一条 甲。\n乙。", "参考上位法。"),
                        List.of("第二条 丙。", ""),
                        List.of("第三条 丁。", "新增。")))
                .containsExactly(
                        line("第一条 甲。"),
                        line("乙。"),
                        line("第二条 丙。"),
                        line("第三条 丁。"),
                        line("关于表中其他各栏的说明"),
                        row("条文 | 说明"),
                        row("第一条 | 参考上位法。"),
                        row("第三条 | 新增。"));
    }

    @Test
    void of_a_comparison_the_new_text_is_the_draft_wherever_it_stands() {
        List<Line> right = read(List.of("现行条文", "修改后条文"), List.of("第一条 旧甲。", "第一条 新甲。"), List.of("第二条 旧乙。", "第二条 新乙。"));
        List<Line> left = read(List.of("修订草案", "原条例"), List.of("第一条 新甲。", "第一条 旧甲。"), List.of("第二条 新乙。", "第二条 旧乙。"));

        assertThat(right.subList(0, 2)).containsExactly(line("第一条 新甲。"), line("第二条 新乙。"));
        assertThat(left.subList(0, 2)).isEqualTo(right.subList(0, 2));
        assertThat(right).extracting(Line::text).contains("第一条 | 第一条 旧甲。");
    }

    @Test
    void a_number_in_a_cell_of_its_own_heads_the_text_beside_it() {
        assertThat(read(List.of("第一条", "甲。\n乙。"), List.of("第二条", "丙。")))
                .containsExactly(line("第一条 甲。"), line("乙。"), line("第二条 丙。"));
    }

    @Test
    void articles_that_a_table_merely_cites_make_no_draft_of_it() {
        TextFlow flow = new TextFlow();
        flow.paragraph("第一条 甲。");
        flow.paragraph("第五十条 乙。");
        table(flow, List.of("条款", "处罚"), List.of("第三条", "警告"), List.of("第十条", "罚款"));

        assertThat(flow.lines().subList(2, 5)).containsExactly(row("条款 | 处罚"), row("第三条 | 警告"), row("第十条 | 罚款"));
    }

    @Test
    void a_table_within_a_cell_is_one_cell_s_words_and_endless_nesting_does_no_harm() {
        TextFlow flow = new TextFlow();
        flow.beginTable();
        flow.paragraph("外");
        flow.endCell();
        table(flow, List.of("内一", "内二"));
        flow.endCell();
        flow.endRow();
        flow.endTable();
        for (int i = 0; i < 49_000; i++) {
            flow.beginTable();
            flow.paragraph("深" + (i < 20 ? i : ""));
        }

        assertThat(flow.lines()).hasSize(1 + 49_000).startsWith(row("外 | 内一 | 内二"));
    }

    private static List<Line> read(List<?>... rows) {
        TextFlow flow = new TextFlow();
        table(flow, rows);
        return flow.lines();
    }

    private static void table(TextFlow flow, List<?>... rows) {
        flow.beginTable();
        for (List<?> row : rows) {
            for (Object cell : row) {
                cell.toString().lines().forEach(flow::paragraph);
                flow.endCell();
            }
            flow.endRow();
        }
        flow.endTable();
    }

    private static Line line(String text) {
        return new Line(text, 0);
    }

    private static Line row(String text) {
        return new Line(text, 0, true);
    }
}
