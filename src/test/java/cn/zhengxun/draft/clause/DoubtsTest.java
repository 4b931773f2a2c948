package cn.zhengxun.draft.clause;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class DoubtsTest {

    @Test
    void a_sound_text_raises_none() {
        assertThat(doubts("第一条 甲：\n（一）乙；\n（二）丙。\n第一条之一 丁。\n第二条 戊。")).isEmpty();
    }

    @Test
    void numbers_that_skip_fall_back_or_come_twice_are_told_and_nothing_is_dropped() {
        ClauseTree tree = tree("第一条 甲。\n第二条 乙。\n第五条 丙。\n第四条 丁。\n第六条 戊。\n第六条 己。\n第八条 庚。");

        assertThat(tree.articles())
                .extracting(Clause::label)
                .containsExactly("第一条", "第二条", "第五条", "第四条", "第六条", "第六条（其二）", "第八条");
        assertThat(tree.articles()).extracting(Clause::number).doesNotHaveDuplicates();
        assertThat(tree.doubts())
                .containsExactly("第二条之后是第五条，缺第三条。", "第五条之后是第四条，条号倒退，请核对。", "第六条出现两次以上，请核对条号。", "第六条之后是第八条，缺第七条。");
    }

    @Test
    void a_misprinted_number_far_ahead_does_not_set_the_count() {
        ClauseTree tree = tree("第一条 甲。\n第二条 乙。\n第三十条 丙。\n第四条 丁。\n第五条 戊。");

        assertThat(tree.articles()).extracting(Clause::number).containsExactly("1", "2", "30", "4", "5");
    }

    @Test
    void an_article_without_words_and_one_far_too_long_are_told() {
        List<String> doubts = doubts("第一条 甲。\n第二条\n第三条 " + "长。".repeat(1_000) + "\n第四条 丁。\n第五条 戊。");

        assertThat(doubts).containsExactly("第二条没有内容，请对照原文。", "第三条特别长（2000字），可能有条文没有分开，请对照原文。");
    }

    @Test
    void that_a_text_was_read_without_articles_is_told() {
        assertThat(doubts("关于某事的决定\n一、甲。\n二、乙。")).containsExactly("没有找到“第×条”，已按“一、二、”的编号读出。");
        assertThat(doubts("关于某事的批复\n经研究，答复如下：\n应当支持。")).containsExactly("没有找到“第×条”和编号，已按自然段读出。");
    }

    @Test
    void items_that_skip_are_told() {
        assertThat(doubts("第一条 甲：\n（一）乙；\n（三）丙。")).containsExactly("第一条第（三）项之前的编号不连续，请核对。");
    }

    @Test
    void a_text_that_does_not_begin_with_its_first_article_is_told() {
        assertThat(doubts("第六条 甲。\n第七条 乙。")).containsExactly("第一个条号是第六条，缺第一条至第五条。");
    }

    @Test
    void counting_anew_in_each_part_is_no_doubt() {
        assertThat(doubts("第一编 甲\n第一条 乙。\n第二条 丙。\n第二编 丁\n第一条 戊。\n第三条 己。")).containsExactly("第二编第一条之后是第二编第三条，缺第二条。");
    }

    @Test
    void a_ruined_text_is_not_answered_with_a_flood() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 300; i++) {
            text.append("第").append(1 + i * 3).append("条 甲。\n");
        }

        assertThat(doubts(text.toString())).hasSize(50);
    }

    private static List<String> doubts(String text) {
        return ClauseParser.parse("草案.txt", Line.of(text)).doubts();
    }

    private static ClauseTree tree(String text) {
        return ClauseParser.parse("草案.txt", Line.of(text)).tree();
    }
}
