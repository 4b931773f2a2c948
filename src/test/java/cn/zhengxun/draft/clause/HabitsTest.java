package cn.zhengxun.draft.clause;

import static cn.zhengxun.draft.clause.ClauseKind.ANNEX;
import static cn.zhengxun.draft.clause.ClauseKind.ARTICLE;
import static cn.zhengxun.draft.clause.ClauseKind.CHAPTER;
import static cn.zhengxun.draft.clause.ClauseKind.EXPLANATION;
import static cn.zhengxun.draft.clause.ClauseKind.ITEM;
import static cn.zhengxun.draft.clause.ClauseKind.NOTE;
import static cn.zhengxun.draft.clause.ClauseKind.PARAGRAPH;
import static cn.zhengxun.draft.clause.ClauseKind.PREAMBLE;
import static cn.zhengxun.draft.clause.ClauseKind.SECTION;
import static cn.zhengxun.draft.clause.ClauseKind.SUBITEM;
import static cn.zhengxun.draft.clause.ClauseKind.TABLE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One made-up text for each habit of printing that laws, regulations and judicial interpretations have. */
class HabitsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "第七条、为了测试。",
                "第七条．为了测试。",
                "第七条.为了测试。",
                "〖第七条〗为了测试。",
                "［第七条］ 为了测试。",
                "__第七条__ 为了测试。",
                "> 第七条 为了测试。",
                "- 第七条 为了测试。",
                "第七条&emsp;为了测试。",
            })
    void an_article_is_found_however_its_number_is_set_off(String printed) {
        ClauseTree tree = tree("第六条 前一条。\n" + printed.replace("__", "**") + "\n第八条 后一条。");

        assertThat(tree.articles()).extracting(Clause::number).containsExactly("6", "7", "8");
        assertThat(tree.fullText(tree.articles().get(1).id())).isEqualTo("为了测试。");
    }

    @ParameterizedTest
    @ValueSource(strings = {"第一百〇一条", "第一百○一条", "第一百零一条", "第一〇一条", "第101条", "第１０１条"})
    void a_hundred_and_one_is_written_in_many_ways(String heading) {
        assertThat(tree("第一百条 甲。\n" + heading + " 乙。\n第一百零二条 丙。").articles())
                .extracting(Clause::label)
                .containsExactly("第一百条", "第一百零一条", "第一百零二条");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "（一）甲；\n（二）乙。",
                "(一)甲；\n(二)乙。",
                "㈠甲；\n㈡乙。",
                "一、甲；\n二、乙。",
                "一．甲；\n二．乙。",
                "一）甲；\n二）乙。",
                "1.甲；\n2.乙。",
                "１．甲；\n２．乙。",
                "1、甲；\n2、乙。",
                "⒈甲；\n⒉乙。",
                "（1）甲；\n（2）乙。",
                "⑴甲；\n⑵乙。",
                "1)甲；\n2)乙。",
                "①甲；\n②乙。",
                "a)甲；\nb)乙。",
            })
    void items_are_marked_in_many_ways(String items) {
        ClauseTree tree = tree("第一条 包括：\n" + items + "\n前款规定不变。\n第二条 丙。");

        assertThat(texts(tree, ITEM)).containsExactly("甲；", "乙。");
        assertThat(texts(tree, PARAGRAPH)).containsExactly("包括：", "前款规定不变。", "丙。");
        assertThat(tree.fullText(tree.articles().get(0).id()).lines()).hasSize(4);
    }

    @Test
    void items_printed_in_one_line_are_told_apart_where_their_numbers_run() {
        ClauseTree tree = tree("第一条 包括：（一）甲；（二）乙；（三）丙。\n第二条 丁：1.戊；2.己。");

        assertThat(texts(tree, ITEM)).containsExactly("甲；", "乙；", "丙。", "戊；", "己。");
        assertThat(texts(tree, PARAGRAPH)).containsExactly("包括：", "丁：");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "违反第五条第（一）项、第（二）项规定的，处罚款。",
                "数额达到前款（一）（二）项标准的，从重；（三）项除外。",
                "有下列情形：（一）（二）项除外。",
                "（一）项、（二）项规定的行为，从重处罚。",
                "本法所称“第三条：（二）”是指；（四）其他。",
            })
    void a_sentence_that_cites_items_stays_whole(String sentence) {
        assertThat(texts(tree("第一条 甲。\n" + sentence), ITEM)).isEmpty();
    }

    @Test
    void third_levels_stay_lines_of_the_second() {
        ClauseTree tree = tree("""
                第一条 甲：
                （一）乙：
                1.丙：
                （1）丁；
                （2）戊。
                2.己。
                庚。
                """);

        assertThat(texts(tree, SUBITEM)).containsExactly("丙：\n（1）丁；\n（2）戊。", "己。");
        assertThat(texts(tree, PARAGRAPH)).containsExactly("甲：", "庚。");
    }

    @Test
    void a_sentence_that_stops_at_a_comma_goes_on_in_the_next_line() {
        ClauseTree tree = tree("第一条 前半，\n后半。\n（一）丙，\n丁。\n第二条 戊。");

        assertThat(texts(tree, PARAGRAPH)).containsExactly("前半，后半。", "戊。");
        assertThat(texts(tree, ITEM)).containsExactly("丙，丁。");
    }

    @Test
    void a_code_has_parts_subparts_and_a_last_part_without_number() {
        ClauseTree tree = tree("""
                中华人民共和国某典
                （2020年5月28日第十三届全国人民代表大会第三次会议通过）
                目　　录
                第一编　总则
                第一章　基本规定
                第二编　物权
                第一分编　通则
                附　则
                第一编　总则
                第一章　基本规定
                第一条　甲。
                第二编　物权
                第一分编　通则
                第一章　一般规定
                第二条　乙。
                第二百八十七条之二　丙。
                附　则
                第二百八十八条　丁。
                """);

        assertThat(tree.clauses().stream().filter(c -> c.kind().isDivision()))
                .extracting(Clause::label)
                .containsExactly("第一编 总则", "第一章 基本规定", "第二编 物权", "第一分编 通则", "第一章 一般规定", "附则");
        assertThat(tree.find(tree.articles().get(3).parent()).orElseThrow())
                .extracting(Clause::kind, Clause::number)
                .containsExactly(ClauseKind.PART, "3");
        assertThat(tree.articles()).extracting(Clause::number).containsExactly("1", "2", "287-2", "288");
        assertThat(texts(tree, NOTE)).containsExactly("（2020年5月28日第十三届全国人民代表大会第三次会议通过）");
    }

    @Test
    void numbers_that_begin_anew_in_each_part_are_cited_with_it() {
        ClauseTree tree = tree("第一编 民事\n第一条 甲：\n（一）乙。\n第二条 丙。\n第二编 刑事\n第一条 丁。\n第二条 戊。");

        assertThat(tree.articles()).extracting(Clause::number).containsExactly("1.1", "1.2", "2.1", "2.2");
        assertThat(tree.articles()).extracting(Clause::label).containsExactly("第一编第一条", "第一编第二条", "第二编第一条", "第二编第二条");
        assertThat(labels(tree, ITEM)).containsExactly("第一编第一条第（一）项");
    }

    @Test
    void an_annex_that_is_a_set_of_rules_has_articles_of_its_own() {
        ClauseTree tree = tree("第一条 甲。\n第二条 乙。\n附件1：评分规则\n第一条 丙。\n第二条 丁：\n（一）戊。\n附件2 样式\n图。");

        assertThat(tree.articles()).extracting(Clause::label).containsExactly("第一条", "第二条", "附件1第一条", "附件1第二条");
        assertThat(tree.articles()).extracting(Clause::number).containsExactly("1", "2", "附1.1", "附1.2");
        assertThat(texts(tree, ANNEX)).containsExactly("附件1：评分规则", "附件2 样式\n图。");
    }

    @Test
    void titles_of_judicial_interpretations_stand_above_their_articles() {
        ClauseTree tree = tree("""
                最高人民法院
                关于适用某法若干问题的解释
                （2014年12月18日最高人民法院审判委员会第1636次会议通过）
                法释〔2015〕5号
                目 录
                一、管辖
                二、回避
                为正确适用某法，制定本解释。
                一、管辖
                第一条 包括：
                （一）甲；
                （二）乙。
                二、回避
                （一）一般规定
                第二条 丙。
                （二）特别规定
                第三条 丁。
                """);

        assertThat(labels(tree, CHAPTER)).containsExactly("一、管辖", "二、回避");
        assertThat(labels(tree, SECTION)).containsExactly("（一）一般规定", "（二）特别规定");
        assertThat(texts(tree, ITEM)).containsExactly("甲；", "乙。");
        assertThat(texts(tree, PREAMBLE)).containsExactly("为正确适用某法，制定本解释。");
        assertThat(texts(tree, NOTE).get(0)).contains("第1636次会议").contains("法释〔2015〕5号");
    }

    @Test
    void a_text_in_points_is_read_by_them() {
        ParsedDraft draft = parse("""
                全国人大常委会关于某某问题的若干规定
                1983年3月5日 第五届全国人大常委会第二十六次会议通过
                为了便于实施某法，作如下规定：
                一、设立委员会。
                委员会设办事机构。
                二、委员会的职权是：
                （一）主持；
                （二）登记。
                上述职权不得转让。
                本规定自公布之日起施行。
                某委员会
                1983年3月5日
                """);

        assertThat(draft.tree().units()).extracting(Clause::label).containsExactly("第一项", "第二项");
        assertThat(draft.tree().units()).extracting(Clause::printed).first().isEqualTo("一、设立委员会。\n委员会设办事机构。");
        assertThat(labels(draft.tree(), SUBITEM)).containsExactly("第二项第（一）目", "第二项第（二）目");
        assertThat(texts(draft.tree(), PARAGRAPH)).containsExactly("本规定自公布之日起施行。");
        assertThat(labels(draft.tree(), NOTE)).containsExactly("题注", "落款");
    }

    @Test
    void points_that_run_through_under_numbered_titles_keep_their_numbers() {
        ClauseTree tree = tree("""
                最高人民法院关于贯彻执行某法若干问题的意见（试行）
                某法已施行。现提出以下意见。
                一、公民
                （一）权利能力
                1．甲。
                2．乙：
                （1）丙；
                （2）丁。
                （二）监护
                3．戊。
                二、法人
                4．己。
                """);

        assertThat(tree.units()).extracting(Clause::label).containsExactly("第1项", "第2项", "第3项", "第4项");
        assertThat(labels(tree, CHAPTER)).containsExactly("一、公民", "二、法人");
        assertThat(texts(tree, SUBITEM)).containsExactly("丙；", "丁。");
    }

    @Test
    void a_letter_without_points_is_read_by_its_paragraphs() {
        ClauseTree tree = tree("""
                最高人民法院关于某某问题的批复
                法释〔2000〕1号
                某省高级人民法院：
                你院《关于某问题的请示》收悉。经研究，答复如下：
                根据某法第三条的规定，应当支持。
                2000年1月1日
                """);

        assertThat(tree.units()).hasSize(3).extracting(Clause::kind).containsOnly(PARAGRAPH);
        assertThat(tree.articles()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"关于召开会议的通知\n请于明天到会。", "购物清单\n苹果\n梨"})
    void what_is_no_legal_text_is_refused(String text) {
        assertThatThrownBy(() -> parse(text))
                .isInstanceOf(UnreadableDraft.class)
                .hasMessageContaining("没有找到“第×条”");
    }

    @Test
    void what_surrounds_a_draft_put_to_the_public_is_told_from_it() {
        ParsedDraft draft = parse("""
                关于公开征求《某市养犬条例（草案）》意见的公告
                现将《某市养犬条例（草案）》向社会公开征求意见。
                附件：1.某市养犬条例（草案）
                2.关于《某市养犬条例（草案）》的说明
                某市人大常委会办公室
                2022年5月1日
                附件1
                某市养犬条例
                （草案）
                目录
                第一章 总则................1
                第二章 附则................9
                第一章 总则
                第一条【立法目的】为了规范养犬，制定本条例。
                第二章 附则
                第二条 本条例自2023年1月1日起施行。
                附件2
                关于《某市养犬条例（草案）》的说明
                一、必要性
                养犬多。
                第三条 讲了罚款。
                附件3
                犬只登记表
                """);

        assertThat(draft.title()).isEqualTo("某市养犬条例（草案）");
        assertThat(draft.tree().articles()).hasSize(2);
        assertThat(draft.tree().clauses()).extracting(Clause::kind).doesNotContain(NOTE, PREAMBLE);
        assertThat(texts(draft.tree(), EXPLANATION))
                .singleElement()
                .asString()
                .contains("养犬多")
                .contains("第三条 讲了罚款。");
        assertThat(texts(draft.tree(), ANNEX)).containsExactly("附件3\n犬只登记表");
    }

    @Test
    void an_explanation_before_the_text_heads_none_of_it() {
        ParsedDraft draft = parse("""
                附件1
                关于《某法（修订草案）》的说明
                一、必要性
                第一条 不过是引用。
                二、主要内容
                附件2
                中华人民共和国某法
                （修订草案）
                第一条 甲。
                第二条 乙。
                """);

        assertThat(draft.title()).isEqualTo("中华人民共和国某法（修订草案）");
        assertThat(draft.tree().articles()).extracting(Clause::number).containsExactly("1", "2");
        assertThat(texts(draft.tree(), EXPLANATION)).containsExactly("关于《某法（修订草案）》的说明\n一、必要性\n第一条 不过是引用。\n二、主要内容");
    }

    @Test
    void a_decree_before_the_text_is_left_out() {
        ParsedDraft draft = parse("""
                中华人民共和国国务院令
                第999号
                《某某条例》已经2023年1月1日国务院常务会议通过，现予公布，自2023年5月1日起施行。
                总 理 某某某
                2023年2月3日
                某某条例
                第一条 甲。
                """);

        assertThat(draft.title()).isEqualTo("某某条例");
        assertThat(draft.tree().clauses()).extracting(Clause::kind).containsExactly(ARTICLE, PARAGRAPH);
    }

    @Test
    void signature_date_and_remarks_are_no_paragraph_of_the_last_article() {
        ClauseTree tree = tree("""
                第一条 甲。
                第二条 本条例自公布之日起施行。
                某省人民代表大会常务委员会
                二〇二一年九月二十九日
                责任编辑：某某
                """);

        assertThat(texts(tree, PARAGRAPH)).containsExactly("甲。", "本条例自公布之日起施行。");
        assertThat(texts(tree, NOTE)).containsExactly("某省人民代表大会常务委员会\n二〇二一年九月二十九日\n责任编辑：某某");
    }

    @Test
    void what_follows_the_last_sentence_without_the_word_annex_is_one_all_the_same() {
        ClauseTree tree = tree("第一条 甲。\n第二条 本办法自公布之日起施行。\n人民警察标志式样");

        assertThat(texts(tree, ANNEX)).containsExactly("人民警察标志式样");
    }

    @Test
    void a_sheet_between_the_articles_does_not_end_them() {
        ClauseTree tree = tree("第一条 甲如下：\n附表：\n名称\n第二条 乙。\n第三条 丙。");

        assertThat(tree.articles()).hasSize(3);
        assertThat(tree.clauses()).extracting(Clause::kind).doesNotContain(ANNEX);
    }

    @Test
    void catchwords_may_stand_without_brackets_on_the_line_of_the_number() {
        ClauseTree tree = tree("第一条 目的依据\n为了管理。\n第二条 适用范围\n本市适用。\n外地参照。\n第三条 施行\n自公布之日起施行。");

        assertThat(texts(tree, PARAGRAPH)).containsExactly("目的依据 为了管理。", "适用范围 本市适用。", "外地参照。", "施行 自公布之日起施行。");
    }

    @Test
    void catchwords_in_brackets_may_have_a_line_of_their_own() {
        assertThat(texts(tree("第一条\n【目的】\n为了管理。\n第二条〖范围〗\n本市。"), PARAGRAPH)).containsExactly("【目的】为了管理。", "〖范围〗本市。");
    }

    @Test
    void articles_listed_in_the_contents_are_not_read_twice() {
        ClauseTree tree = tree("""
                某条例
                第一章 总则
                第一条 目的依据………1
                第二条 适用范围………1
                第二章 附则
                第三条 施行………9
                第一章 总则
                第一条 为了管理。
                第二条 本市适用。
                第二章 附则
                第三条 自公布之日起施行。
                """);

        assertThat(tree.articles()).extracting(Clause::number).containsExactly("1", "2", "3");
        assertThat(labels(tree, CHAPTER)).containsExactly("第一章 总则", "第二章 附则");
        assertThat(texts(tree, PARAGRAPH)).containsExactly("为了管理。", "本市适用。", "自公布之日起施行。");
    }

    @Test
    void the_general_programme_of_a_charter_is_its_preamble() {
        ClauseTree tree = tree("某党章程\n总纲\n某党是先锋队。\n坚持路线：\n第一，坚持发展。\n第一章 成员\n第一条 甲。");

        assertThat(texts(tree, PREAMBLE)).containsExactly("某党是先锋队。\n坚持路线：\n第一，坚持发展。");
    }

    @Test
    void tables_stand_where_they_are_printed() {
        ClauseTree tree = tree("""
                第一条 标准如下：
                | 类别 | 金额 |
                |---|---|
                | 甲 | 1元 |
                前款由财政部门解释。
                第二条 分为：
                （一）大：
                | A | 1 |
                （二）小。
                附表1 目录
                | 一 | 二 |
                注：本表长期有效。
                """);

        assertThat(texts(tree, TABLE)).containsExactly("类别 | 金额\n甲 | 1元", "A | 1", "一 | 二");
        assertThat(labels(tree, TABLE)).containsExactly("第一条第一款表1", "第二条第（一）项表1", "附表1表1");
        assertThat(texts(tree, PARAGRAPH)).containsExactly("标准如下：", "前款由财政部门解释。", "分为：", "注：本表长期有效。");
    }

    @Test
    void an_article_whose_first_words_read_like_a_citation_is_one_where_the_next_number_follows() {
        assertThat(tree("第一条甲。\n第二条和平时期适用本法。\n第三条乙。").articles()).hasSize(3);
        assertThat(tree("第一条甲。\n第二条规定的除外。\n第二条乙。\n第三条丙。").articles()).hasSize(3);
    }

    @Test
    void a_formula_belongs_to_the_paragraph_that_announces_it() {
        assertThat(texts(tree("第一条 按下列公式计算：\n补偿额＝面积×单价\n前款所称面积，以测量为准。"), PARAGRAPH))
                .containsExactly("按下列公式计算：\n补偿额＝面积×单价", "前款所称面积，以测量为准。");
    }

    @Test
    void an_article_may_begin_with_its_first_item() {
        ClauseTree tree = tree("第一条 甲。\n第二条 （一）项目管理；\n（二）目录管理。\n第三条 （删去）");

        assertThat(tree.articles()).hasSize(3);
        assertThat(texts(tree, ITEM)).containsExactly("项目管理；", "目录管理。");
    }

    @Test
    void page_numbers_and_rules_across_the_page_are_no_text() {
        assertThat(texts(tree("第一条 甲。\n- 3 -\n—————\n第 4 页 共 9 页\n乙。"), PARAGRAPH))
                .containsExactly("甲。", "乙。");
    }

    private static ParsedDraft parse(String text) {
        return ClauseParser.parse("某草案.txt", Line.of(text));
    }

    private static ClauseTree tree(String text) {
        return parse(text).tree();
    }

    private static List<String> texts(ClauseTree tree, ClauseKind kind) {
        return tree.clauses().stream()
                .filter(c -> c.kind() == kind)
                .map(Clause::text)
                .toList();
    }

    private static List<String> labels(ClauseTree tree, ClauseKind kind) {
        return tree.clauses().stream()
                .filter(c -> c.kind() == kind)
                .map(Clause::label)
                .toList();
    }
}
