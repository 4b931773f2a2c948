package cn.zhengxun.suggestion.offline;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengxun.draft.clause.Clause;
import cn.zhengxun.draft.clause.ClauseId;
import cn.zhengxun.draft.clause.ClauseKind;
import cn.zhengxun.draft.clause.ClauseTree;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClauseNumbersTest {
    private final List<Clause> clauses = new ArrayList<>();

    private Clause add(Clause parent, ClauseKind kind, String number, String label, String text) {
        Clause clause = new Clause(
                new ClauseId(100 + clauses.size()),
                parent == null ? null : parent.id(),
                clauses.size(),
                kind,
                number,
                label,
                text);
        clauses.add(clause);
        return clause;
    }

    private ClauseNumbers law() {
        Clause chapter = add(null, ClauseKind.CHAPTER, "1", "第一章 总则", "总则");
        Clause one = add(chapter, ClauseKind.ARTICLE, "1", "第一条", "");
        add(one, ClauseKind.PARAGRAPH, "1", "第一条", "为了节约，制定本法。");
        Clause twelve = add(chapter, ClauseKind.ARTICLE, "12", "第十二条", "");
        add(twelve, ClauseKind.PARAGRAPH, "1", "第十二条第一款", "第一款的话。");
        Clause second = add(twelve, ClauseKind.PARAGRAPH, "2", "第十二条第二款", "应当做到：");
        Clause item = add(second, ClauseKind.ITEM, "1", "第十二条第二款第（一）项", "提示；");
        add(item, ClauseKind.SUBITEM, "1", "第十二条第二款第（一）项第1目", "大字；");
        Clause inserted = add(chapter, ClauseKind.ARTICLE, "12-1", "第十二条之一", "");
        add(inserted, ClauseKind.PARAGRAPH, "1", "第十二条之一", "加一条。");
        Clause listed = add(chapter, ClauseKind.ARTICLE, "13", "第十三条", "");
        Clause only = add(listed, ClauseKind.PARAGRAPH, "1", "第十三条", "不得：");
        add(only, ClauseKind.ITEM, "1", "第十三条第（一）项", "浪费；");
        add(only, ClauseKind.ITEM, "2", "第十三条第（二）项", "误导。");
        return new ClauseNumbers(new ClauseTree(clauses));
    }

    @ParameterizedTest
    @CsvSource({
        "12, 第十二条",
        "１２, 第十二条",
        "十二, 第十二条",
        "第十二条, 第十二条",
        "' 第 十二 条 ', 第十二条",
        "12., 未知",
        "12.2, 第十二条第二款",
        "12。2, 第十二条第二款",
        "12．2, 第十二条第二款",
        "十二.二, 第十二条第二款",
        "十二条二款, 第十二条第二款",
        "第12条第2款, 第十二条第二款",
        "12.2.1, 第十二条第二款第（一）项",
        "12.2.1.1, 第十二条第二款第（一）项第1目",
        "第十二条第二款第（一）项, 第十二条第二款第（一）项",
        "十二条二款一项, 第十二条第二款第（一）项",
        "第十二条第一项, 第十二条第二款第（一）项",
        "12-1, 第十二条之一",
        "第十二条之一, 第十二条之一",
        "12-1.1, 第十二条之一",
        "13.1, 第十三条",
        "13.2, 第十三条第（二）项",
        "13.1.2, 第十三条第（二）项",
        "第十三条第（二）项, 第十三条第（二）项",
        "1.1, 第一条",
        "第一章, 第一章 总则",
        "99, 未知",
        "12.3, 未知",
        "12.2.9, 未知",
        "随便说说, 未知",
        "<script>, 未知",
        "-1, 未知",
        "99999999999, 未知",
        "#107, 第十二条第二款第（一）项第1目",
        "#1, 未知",
        "#99999999999999999999, 未知",
    })
    void what_is_typed_means(String typed, String label) {
        ClauseNumbers.Meant meant = law().find(typed);
        assertThat(meant.clause() == null ? "未知" : meant.clause().label()).isEqualTo(label);
        assertThat(meant.whole()).isFalse();
        assertThat(meant.choices()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "　", "整体", "全文", "0"})
    void nothing_means_the_whole(String typed) {
        assertThat(law().find(typed).whole()).isTrue();
        assertThat(law().find(null).whole()).isTrue();
    }

    @Test
    void every_code_means_its_clause_and_no_other() {
        ClauseNumbers numbers = law();
        assertThat(numbers.choices())
                .isNotEmpty()
                .allSatisfy(clause ->
                        assertThat(numbers.find(numbers.code(clause)).clause()).isEqualTo(clause));
        assertThat(numbers.code(clauses.get(6))).isEqualTo("12.2.1");
        assertThat(numbers.firstWords(clauses.get(1), 4)).isEqualTo("为了节约…");
        assertThat(numbers.firstWords(clauses.get(1), 40)).isEqualTo("为了节约，制定本法。");
    }

    @Test
    void where_each_part_counts_anew_the_bare_number_offers_a_choice() {
        List<Clause> articles = new ArrayList<>();
        for (int part = 1; part <= 2; part++) {
            Clause outer = add(null, ClauseKind.PART, String.valueOf(part), "第" + "一二".charAt(part - 1) + "编", "");
            for (int i = 1; i <= 3; i++) {
                String number = part == 1 ? String.valueOf(i) : part + "." + i;
                Clause article = add(outer, ClauseKind.ARTICLE, number, "第" + "一二三".charAt(i - 1) + "条", "");
                add(article, ClauseKind.PARAGRAPH, "1", article.label(), "第" + part + "编的话");
                articles.add(article);
            }
        }
        Clause annex = add(null, ClauseKind.ANNEX, "1", "附件", "");
        Clause annexed = add(annex, ClauseKind.ARTICLE, "附1.3", "第三条", "");
        add(annexed, ClauseKind.PARAGRAPH, "1", "第三条", "附件的话");
        ClauseNumbers numbers = new ClauseNumbers(new ClauseTree(clauses));

        ClauseNumbers.Meant meant = numbers.find("3");
        assertThat(meant.known()).isFalse();
        assertThat(meant.choices()).containsExactly(articles.get(2), articles.get(5), annexed);
        assertThat(numbers.find("二编3").clause()).isEqualTo(articles.get(5));
        assertThat(numbers.find("第二编第三条").clause()).isEqualTo(articles.get(5));
        assertThat(numbers.find("1编3").clause()).isEqualTo(articles.get(2));
        assertThat(numbers.find("附3").choices()).isEmpty();
        assertThat(numbers.find("附1.3").clause()).isEqualTo(annexed);
        assertThat(numbers.find("附第三条").clause()).isEqualTo(annexed);
        assertThat(numbers.choices())
                .allSatisfy(clause ->
                        assertThat(numbers.find(numbers.code(clause)).clause()).isEqualTo(clause));
    }
}
