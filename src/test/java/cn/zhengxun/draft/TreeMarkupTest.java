package cn.zhengxun.draft;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengxun.draft.clause.ClauseTree;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class TreeMarkupTest {

    @Test
    void every_word_of_the_draft_is_escaped() {
        String html = TreeMarkup.of(tree("""
                <b>某</b>条例
                （<i>题注</i>）
                第一章 <img src=x onerror=alert(1)>
                第一条 <script>alert("1")</script>：
                （一）&lt;甲&gt;；
                （二）'乙'。
                | <td> | "丙" |
                附件：</p><b>
                """));

        assertThat(html)
                .contains("&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;", "&amp;lt;甲", "&lt;td&gt;", "&#39;乙&#39;")
                .doesNotContain("<script", "<img", "<b>某", "<i>题", "</p><b>");
    }

    @Test
    void what_people_can_speak_to_has_an_anchor_and_what_stands_beside_is_labelled() {
        ClauseTree tree = tree("""
                关于修改《某条例》的决定
                （2020年1月1日通过）
                一、将第三条修改为：“甲。”
                二、删去第五条。
                """);

        String html = TreeMarkup.of(tree);

        assertThat(tree.units())
                .hasSize(2)
                .allSatisfy(
                        unit -> assertThat(html).contains("id=\"a-" + unit.id().value() + "\""));
        assertThat(html).contains("<b>题注</b>", "第一项 <span class=\"hint\">修改第三条</span>", "将第三条修改为：“甲。”");
    }

    @Test
    void a_code_is_shown_to_its_last_article() {
        ClauseTree tree = tree(DraftTexts.ofArticles(1260));

        String html = TreeMarkup.of(tree);

        assertThat(html).contains("第一千二百六十条");
    }

    private static ClauseTree tree(String text) {
        return DraftReader.read("草案.txt", text.getBytes(StandardCharsets.UTF_8)).tree();
    }
}
