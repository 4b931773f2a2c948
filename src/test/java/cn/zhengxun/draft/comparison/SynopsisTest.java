package cn.zhengxun.draft.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengxun.draft.clause.Clause;
import cn.zhengxun.draft.clause.ClauseId;
import cn.zhengxun.draft.clause.ClauseParser;
import cn.zhengxun.draft.clause.ClauseTree;
import cn.zhengxun.draft.clause.Line;
import cn.zhengxun.draft.comparison.Difference.Run;
import cn.zhengxun.draft.comparison.Synopsis.Article;
import cn.zhengxun.draft.comparison.Synopsis.Change;
import cn.zhengxun.draft.comparison.Synopsis.Heading;
import cn.zhengxun.draft.comparison.Synopsis.Passage;
import cn.zhengxun.draft.comparison.Synopsis.Pointer;
import cn.zhengxun.draft.comparison.Synopsis.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SynopsisTest {

    @Test
    void every_article_stands_beside_its_successor() {
        Synopsis synopsis = synopsis("第一条 甲。\n第二条 乙。", "第一条 甲。\n第二条 丙。", "1-1 2-2");

        assertThat(told(synopsis)).containsExactly("SAME 第一条|第一条", "CHANGED 第二条|第二条");
    }

    @Test
    void numbers_that_only_follow_an_insertion_are_shifted_and_not_moved() {
        Synopsis synopsis = synopsis("第一条 甲。\n第二条 乙。\n第三条 丙。", "第一条 新。\n第二条 甲。\n第三条 乙。\n第四条 丙。", "1-2 2-3 3-4");

        assertThat(told(synopsis)).containsExactly("NEW |第一条", "SHIFTED 第一条|第二条", "SHIFTED 第二条|第三条", "SHIFTED 第三条|第四条");
        assertThat(synopsis.summary()).isEqualTo(new Synopsis.Summary(1, 0, 0, 0, 3, 0));
    }

    @Test
    void the_article_that_left_the_order_is_moved_and_its_old_place_says_where_to() {
        Synopsis synopsis =
                synopsis("第一条 甲。\n第二条 乙。\n第三条 丙。\n第四条 丁。", "第一条 乙。\n第二条 丙。\n第三条 丁。\n第四条 甲。", "1-4 2-1 3-2 4-3");

        assertThat(told(synopsis))
                .containsExactly("(第一条→第四条)", "SHIFTED 第二条|第一条", "SHIFTED 第三条|第二条", "SHIFTED 第四条|第三条", "MOVED 第一条|第四条");
        assertThat(synopsis.summary().moved()).isEqualTo(1);
    }

    @Test
    void an_article_that_changed_and_moved_is_changed_and_displaced() {
        Synopsis synopsis = synopsis("第一条 甲。\n第二条 乙。\n第三条 丙。", "第一条 乙。\n第二条 丙。\n第三条 甲而已。", "1-3 2-1 3-2");

        Passage moved = passages(synopsis).get(2);
        assertThat(moved.change()).isEqualTo(Change.CHANGED);
        assertThat(moved.displaced()).isTrue();
        assertThat(synopsis.summary()).isEqualTo(new Synopsis.Summary(0, 0, 1, 0, 2, 0));
    }

    @Test
    void what_was_removed_stands_where_it_stood() {
        Synopsis synopsis = synopsis("第一条 甲。\n第二条 乙。\n第三条 丙。", "第一条 甲。\n第二条 丙。", "1-1 3-2");

        assertThat(told(synopsis)).containsExactly("SAME 第一条|第一条", "REMOVED 第二条|", "SHIFTED 第三条|第二条");
    }

    @Test
    void a_split_article_stands_beside_all_its_parts_and_each_has_its_own_words() {
        Synopsis synopsis = synopsis("第一条 甲子。\n乙丑寅。", "第一条 甲子。\n第二条 乙丑卯。", "1-1 1-2");

        Passage split = passages(synopsis).get(0);
        assertThat(told(synopsis)).containsExactly("SPLIT 第一条|第一条、第二条");
        assertThat(split.after().stream().map(SynopsisTest::words)).containsExactly("甲子。", "乙丑卯。");
        assertThat(split.before().stream().map(SynopsisTest::words)).containsExactly("甲子。\n乙丑寅。");
    }

    @Test
    void a_part_that_stands_apart_has_a_pointer_at_its_place() {
        Synopsis synopsis = synopsis("第一条 甲子。\n乙丑。\n第二条 丙。", "第一条 甲子。\n第二条 丙。\n第三条 乙丑。", "1-1 1-3 2-2");

        assertThat(told(synopsis)).containsExactly("SPLIT 第一条|第一条、第三条", "SAME 第二条|第二条", "(第三条→第一条)");
    }

    @Test
    void joined_articles_stand_together() {
        Synopsis synopsis = synopsis("第一条 甲子。\n第二条 丙。\n第三条 乙丑。", "第一条 甲子。\n乙丑。\n第二条 丙。", "1-1 2-2 3-1");

        assertThat(told(synopsis)).containsExactly("JOINED 第一条、第三条|第一条", "SAME 第二条|第二条", "(第三条→第一条)");
        assertThat(synopsis.summary()).isEqualTo(new Synopsis.Summary(0, 0, 2, 0, 0, 1));
    }

    @Test
    void equal_headings_stand_beside_each_other_also_where_the_first_article_below_was_removed() {
        Synopsis synopsis = synopsis(
                "第一章 总则\n第一条 甲。\n第二章 保障\n第二条 乙。\n第三条 丙。", "第一章 总则\n第一条 甲。\n第二章 新章\n第二条 新。\n第三章 保障\n第三条 丙。", "1-1 3-3");

        assertThat(told(synopsis))
                .containsExactly(
                        "[第一章 总则|第一章 总则]",
                        "SAME 第一条|第一条",
                        "[null|第二章 新章]",
                        "NEW |第二条",
                        "[第二章 保障|第三章 保障]",
                        "REMOVED 第二条|",
                        "SAME 第三条|第三条");
    }

    @Test
    void a_chapter_under_another_title_is_shown_so() {
        Synopsis synopsis = synopsis("第一章 总则\n第一条 甲。", "第一章 一般规定\n第一条 甲。", "1-1");

        assertThat(told(synopsis)).containsExactly("[第一章 总则|第一章 一般规定]", "SAME 第一条|第一条");
        assertThat(synopsis.changes()).hasSize(1);
    }

    @Test
    void only_changes_come_with_the_headings_above_them() {
        Synopsis synopsis = synopsis("第一章 总则\n第一条 甲。\n第二章 保障\n第二条 乙。", "第一章 总则\n第一条 甲。\n第二章 保障\n第二条 丙。", "1-1 2-2");

        assertThat(synopsis.changes().stream().map(SynopsisTest::told))
                .containsExactly("[第二章 保障|第二章 保障]", "CHANGED 第二条|第二条");
    }

    @Test
    void changes_are_numbered_as_they_stand() {
        Synopsis synopsis =
                synopsis("第一章 总则\n第一条 甲。\n第二条 乙。\n第二章 保障\n第三条 丙。", "第一章 总则\n第一条 新。\n第二章 保障\n第二条 又新。\n第三条 丙。", "3-3");

        assertThat(passages(synopsis).stream().map(Passage::ordinal).filter(ordinal -> ordinal > 0))
                .containsExactly(1, 2, 3, 4);
    }

    @Test
    void width_and_space_alone_are_no_change() {
        assertThat(passages(synopsis("第一条 甲，乙。", "第一条 甲, 乙。", "1-1")).get(0).change())
                .isEqualTo(Change.SAME);
    }

    @Test
    void a_preamble_and_an_annex_are_compared_but_not_counted() {
        Synopsis synopsis = synopsis("为了甲，特制定本办法如下：\n第一条 甲。\n附件\n表一", "为了乙，特制定本办法如下：\n第一条 甲。\n附件\n表二", "1-1");

        assertThat(synopsis.summary()).isEqualTo(new Synopsis.Summary(0, 0, 0, 0, 0, 1));
        assertThat(passages(synopsis))
                .filteredOn(passage -> !passage.article())
                .allSatisfy(passage -> assertThat(passage.change()).isEqualTo(Change.CHANGED));
        assertThat(passages(synopsis)).filteredOn(passage -> !passage.article()).isNotEmpty();
    }

    @Test
    void an_article_without_any_link_is_not_lost() {
        assertThat(told(synopsis("第一条 甲。", "第一条 乙。", ""))).containsExactlyInAnyOrder("REMOVED 第一条|", "NEW |第一条");
    }

    /** @param links 1-2 for the first article of the earlier text and the second of the later */
    private static Synopsis synopsis(String before, String after, String links) {
        ClauseTree earlier = tree(before);
        ClauseTree later = tree(after);
        List<Link> mapped = new ArrayList<>();
        for (String link : links.isEmpty() ? new String[0] : links.split(" ")) {
            String[] ends = link.split("-");
            mapped.add(new Link(article(earlier, ends[0]), article(later, ends[1]), LinkKind.CHANGED, 1));
        }
        return Synopsis.of(earlier, later, mapped);
    }

    private static ClauseTree tree(String text) {
        return ClauseParser.parse("a.txt", Line.of(text)).tree();
    }

    private static ClauseId article(ClauseTree tree, String number) {
        return tree.articles().stream()
                .filter(article -> article.number().equals(number))
                .map(Clause::id)
                .findFirst()
                .orElseThrow();
    }

    private static List<Passage> passages(Synopsis synopsis) {
        return synopsis.rows().stream()
                .filter(Passage.class::isInstance)
                .map(Passage.class::cast)
                .toList();
    }

    private static List<String> told(Synopsis synopsis) {
        return synopsis.rows().stream().map(SynopsisTest::told).toList();
    }

    private static String told(Row row) {
        if (row instanceof Heading heading) {
            return "[" + heading.before() + "|" + heading.after() + "]";
        }
        if (row instanceof Pointer pointer) {
            return "(" + pointer.label() + "→" + String.join("、", pointer.others()) + ")";
        }
        Passage passage = (Passage) row;
        return passage.change() + " " + labels(passage.before()) + "|" + labels(passage.after());
    }

    private static String labels(List<Article> articles) {
        return articles.stream().map(Article::label).collect(Collectors.joining("、"));
    }

    private static String words(Article article) {
        assertThat(article.runs()).noneMatch(run -> run.text().isEmpty());
        return article.runs().stream().map(Run::text).collect(Collectors.joining());
    }
}
