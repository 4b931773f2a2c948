package cn.zhengxun.draft.file;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhengxun.draft.clause.Line;
import cn.zhengxun.draft.clause.UnreadableDraft;
import java.nio.charset.Charset;
import java.util.List;
import org.junit.jupiter.api.Test;

class WebPageTest {
    private static final Charset GBK = Charset.forName("GBK");

    @Test
    void of_a_page_only_title_note_and_articles_are_read() {
        String page = """
                <!DOCTYPE html><html><head><meta charset="utf-8"><title>某市养犬管理条例_某市人大网</title>
                <style>p{color:red}</style><script>document.write("第九条 写进去的");</script></head>
                <body><header><img src="http://198.51.100.1/a.png"><a href="/">首页</a></header>
                <div class="nav"><ul><li>首页</li><li>法规库</li></ul></div>
                <div class="crumb">当前位置：首页 &gt; 法规</div>
                <div class="main"><h1>某市养犬管理条例</h1>
                <div class="meta">来源：某市人大　发布时间：2024-05-01　字号：大 中 小　【打印】</div>
                <p align=center>（2024年4月30日某市人民代表大会常务委员会通过）</p>
                <div id="zoom"><p>&emsp;&emsp;第一章&nbsp;总则</p>
                <p>　　第一条 为了规范养犬，
                制定本条例。</p>
                <p>　　第二条 本条例适用于本市。<br>　　军犬除外。</p>
                <p style="display:none">第三条 看不见的。</p>
                <p>　　第三条 登记<del>免费</del><ruby>收费<rt>shou</rt></ruby>。</p>
                </div><div>分享到：<a>微信</a> <a>微博</a></div><p>责任编辑：王某</p><p>上一篇：某市烟花条例</p></div>
                <div class="related"><h3>相关阅读</h3><p>关于养犬的十个问题</p></div>
                <footer>版权所有：某市人大</footer><div>京ICP备06005931号</div></body></html>""";

        assertThat(texts("草案.html", page.getBytes(UTF_8)))
                .containsExactly(
                        "某市养犬管理条例",
                        "（2024年4月30日某市人民代表大会常务委员会通过）",
                        "第一章 总则",
                        "第一条 为了规范养犬，制定本条例。",
                        "第二条 本条例适用于本市。",
                        "军犬除外。",
                        "第三条 登记收费。");
    }

    @Test
    void the_encoding_is_the_named_one_and_where_that_is_wrong_the_one_that_fits() {
        String page =
                "<html><head><meta http-equiv=Content-Type content=\"text/html; charset=%s\"></head><body><p>第一条 镕𠮷甲。</body>";
        String plain = "<html><body><p>第一条 甲。</body>";

        assertThat(texts("a", page.formatted("gb2312").getBytes(Charset.forName("GB18030"))))
                .containsExactly("第一条 镕𠮷甲。");
        assertThat(texts("a", page.formatted("utf-8").getBytes(UTF_8))).containsExactly("第一条 镕𠮷甲。");
        assertThat(texts("a", page.formatted("gbk").getBytes(UTF_16))).containsExactly("第一条 镕𠮷甲。");
        assertThat(texts("a", plain.getBytes(GBK))).containsExactly("第一条 甲。");
        assertThat(texts("a", plain.getBytes(UTF_8))).containsExactly("第一条 甲。");
        assertThat(texts("a", ("\uFEFF" + page.formatted("gbk")).getBytes(UTF_8)))
                .containsExactly("第一条 镕𠮷甲。");
    }

    @Test
    void a_draft_laid_out_in_tables_is_lines_and_a_table_that_states_something_is_rows() {
        String page = """
                <html><body><table><tr><td>法规</td><td>动态</td></tr></table>
                <table><tr><td><h2>某某办法</h2></td></tr><tr><td>
                  <p>第一条 甲。</p><p>第二条 收费如下：</p>
                  <table><tr><th>类</th><th>元</th></tr><tr><td>小</td><td>5</td></tr></table>
                  <p>第三条 乙。</p></td></tr></table></body></html>""";

        assertThat(DraftFile.lines("草案.html", page.getBytes(UTF_8)))
                .containsExactly(
                        new Line("某某办法", 0),
                        new Line("第一条 甲。", 0),
                        new Line("第二条 收费如下：", 0),
                        new Line("类 | 元", 0, true),
                        new Line("小 | 5", 0, true),
                        new Line("第三条 乙。", 0));
    }

    @Test
    void annexes_below_the_articles_belong_to_them() {
        String page = "<body><div><p>某某规定</p><div><p>第一条 甲。</p><p>第二条 乙。</p></div>"
                + "<p>附件1：</p><p>收费目录</p></div><div>版权所有 某某</div></body>";

        assertThat(texts("a.html", page.getBytes(UTF_8))).containsExactly("某某规定", "第一条 甲。", "第二条 乙。", "附件1：", "收费目录");
    }

    @Test
    void what_word_saves_as_a_page_under_the_name_doc_is_read_as_a_page() {
        String page = """
                <html xmlns:o="urn:schemas-microsoft-com:office:office"><head><meta charset=gb2312></head><body>
                <p class=MsoTitle>某某规定</p><p class=MsoNormal><![if !supportLists]><span style='mso-list:Ignore'>第一条<span>&nbsp;
                </span></span><![endif]>甲<span
                lang=EN-US>2024</span>年。<o:p></o:p></p></body></html>""";

        assertThat(texts("草案.doc", page.getBytes(GBK))).containsExactly("某某规定", "第一条 甲2024年。");
    }

    @Test
    void the_page_s_title_stands_in_where_the_text_has_none() {
        String page = "<title>某某规定 - 某网</title><body><ul><li>首页<li>登录</ul><div><p>第一条 甲。<p>第二条 乙。</div>";

        assertThat(texts("a.html", page.getBytes(UTF_8))).containsExactly("某某规定", "第一条 甲。", "第二条 乙。");
    }

    @Test
    void lines_of_a_preformatted_page_are_joined_as_those_of_a_mail() {
        StringBuilder page = new StringBuilder("<pre>");
        List<String> articles = List.of("一", "二", "三", "四", "五").stream()
                .map(n -> "第" + n + "条 " + "国家鼓励和支持本行政区域内的单位和个人参与各项活动，".repeat(4) + "依法办理。")
                .toList();
        for (String article : articles) {
            page.append(("\u3000\u3000" + article).replaceAll("(.{20})", "$1\n"))
                    .append("\n");
        }

        assertThat(texts("a.html", page.append("</pre>").toString().getBytes(UTF_8)))
                .isEqualTo(articles);
    }

    @Test
    void a_page_of_nothing_but_tags_is_refused_before_it_fills_the_memory() {
        byte[] page = ("<html>" + "<b>".repeat(3_000_000)).getBytes(UTF_8);

        assertThatThrownBy(() -> DraftFile.lines("a.html", page))
                .isInstanceOf(UnreadableDraft.class)
                .hasMessageContaining("标记多得");
    }

    @Test
    void deep_and_tangled_pages_end_in_time() {
        for (String piece : List.of(
                "<div>",
                "<b><i>",
                "<table><tr><td>",
                "<p>第一条 甲。<div>",
                "<a href=x>第二条 乙",
                "<li>",
                "<p>",
                "<o:p>",
                "<td>",
                "<b></p>",
                "<div></b>",
                "<p><b></p>",
                "<select>",
                "<svg>",
                "<a><b></a>",
                "</div>",
                "<!--",
                "<",
                "&#x",
                "<p x=1 x=2 y=")) {
            byte[] page = ("<html><p>第一条 甲。</p>" + piece.repeat(130_000)).getBytes(UTF_8);
            long begun = System.nanoTime();
            try {
                assertThat(DraftFile.lines("a.html", page)).isNotEmpty();
            } catch (UnreadableDraft refused) {
                assertThat(refused).hasMessageContaining("请");
            }
            System.out.printf("%s × 130000：%d 毫秒%n", piece, (System.nanoTime() - begun) / 1_000_000);
            assertThat(System.nanoTime() - begun)
                    .isLessThan(TimeLimit.MOST.plusSeconds(2).toNanos());
        }
    }

    private static List<String> texts(String name, byte[] content) {
        return DraftFile.lines(name, content).stream().map(Line::text).toList();
    }
}
