package cn.zhengxun.draft;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengxun.draft.clause.Line;
import cn.zhengxun.draft.file.DraftFile;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a line of a PDF may hold beside plain words. A full line has twenty-five characters of 16 points. */
class PdfTextTest {
    private static final int LEFT = 100;
    private static final int SIZE = 16;
    private static final String FULL = "为了规范住宅物业管理活动维护业主和物业服务企业的合法权益";

    @Test
    void radicals_that_look_like_characters_become_them() {
        assertThat(lines(page("第⼀条 ⼈⺠政府⽀持⽤⽔⼯作，⻔⼝⻋辆⻓期停放的，豈有此理。"))).containsExactly("第一条 人民政府支持用水工作，门口车辆长期停放的，豈有此理。");
    }

    @Test
    void only_radicals_are_changed() {
        assertThat(lines(page("第１条　罚款５００元，ＰＭ２．５达标，①甲；㎡为单位。"))).containsExactly("第１条 罚款５００元，ＰＭ２．５达标，①甲；㎡为单位。");
    }

    @Test
    void a_table_of_contents_is_left_out() {
        HandmadePdf pdf = page(
                "目　录",
                "第一章　总则……………………1",
                "第二章　法律责任 . . . . . . . . . . 12",
                "附则..............................（13）",
                "第一章　总则",
                "第一条　为了规范某某活动，制定本条例。");

        assertThat(lines(pdf)).containsExactly("目 录", "第一章 总则", "第一条 为了规范某某活动，制定本条例。");
    }

    @Test
    void a_line_that_begins_with_a_citation_goes_on_with_its_paragraph() {
        HandmadePdf pdf = HandmadePdf.a4()
                .page()
                .text(LEFT + 2 * SIZE, 700, SIZE, "第一条　" + FULL.substring(0, 21))
                .text(LEFT, 672, SIZE, "有前款情形的，由主管部门责令改正并且依照本条例关于")
                .text(LEFT, 644, SIZE, "第三条、第四条的规定处罚；情节严重的，从重处罚并按")
                .text(LEFT, 616, SIZE, "第五条规定公布。")
                .text(LEFT + 2 * SIZE, 588, SIZE, "第二条　本条例自公布之日起施行。");

        assertThat(lines(pdf)).hasSize(2).first().asString().endsWith("依照本条例关于第三条、第四条的规定处罚；情节严重的，从重处罚并按第五条规定公布。");
    }

    @Test
    void rows_of_a_table_stay_rows() {
        HandmadePdf pdf = page("第一条　收费标准如下：");
        for (int row = 0; row < 4; row++) {
            float y = 600 - 24 * row;
            pdf.text(LEFT, y, 12, List.of("类别", "甲类", "乙类", "丙类").get(row))
                    .text(220, y, 12, List.of("标准", "十元", "二十元", "三十元").get(row))
                    .text(340, y, 12, List.of("说明", "每次", "每月", "每年").get(row));
        }

        assertThat(DraftFile.lines("草案.pdf", pdf.bytes()))
                .contains(new Line("类别 | 标准 | 说明", 0, true), new Line("丙类 | 三十元 | 每年", 0, true))
                .filteredOn(Line::row)
                .hasSize(4);
    }

    @Test
    void running_lines_go_and_the_same_words_in_the_text_stay() {
        HandmadePdf pdf = HandmadePdf.a4();
        for (int i = 1; i <= 6; i++) {
            pdf.page()
                    .text(LEFT, 800, 10, "某某市人大常委会公报")
                    .text(LEFT + 2 * SIZE, 700, SIZE, "第" + "一二三四五六".charAt(i - 1) + "条　违反规定的处分如下")
                    .text(LEFT + 2 * SIZE, 672, SIZE, "情节严重的开除")
                    .text(LEFT + 2 * SIZE, 644, SIZE, i % 2 == 0 ? "情节轻微的警告" : "情节一般的记过")
                    .text(280, 40, 10, "第 " + i + " 页");
        }
        pdf.page().text(LEFT + 2 * SIZE, 700, SIZE, "第七条　本条例自公布之日起施行。");

        assertThat(lines(pdf))
                .doesNotContain("某某市人大常委会公报")
                .noneMatch(line -> line.contains("页"))
                .filteredOn("情节轻微的警告"::equals)
                .hasSize(3);
    }

    @Test
    void words_of_other_scripts_keep_their_spaces() {
        assertThat(lines(page("第一条 使用 Open Document Format 等格式，符合 GB 18030 的要求。")))
                .containsExactly("第一条 使用Open Document Format等格式，符合GB 18030的要求。");
    }

    @Test
    void a_few_characters_without_meaning_do_no_harm() {
        assertThat(lines(page("第一条　为了规范某某活动\uE000\uE001，维护合法权益，制定本条例。"))).containsExactly("第一条 为了规范某某活动，维护合法权益，制定本条例。");
    }

    @Test
    void a_raised_figure_stays_in_its_line() {
        HandmadePdf pdf = HandmadePdf.a4()
                .page()
                .text(LEFT, 700, SIZE, "第一条　面积一百m")
                .text(LEFT + 8.5f * SIZE, 706, 8, "2")
                .text(LEFT + 9 * SIZE, 700, SIZE, "以上的住宅小区。");

        assertThat(lines(pdf)).containsExactly("第一条 面积一百m2以上的住宅小区。");
    }

    @Test
    void text_beside_the_page_and_across_it_is_no_text() {
        HandmadePdf pdf = page("第一条　为了规范某某活动，维护各方合法权益，制定本条例。")
                .turned(90, 40, 300, 10, "装订线内请勿答题")
                .turned(30, 200, 300, 50, "样稿");

        assertThat(lines(pdf)).containsExactly("第一条 为了规范某某活动，维护各方合法权益，制定本条例。");
    }

    @Test
    void a_name_that_is_none_of_a_pdf_changes_nothing() {
        byte[] pdf = page("第一条　为了规范某某活动，制定本条例。").bytes();

        assertThat(DraftReader.read("草案.docx", pdf).tree().articles()).hasSize(1);
        assertThat(DraftFile.mediaType("草案.txt", pdf)).isEqualTo("application/pdf");
    }

    private static HandmadePdf page(String... lines) {
        HandmadePdf pdf = HandmadePdf.a4().page();
        for (int i = 0; i < lines.length; i++) {
            pdf.text(LEFT, 700 - 28 * i, SIZE, lines[i]);
        }
        return pdf;
    }

    private static List<String> lines(HandmadePdf pdf) {
        return DraftFile.lines("草案.pdf", pdf.bytes()).stream().map(Line::text).toList();
    }
}
