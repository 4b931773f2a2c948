package cn.zhengxun.draft.clause;

import static cn.zhengxun.draft.clause.ClauseKind.AMENDMENT;
import static cn.zhengxun.draft.clause.ClauseKind.ARTICLE;
import static cn.zhengxun.draft.clause.ClauseKind.EXPLANATION;
import static cn.zhengxun.draft.clause.ClauseKind.NOTE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Texts that amend others; all of them made up. */
class AmendingTextTest {

    @Test
    void each_point_of_a_decision_is_one_instruction_with_its_new_text() {
        ParsedDraft draft = parse("""
                某省人民代表大会常务委员会关于修改《某省湖泊条例》的决定
                （2021年9月29日某省第十三届人民代表大会常务委员会第二十六次会议通过）
                某省第十三届人民代表大会常务委员会第二十六次会议决定对《某省湖泊条例》作如下修改：
                一、将第三条修改为：“第三条 实行湖长制。
                “县级以上人民政府应当：
                “（一）建立“湖长”制度；
                “（二）落实第九条的要求。
                “前款规定适用于水库。”
                二、增加一条，作为第十条：“鼓励公众参与。”
                三、删去第十二条。
                此外，对条文顺序作相应调整。
                本决定自公布之日起施行。
                《某省湖泊条例》根据本决定作相应修改，重新公布。
                某省人民代表大会常务委员会
                2021年9月29日
                """);

        ClauseTree tree = draft.tree();
        assertThat(draft.title()).isEqualTo("某省人民代表大会常务委员会关于修改《某省湖泊条例》的决定");
        assertThat(tree.articles()).isEmpty();
        assertThat(tree.units())
                .extracting(Clause::kind, Clause::label)
                .containsExactly(tuple(AMENDMENT, "第一项"), tuple(AMENDMENT, "第二项"), tuple(AMENDMENT, "第三项"));
        Clause first = tree.units().get(0);
        assertThat(first.text().lines()).hasSize(5);
        assertThat(first.printed()).startsWith("一、将第三条");
        assertThat(Amendment.in(first.text()).orElseThrow().newText())
                .startsWith("第三条 实行湖长制。\n县级以上")
                .endsWith("适用于水库。");
        assertThat(texts(tree, ClauseKind.PARAGRAPH))
                .containsExactly("此外，对条文顺序作相应调整。", "本决定自公布之日起施行。", "《某省湖泊条例》根据本决定作相应修改，重新公布。");
        assertThat(labels(tree, NOTE)).containsExactly("题注", "落款");
        assertThat(draft.doubts()).isEmpty();
    }

    @Test
    void a_decision_on_several_laws_names_the_law_above_its_instructions() {
        ClauseTree tree = parse("""
                某会关于修改《甲法》等两部法律的决定
                某会第十次会议决定：
                一、对《中华人民共和国甲法》作出修改
                （一）将第八条修改为：“甲。
                （一）其一；
                （二）其二。”
                （二）删去第十九条第二款。
                二、对《中华人民共和国乙法》作出修改
                （一）将第三十条中的“工商”修改为“市场监管”。
                本决定自公布之日起施行。
                """).tree();

        assertThat(tree.units()).extracting(Clause::label).containsExactly("第一项第（一）项", "第一项第（二）项", "第二项第（一）项");
        Clause first = tree.units().get(0);
        assertThat(first.text()).isEqualTo("将第八条修改为：“甲。\n（一）其一；\n（二）其二。”");
        assertThat(tree.find(first.parent()).orElseThrow().text()).isEqualTo("对《中华人民共和国甲法》作出修改");
        assertThat(tree.unitOf(first.id())).contains(first);
    }

    @Test
    void instructions_that_lost_their_automatic_numbers_are_told_apart() {
        ClauseTree tree = parse("""
                # 中华人民共和国某法修正案（九）

                本修正案自2021年3月1日起实行

                将某法第十七条修改为：“甲。

                - “第二款。

                - “（一）其一。”

                在某法第十八条之一后增加一条，作为第十八条之二：“乙。

                - “第三款。”

                将某法第十九条第二款修改为：“丙。”
                """).tree();

        assertThat(tree.units()).extracting(Clause::label).containsExactly("第一处修改", "第二处修改", "第三处修改");
        assertThat(tree.units().get(0).text()).isEqualTo("将某法第十七条修改为：“甲。\n“第二款。\n“（一）其一。”");
        assertThat(tree.units().get(0).printed()).startsWith("将某法");
    }

    @Test
    void quotations_that_nobody_closed_do_not_swallow_the_next_instruction() {
        ClauseTree tree = parse("""
                关于修改《某条例》的决定
                一、将第三条修改为：“甲。
                “乙。
                二、将第四条修改为：“丙。”
                三、删去第五条。
                """).tree();

        assertThat(tree.units()).hasSize(3);
    }

    @Test
    void articles_after_a_quotation_that_nobody_closed_are_read() {
        ClauseTree tree = parse("第一条 甲。\n第二条 将《某法》第三条修改为：“乙。\n第三条 丙。\n第四条 丁。").tree();

        assertThat(tree.articles()).hasSize(4);
    }

    @Test
    void of_a_decision_with_the_whole_text_behind_it_the_articles_of_that_text_count() {
        ParsedDraft draft = parse("""
                某省人大常委会关于修改《某省湖泊条例》的决定
                决定对《某省湖泊条例》作如下修改：
                一、将第二条修改为：“第二条 适用于水库。”
                二、删去第四条。
                本决定自公布之日起施行。
                某省湖泊条例
                （1999年1月1日某省人大常委会第七次会议通过 根据
                2021年9月29日《关于修改〈某省湖泊条例〉的决定》
                修正）
                第一条 为了管理湖泊，制定本条例。
                第二条 适用于水库。
                """);

        assertThat(draft.title()).isEqualTo("某省湖泊条例");
        assertThat(draft.tree().units()).extracting(Clause::kind).containsExactly(ARTICLE, ARTICLE);
        assertThat(labels(draft.tree(), EXPLANATION)).containsExactly("修改决定");
        assertThat(texts(draft.tree(), NOTE).get(0)).startsWith("（1999年").endsWith("修正）");
    }

    @Test
    void an_amendment_in_articles_keeps_them() {
        ClauseTree tree = parse("""
                某宪章修正案
                第一条 宪章第十一条增加规定：“国家允许。”
                第二条 宪章第十条第四款修改为：“任何单位。”
                """).tree();

        assertThat(tree.articles()).extracting(Clause::label).containsExactly("第一条", "第二条");
        assertThat(Amendment.in(tree.fullText(tree.articles().get(1).id()))
                        .orElseThrow()
                        .targets())
                .containsExactly("10");
    }

    private static ParsedDraft parse(String text) {
        return ClauseParser.parse("草案.md", Line.of(text));
    }

    private static List<String> labels(ClauseTree tree, ClauseKind kind) {
        return tree.clauses().stream()
                .filter(c -> c.kind() == kind)
                .map(Clause::label)
                .toList();
    }

    private static List<String> texts(ClauseTree tree, ClauseKind kind) {
        return tree.clauses().stream()
                .filter(c -> c.kind() == kind)
                .map(Clause::text)
                .toList();
    }
}
