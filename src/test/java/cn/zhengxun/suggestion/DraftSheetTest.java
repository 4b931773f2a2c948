package cn.zhengxun.suggestion;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengxun.draft.AmendedLaws;
import cn.zhengxun.draft.DraftId;
import cn.zhengxun.draft.clause.Clause;
import cn.zhengxun.draft.clause.ClauseId;
import cn.zhengxun.draft.clause.ClauseParser;
import cn.zhengxun.draft.clause.ClauseTree;
import cn.zhengxun.draft.clause.Line;
import java.util.List;
import org.junit.jupiter.api.Test;

class DraftSheetTest {

    @Test
    void an_opinion_can_be_given_on_articles_only_and_what_stands_beside_them_is_told_apart() {
        DraftSheet sheet = DraftSheet.of(tree("""
                某条例
                （2020年1月1日通过）
                为了某事，制定本条例。
                第一章 总则
                第一条 甲：
                （一）乙。
                第二条 丙。
                某省人民政府
                2020年1月1日
                附件：目录
                """), List.of());

        assertThat(sheet.articles()).extracting(DraftSheet.Passage::label).containsExactly("第一条", "第二条");
        assertThat(sheet.articles().get(0).lines()).containsExactly("甲：", "（一）乙。");
        assertThat(sheet.passages().stream().filter(DraftSheet.Passage::beside))
                .extracting(DraftSheet.Passage::label)
                .containsExactly("题注", "落款");
        assertThat(sheet.passages())
                .extracting(DraftSheet.Passage::label)
                .containsExactly("题注", "序言", "第一章 总则", "第一条", "第二条", "落款", "附件");
    }

    @Test
    void of_an_amending_text_each_instruction_is_known_by_what_it_changes_and_shows_the_law_in_force() {
        ClauseTree tree = tree("""
                关于修改某条例的决定
                一、对《甲条例》作出修改
                （一）将第三条修改为：“甲。”
                （二）删去第五条。
                二、本决定自公布之日起施行。
                """);
        Clause first = tree.units().get(0);
        AmendedLaws.InForce old = new AmendedLaws.InForce(new DraftId(1), new ClauseId(9), "第三条", "旧文。");
        DraftSheet sheet = DraftSheet.of(tree, List.of(new AmendedLaws.Pair(first, "", "", "甲条例", List.of(old), null)));

        assertThat(sheet.articles())
                .extracting(DraftSheet.Passage::label)
                .containsExactly("第一项第（一）项（修改第三条）", "第一项第（二）项（删去第五条）", "第二项");
        assertThat(sheet.articles().get(0).inForce()).containsExactly(old);
        assertThat(sheet.articleOf(first.id())).contains(first);
    }

    @Test
    void of_a_text_in_points_each_point_can_be_spoken_to() {
        DraftSheet sheet = DraftSheet.of(tree("关于某事的若干规定\n规定如下：\n一、甲：\n（一）乙。\n二、丙。"), List.of());

        assertThat(sheet.articles()).extracting(DraftSheet.Passage::label).containsExactly("第一项", "第二项");
        assertThat(sheet.articles().get(0).text()).isEqualTo("一、甲：\n（一）乙。");
    }

    private static ClauseTree tree(String text) {
        return ClauseParser.parse("草案.txt", Line.of(text)).tree();
    }
}
