package cn.zhengxun.draft.clause;

import static cn.zhengxun.draft.clause.ClauseKind.ANNEX;
import static cn.zhengxun.draft.clause.ClauseKind.ARTICLE;
import static cn.zhengxun.draft.clause.ClauseKind.CHAPTER;
import static cn.zhengxun.draft.clause.ClauseKind.ITEM;
import static cn.zhengxun.draft.clause.ClauseKind.NOTE;
import static cn.zhengxun.draft.clause.ClauseKind.PARAGRAPH;
import static cn.zhengxun.draft.clause.ClauseKind.PART;
import static cn.zhengxun.draft.clause.ClauseKind.PREAMBLE;
import static cn.zhengxun.draft.clause.ClauseKind.SECTION;
import static cn.zhengxun.draft.clause.ClauseKind.SUBITEM;
import static cn.zhengxun.draft.clause.ClauseKind.SUBPART;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClauseParserTest {

    @Test
    void all_levels_are_told_apart_and_cited_as_people_cite_them() {
        ClauseTree tree = tree("""
                第一编 总则
                第一分编 通则
                第一章 基本规定
                第一节 一般规定
                第一条 本法适用于下列活动：
                （一）生产；
                1. 种植；
                2. 养殖；
                （二）经营。
                前款所称经营，包括销售。
                第二条 本法自公布之日起施行。
                """);

        assertThat(tree.clauses())
                .extracting(Clause::position, Clause::kind, Clause::number, Clause::label, Clause::text)
                .containsExactly(
                        tuple(0, PART, "1", "第一编 总则", "总则"),
                        tuple(1, SUBPART, "1", "第一分编 通则", "通则"),
                        tuple(2, CHAPTER, "1", "第一章 基本规定", "基本规定"),
                        tuple(3, SECTION, "1", "第一节 一般规定", "一般规定"),
                        tuple(4, ARTICLE, "1", "第一条", ""),
                        tuple(5, PARAGRAPH, "1", "第一条第一款", "本法适用于下列活动："),
                        tuple(6, ITEM, "1", "第一条第一款第（一）项", "生产；"),
                        tuple(7, SUBITEM, "1", "第一条第一款第（一）项第1目", "种植；"),
                        tuple(8, SUBITEM, "2", "第一条第一款第（一）项第2目", "养殖；"),
                        tuple(9, ITEM, "2", "第一条第一款第（二）项", "经营。"),
                        tuple(10, PARAGRAPH, "2", "第一条第二款", "前款所称经营，包括销售。"),
                        tuple(11, ARTICLE, "2", "第二条", ""),
                        tuple(12, PARAGRAPH, "1", "第二条", "本法自公布之日起施行。"));
        assertThat(tree.children(tree.clauses().get(3).id()))
                .extracting(Clause::label)
                .containsExactly("第一条", "第二条");
    }

    @Test
    void full_text_keeps_lines_and_marks() {
        ClauseTree tree = tree("""
                第一章 总则
                第一条 下列活动：
                （一）生产；
                ① 种植；
                （二）经营。
                前款所称经营，包括销售。
                第二条 施行。
                """);

        assertThat(tree.fullText(tree.articles().get(0).id())).isEqualTo("下列活动：\n（一）生产；\n①种植；\n（二）经营。\n前款所称经营，包括销售。");
        assertThat(tree.fullText(tree.clauses().get(0).id()))
                .isEqualTo("总则\n第一条 下列活动：\n（一）生产；\n①种植；\n（二）经营。\n前款所称经营，包括销售。\n第二条 施行。");
        assertThat(tree.fullText(new ClauseId(4))).isEqualTo("（一）生产；\n①种植；");
        assertThat(tree.fullText(new ClauseId(99))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "第七条　为了测试。",
                "第七条 为了测试。",
                "第七条为了测试。",
                "第 七 条  为了测试。",
                "第7条 为了测试。",
                "第７条　为了测试。",
                "　　第七条：为了测试。",
                "## 第七条 为了测试。",
                "**第七条** 为了测试。",
                "【第七条】为了测试。",
                "第七条\n为了测试。",
                "第七条\u200B\t为了测试。",
            })
    void an_article_is_found_however_its_number_is_printed(String printed) {
        ClauseTree tree = tree("第六条 前一条。\n" + printed + "\n第八条 后一条。");

        assertThat(tree.articles()).extracting(Clause::number).containsExactly("6", "7", "8");
        assertThat(tree.fullText(tree.articles().get(1).id())).isEqualTo("为了测试。");
        assertThat(tree.articles().get(1).label()).isEqualTo("第七条");
    }

    @Test
    void a_text_whose_numbers_all_touch_their_words_is_read_too() {
        ClauseTree tree = tree("第一章总则\n第一条为了测试。\n第二条本法适用。\n第二章附则\n第三条自公布之日起施行。");

        assertThat(tree.articles()).hasSize(3);
        assertThat(tree.clauses())
                .filteredOn(clause -> clause.kind() == CHAPTER)
                .extracting(Clause::label)
                .containsExactly("第一章 总则", "第二章 附则");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "第三条规定的情形，适用前款。",
                "第三条、第四条的情形除外。",
                "第三条所列情形除外。",
                "第三条第二款的情形除外。",
                "第三条 第二款的情形除外。",
                "第三条至第五条的规定，适用于本条。",
                "第三条情形除外。",
                "第九条 第一款的情形除外。",
                "第一条 的目的，不受影响。",
                "第二章规定的行为，依照其规定。",
                "第二章、第三章另有规定的除外。",
            })
    void a_citation_at_the_beginning_of_a_paragraph_is_a_paragraph(String citation) {
        ClauseTree tree = tree("第一条 甲。\n第二条 乙。\n" + citation + "\n第三条 丙。\n第四条 丁。\n第五条 戊。");

        assertThat(tree.articles()).extracting(Clause::number).containsExactly("1", "2", "3", "4", "5");
        assertThat(tree.clauses()).extracting(Clause::label).contains("第二条第二款").doesNotContain("第三条第二款");
        assertThat(tree.clauses()).filteredOn(c -> c.kind() == CHAPTER).isEmpty();
    }

    @Test
    void inserted_articles_and_gaps_keep_their_numbers() {
        ClauseTree tree = tree("第七条 甲。\n第七条之一 乙。\n第七条之二　丙。\n第八条 丁。\n第七条之一规定的情形除外。\n第十条 戊。");

        assertThat(tree.articles()).extracting(Clause::number).containsExactly("7", "7-1", "7-2", "8", "10");
        assertThat(tree.articles()).extracting(Clause::label).containsExactly("第七条", "第七条之一", "第七条之二", "第八条", "第十条");
    }

    @Test
    void the_table_of_contents_the_notice_and_the_note_on_passing_stay_outside() {
        ParsedDraft draft = parse("""
                遵义市人大常委会办公室关于公开征求《遵义市地方立法条例(修订草案)》意见的公告
                现就条例(修订草案)向社会公开征求意见。

                遵义市地方立法条例(修订草案)
                (征求意见稿)
                （2024年8月29日市人大常委会第二十七次会议审议）
                目 录
                第一章 总则
                第二章 附则
                第一章 总 则
                第一条〖目的依据〗 为了规范地方立法活动，制定本条例。
                第二章 附 则
                第二条〖施行日期〗
                本条例自公布之日起施行。
                """);

        assertThat(draft.title()).isEqualTo("遵义市地方立法条例(修订草案)(征求意见稿)");
        assertThat(draft.tree().clauses())
                .extracting(Clause::label, Clause::text)
                .containsExactly(
                        tuple("题注", "（2024年8月29日市人大常委会第二十七次会议审议）"),
                        tuple("第一章 总则", "总则"),
                        tuple("第一条", ""),
                        tuple("第一条", "〖目的依据〗 为了规范地方立法活动，制定本条例。"),
                        tuple("第二章 附则", "附则"),
                        tuple("第二条", ""),
                        tuple("第二条", "〖施行日期〗本条例自公布之日起施行。"));
    }

    @Test
    void a_contents_page_that_lost_its_first_chapter_encloses_nothing() {
        ParsedDraft draft = parse("""
                厦门经济特区社会信用条例
                (草案修改二稿征求意见稿)
                第二章 社会信用信息归集
                第七章 法律责任
                第一条(立法目的)为了规范社会信用管理，制定本条例。
                第二条(社会信用界定)本条例所称社会信用，是指状况。
                本条例所称社会信用信息，是指信息。
                """);

        assertThat(draft.title()).isEqualTo("厦门经济特区社会信用条例(草案修改二稿征求意见稿)");
        assertThat(draft.tree().clauses()).extracting(Clause::kind).doesNotContain(CHAPTER);
        assertThat(draft.tree().articles()).hasSize(2);
    }

    @Test
    void a_preamble_and_annexes_are_kept_beside_the_articles() {
        ClauseTree tree = tree("""
                # 某某条例
                2021年1月1日 第一次会议通过
                为了全面贯彻宪法，特制定本条例。
                第一条 甲。
                附件1：收费标准
                第一条 这是附件自己的条文。
                附件2：样式
                """);

        assertThat(tree.clauses())
                .extracting(Clause::kind, Clause::label, Clause::text)
                .containsExactly(
                        tuple(NOTE, "题注", "2021年1月1日 第一次会议通过"),
                        tuple(PREAMBLE, "序言", "为了全面贯彻宪法，特制定本条例。"),
                        tuple(ARTICLE, "第一条", ""),
                        tuple(PARAGRAPH, "第一条", "甲。"),
                        tuple(ANNEX, "附件1", "附件1：收费标准\n第一条 这是附件自己的条文。"),
                        tuple(ANNEX, "附件2", "附件2：样式"));
    }

    @Test
    void a_line_between_two_items_goes_on_the_first_of_them() {
        ClauseTree tree = tree("第一条 下列场合：\n（一）会议的开幕；\n政协会议的开幕；\n（二）其他。\n前款规定不适用：\n（一）甲；\n（二）乙。");

        assertThat(tree.clauses())
                .extracting(Clause::label, Clause::text)
                .contains(
                        tuple("第一条第一款第（一）项", "会议的开幕；\n政协会议的开幕；"),
                        tuple("第一条第二款", "前款规定不适用："),
                        tuple("第一条第二款第（二）项", "乙。"));
    }

    @Test
    void other_marks_count_only_in_sequence() {
        ClauseTree tree = tree("第一条 分为：\n一、甲类：\n（一）大；\n（二）小；\n二、乙类。\n第二条 税率：\n3.5以下的免税。\n2023、2024年度不计。");

        assertThat(tree.clauses())
                .extracting(Clause::label)
                .contains("第一条第一项第（二）目", "第一条第二项", "第二条第三款")
                .noneMatch(label -> label.contains("第3"));
        assertThat(tree.fullText(tree.articles().get(0).id())).isEqualTo("分为：\n一、甲类：\n（一）大；\n（二）小；\n二、乙类。");
    }

    @Test
    void a_title_is_taken_from_the_file_where_none_is_printed() {
        assertThat(parse("第一条 甲。").title()).isEqualTo("某草案");
    }

    @Test
    void a_text_without_articles_says_what_to_do() {
        assertThatThrownBy(() -> parse("关于召开会议的通知\n请于第三条所列时间到会。"))
                .isInstanceOf(UnreadableDraft.class)
                .hasMessageContaining("没有找到“第×条”")
                .hasMessageContaining("请检查是否选错文件");
    }

    private static ClauseTree tree(String text) {
        return parse(text).tree();
    }

    private static ParsedDraft parse(String text) {
        List<Line> lines = Line.of(text);
        return ClauseParser.parse("某草案.txt", lines);
    }
}
