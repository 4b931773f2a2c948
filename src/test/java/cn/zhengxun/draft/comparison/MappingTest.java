package cn.zhengxun.draft.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import cn.zhengxun.draft.clause.Clause;
import cn.zhengxun.draft.clause.ClauseId;
import cn.zhengxun.draft.clause.ClauseKind;
import cn.zhengxun.draft.clause.ClauseParser;
import cn.zhengxun.draft.clause.ClauseTree;
import cn.zhengxun.draft.clause.Line;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MappingTest {

    @Test
    void nothing_compared_with_nothing_is_nothing() {
        ClauseTree empty = new ClauseTree(List.of());
        ClauseTree one = tree("第一条 为了保护湿地，制定本条例。");

        assertThat(Mapping.between(empty, empty).articles()).isEmpty();
        assertThat(kinds(Mapping.between(empty, one))).containsExactly(LinkKind.NEW);
        assertThat(kinds(Mapping.between(one, empty))).containsExactly(LinkKind.REMOVED);
        assertThat(Mapping.between(one, empty).successors(one.articles().get(0).id()))
                .isEmpty();
    }

    @Test
    void an_article_split_in_two_is_followed_by_each_of_its_款() {
        ClauseTree before = tree("""
                第一条 为了保护湿地，制定本条例。
                第二条 县级人民政府应当编制湿地保护规划，并报上一级人民政府备案。
                任何单位和个人不得擅自向湿地排放污水，不得开垦、填埋湿地。
                第三条 本条例自公布之日起施行。
                """);
        ClauseTree after = tree("""
                第一条 为了保护湿地，制定本条例。
                第二条 县级人民政府应当编制湿地保护规划，并报上一级人民政府备案。
                第三条 任何单位和个人不得擅自向湿地排放污水，不得开垦、填埋湿地。
                第四条 本条例自公布之日起施行。
                """);

        Mapping mapping = Mapping.between(before, after);

        assertThat(kinds(mapping)).containsExactly(LinkKind.SAME, LinkKind.SPLIT, LinkKind.SPLIT, LinkKind.RENUMBERED);
        assertThat(shown(mapping, before, after, "第二条")).containsExactly("第二条", "第三条");
        assertThat(shown(mapping, before, after, "第二条第一款")).containsExactly("第二条");
        assertThat(shown(mapping, before, after, "第二条第二款")).containsExactly("第三条");
    }

    @Test
    void articles_joined_in_one_each_keep_their_place_within() {
        ClauseTree before = tree("""
                第一条 县级人民政府应当编制湿地保护规划，并报上一级人民政府备案。
                第二条 任何单位和个人不得擅自向湿地排放污水，不得开垦、填埋湿地。
                第三条 本条例自公布之日起施行。
                """);
        ClauseTree after = tree("""
                第一条 县级人民政府应当编制湿地保护规划，并报上一级人民政府备案。
                任何单位和个人不得擅自向湿地排放污水，不得开垦、填埋湿地。
                第二条 本条例自公布之日起施行。
                """);

        Mapping mapping = Mapping.between(before, after);

        assertThat(kinds(mapping)).containsExactly(LinkKind.JOINED, LinkKind.JOINED, LinkKind.RENUMBERED);
        Clause second = before.articles().get(1);
        Clause joined = after.articles().get(0);
        assertThat(mapping.successors(second.id())).containsExactly(joined.id());
        assertThat(mapping.successors(before.children(second.id()).get(0).id()))
                .containsExactly(after.children(joined.id()).get(1).id());
    }

    @Test
    void a_项_is_followed_by_its_words_not_by_its_number() {
        ClauseTree before = tree("""
                第一条 禁止下列行为：
                （一）开垦湿地；
                （二）向湿地倾倒垃圾；
                （三）捕猎候鸟。
                """);
        ClauseTree after = tree("""
                第一条 在湿地保护范围内禁止下列行为：
                （一）擅自取水；
                （二）开垦湿地；
                （三）向湿地倾倒垃圾、排放污水；
                （四）捕猎候鸟，捡拾鸟卵。
                """);

        Mapping mapping = Mapping.between(before, after);

        assertThat(shown(mapping, before, after, "第一条第（一）项")).containsExactly("第一条第（二）项");
        assertThat(shown(mapping, before, after, "第一条第（二）项")).containsExactly("第一条第（三）项");
        assertThat(shown(mapping, before, after, "第一条第（三）项")).containsExactly("第一条第（四）项");
    }

    @Test
    void what_stands_outside_of_articles_is_linked_by_its_words_too() {
        Clause preamble = other(1, ClauseKind.PREAMBLE, "序言", "为了全面推进依法治国，特作如下规定。");
        Clause form = other(2, ClauseKind.ANNEX, "附件1", "湿地名录的编制说明和填报表格。");
        Clause list = other(3, ClauseKind.ANNEX, "附件2", "重要湿地的名称、面积与四至范围。");
        Clause listMoved = other(2, ClauseKind.ANNEX, "附件1", "重要湿地的名称、面积、类型与四至范围。");
        Clause seal = other(3, ClauseKind.ANNEX, "附件2", "徽标图案及其使用规范。");

        Mapping mapping = Mapping.between(
                new ClauseTree(List.of(preamble, form, list)), new ClauseTree(List.of(preamble, listMoved, seal)));

        assertThat(mapping.articles()).isEmpty();
        assertThat(mapping.successors(preamble.id())).containsExactly(preamble.id());
        assertThat(mapping.successors(list.id())).containsExactly(listMoved.id());
        assertThat(mapping.others().stream().filter(link -> form.id().equals(link.before())))
                .allMatch(link -> link.after() == null || link.isDoubtful());
    }

    @Test
    void a_chapter_goes_where_most_of_its_articles_went() {
        ClauseTree before = tree("""
                第一章 总则
                第一条 为了保护湿地，制定本条例。
                第二章 保护
                第二条 县级人民政府应当编制湿地保护规划。
                第三条 禁止开垦、填埋湿地。
                """);
        ClauseTree after = tree("""
                第一章 总则
                第一条 为了保护湿地，制定本条例。
                第二章 规划
                第二条 湿地分为重要湿地和一般湿地。
                第三章 保护和利用
                第三条 县级人民政府应当编制湿地保护规划。
                第四条 禁止开垦、填埋湿地。
                """);

        Mapping mapping = Mapping.between(before, after);

        assertThat(shown(mapping, before, after, "第一章 总则")).containsExactly("第一章 总则");
        assertThat(shown(mapping, before, after, "第二章 保护")).containsExactly("第三章 保护和利用");
    }

    @Test
    void the_same_words_a_thousand_times_do_not_explode() {
        List<List<String>> alike = Collections.nCopies(2_000, List.of("违反本法规定，构成犯罪的，依法追究刑事责任。", "情节较轻的，给予警告。"));
        ClauseTree before = MappingPropertiesTest.tree(alike);
        ClauseTree after = MappingPropertiesTest.tree(alike.subList(0, 1_500));

        Mapping mapping = assertTimeoutPreemptively(Duration.ofSeconds(20), () -> Mapping.between(before, after));

        assertThat(mapping.articles()).hasSize(2_000);
        assertThat(mapping.articles().subList(0, 1_500)).allMatch(link -> link.kind() == LinkKind.SAME);
        assertThat(mapping.articles().subList(1_500, 2_000)).allMatch(link -> link.kind() == LinkKind.REMOVED);
    }

    @Test
    void almost_the_same_words_a_thousand_times_do_not_explode() {
        ClauseTree before = MappingPropertiesTest.tree(alike(1_500, "甲"));
        ClauseTree after = MappingPropertiesTest.tree(alike(1_500, "乙"));

        Mapping mapping = assertTimeoutPreemptively(Duration.ofSeconds(30), () -> Mapping.between(before, after));

        assertThat(mapping.articles().size()).isBetween(1_500, 6_000);
    }

    @Test
    void one_article_of_thousands_of_项_costs_no_minute() {
        Random random = new Random(7);
        List<String> items = Stream.generate(
                        () -> "第" + random.nextInt(100_000) + "种物品及其" + random.nextInt(100_000) + "类附件；")
                .limit(8_000)
                .toList();
        List<String> changed = new ArrayList<>(items);
        Collections.reverse(changed);
        changed.set(0, "其他物品。");

        assertTimeoutPreemptively(
                Duration.ofSeconds(30),
                () -> Mapping.between(
                        MappingPropertiesTest.tree(List.of(items)), MappingPropertiesTest.tree(List.of(changed))));
    }

    private static List<List<String>> alike(int count, String word) {
        return Stream.iterate(1, n -> n + 1)
                .limit(count)
                .map(n -> List.of("违反本法第" + n + "条规定，由主管部门责令改正，" + word + "等的，处以罚款。"))
                .toList();
    }

    private static Clause other(long id, ClauseKind kind, String label, String text) {
        return new Clause(new ClauseId(id), null, (int) id - 1, kind, "" + id, label, text);
    }

    private static ClauseTree tree(String text) {
        return ClauseParser.parse("条例.md", Line.of(text)).tree();
    }

    private static List<LinkKind> kinds(Mapping mapping) {
        return mapping.articles().stream().map(Link::kind).toList();
    }

    private static List<String> shown(Mapping mapping, ClauseTree before, ClauseTree after, String label) {
        return before.clauses().stream()
                .filter(clause -> clause.label().equals(label))
                .flatMap(clause -> mapping.successors(clause.id()).stream())
                .map(id -> after.find(id).orElseThrow().label())
                .distinct()
                .toList();
    }
}
