package cn.zhengxun.draft;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;

abstract class AmendedLawsContract {
    private static final String LAW = "第一条 旧一。\n第二条 旧二：\n（一）甲；\n（二）乙。\n第二条之一 旧二之一。\n第三条 旧三。";

    @Autowired
    Drafts drafts;

    @Autowired
    AmendedLaws amended;

    @Autowired
    SpringTemplateEngine templates;

    @Test
    void each_instruction_stands_beside_the_article_in_force() {
        String law = "甲湖保护法" + UUID.randomUUID();
        DraftId inForce = imported("中华人民共和国" + law, "公布文本", LAW, Visibility.PUBLIC);
        DraftId decision = imported("关于修改《" + law + "》的决定", "草案", """
                关于修改《%s》的决定
                决定对《%s》作如下修改：
                一、将第二条修改为：“新二。”
                二、增加一条，作为第四条：“新四。”
                三、将第二条之一、第三条中的“旧”修改为“新”。
                四、删去第九条。
                """.formatted(law, law), Visibility.PUBLIC);

        List<AmendedLaws.Pair> pairs = amended.of(decision);

        assertThat(pairs)
                .extracting(AmendedLaws.Pair::summary)
                .containsExactly("修改第二条", "增加第四条", "替换第二条之一、第三条的文字", "删去第九条");
        assertThat(pairs.get(3).missing()).isEqualTo("no-article");
        assertThat(pairs.get(0).law()).isEqualTo("中华人民共和国" + law);
        assertThat(pairs.get(0).articles()).singleElement().satisfies(article -> {
            assertThat(article.draft()).isEqualTo(inForce);
            assertThat(article.label()).isEqualTo("第二条");
            assertThat(article.text()).isEqualTo("旧二：\n（一）甲；\n（二）乙。");
        });
        assertThat(pairs.get(1).articles()).isEmpty();
        assertThat(pairs.get(1).missing()).isEqualTo("new");
        assertThat(pairs.get(2).articles())
                .extracting(AmendedLaws.InForce::label)
                .containsExactly("第二条之一", "第三条");
        assertThat(page(pairs)).contains("旧二之一。", "中华人民共和国" + law, "增加第四条").doesNotContain("th:", "??");
    }

    @Test
    void each_point_of_a_decision_on_several_laws_stands_beside_its_own() {
        String one = "乙法" + UUID.randomUUID();
        String other = "丙法" + UUID.randomUUID();
        imported(one, "公布文本", LAW, Visibility.PUBLIC);
        DraftId decision = imported("关于修改两部法律的决定", "草案", """
                关于修改两部法律的决定
                一、对《%s》作出修改
                （一）删去第一条。
                （二）将第三条修改为：“依照《%s》第一条。”
                二、对《%s》作出修改
                （一）删去第一条。
                """.formatted(one, other, other), Visibility.PUBLIC);

        List<AmendedLaws.Pair> pairs = amended.of(decision);

        assertThat(pairs).extracting(AmendedLaws.Pair::law).containsExactly(one, one, other);
        assertThat(pairs).extracting(AmendedLaws.Pair::missing).containsExactly(null, null, "no-law");
        assertThat(pairs.get(1).articles())
                .extracting(AmendedLaws.InForce::text)
                .containsExactly("旧三。");
    }

    @Test
    void an_earlier_reading_and_an_internal_text_are_not_the_law_in_force() {
        String law = "丁法" + UUID.randomUUID();
        imported(law, "二审稿", LAW, Visibility.PUBLIC);
        imported(law, "公布文本", LAW, Visibility.INTERNAL);
        DraftId decision =
                imported("关于修改《" + law + "》的决定", "草案", "关于修改《" + law + "》的决定\n一、删去第一条。\n二、删去第二条。", Visibility.PUBLIC);

        assertThat(amended.of(decision)).extracting(AmendedLaws.Pair::missing).containsOnly("no-law");
    }

    @Test
    void a_text_that_amends_nothing_has_no_pairs() {
        assertThat(amended.of(imported("戊法" + UUID.randomUUID(), "草案", LAW, Visibility.PUBLIC)))
                .isEmpty();
    }

    private String page(List<AmendedLaws.Pair> pairs) {
        Context context = new Context(Locale.SIMPLIFIED_CHINESE);
        context.setVariable("amended", pairs);
        return templates.process("draft/amendments", Set.of("beside"), context);
    }

    private DraftId imported(String title, String reading, String text, Visibility visibility) {
        return drafts.importDraft(
                new ImportDraft(title, reading, title, "草案.txt", text.getBytes(StandardCharsets.UTF_8), visibility));
    }
}
