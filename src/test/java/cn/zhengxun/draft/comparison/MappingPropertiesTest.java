package cn.zhengxun.draft.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cn.zhengxun.draft.clause.Clause;
import cn.zhengxun.draft.clause.ClauseId;
import cn.zhengxun.draft.clause.ClauseKind;
import cn.zhengxun.draft.clause.ClauseTree;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class MappingPropertiesTest {
    /** The articles of the fourteen real texts, each as its 款 and 项. */
    private static final List<List<List<String>>> LAWS = TruthTable.all().stream()
            .flatMap(table -> Stream.of(table.before(), table.after()))
            .map(MappingPropertiesTest::words)
            .toList();

    /** Distinct articles of one law, in any order. */
    @Provide
    Arbitrary<List<List<String>>> articles() {
        return Arbitraries.randomValue(random -> {
            List<List<String>> law = new ArrayList<>(LAWS.get(random.nextInt(LAWS.size())));
            Collections.shuffle(law, random);
            return List.copyOf(law.stream().distinct().limit(random.nextInt(40)).toList());
        });
    }

    @Property(tries = 200)
    void a_text_compared_with_itself_is_the_same_throughout(@ForAll("articles") List<List<String>> articles) {
        Mapping mapping = Mapping.between(tree(articles), tree(articles));

        assertThat(mapping.articles()).hasSize(articles.size()).allSatisfy(link -> {
            assertThat(link.kind()).isEqualTo(LinkKind.SAME);
            assertThat(link.after()).isEqualTo(link.before());
            assertThat(link.isDoubtful()).isFalse();
        });
        for (Clause clause : tree(articles).clauses()) {
            assertThat(mapping.successors(clause.id())).containsExactly(clause.id());
        }
    }

    @Property(tries = 200)
    void spaces_and_the_width_of_punctuation_change_nothing(@ForAll("articles") List<List<String>> articles) {
        List<List<String>> typedOtherwise = articles.stream()
                .map(article -> article.stream()
                        .map(words -> words.replace("，", ", ")
                                .replace("；", ";")
                                .replace("：", ":")
                                .replace("（", "(")
                                .replace("）", ") ")
                                .replace("“", "\""))
                        .toList())
                .toList();

        assertThat(Mapping.between(tree(articles), tree(typedOtherwise)).articles())
                .allMatch(link -> link.kind() == LinkKind.SAME);
    }

    @Property(tries = 200)
    void articles_inserted_anywhere_are_new_and_renumber_the_rest(
            @ForAll("articles") List<List<String>> articles, @ForAll Random random) {
        List<List<String>> longer = new ArrayList<>(articles);
        int front = random.nextInt(3);
        for (int n = 0; n < front; n++) {
            longer.add(0, List.of("本条是新增加的第" + n + "个条文，与其他条文无关。"));
        }
        longer.add(random.nextInt(longer.size() + 1), List.of("另外插入一个条文，放在什么地方都可以。"));
        ClauseTree before = tree(articles);
        ClauseTree after = tree(longer);

        Mapping forth = Mapping.between(before, after);
        Mapping back = Mapping.between(after, before);

        assertThat(afters(forth, LinkKind.NEW)).hasSize(front + 1).isEqualTo(befores(back, LinkKind.REMOVED));
        assertThat(forth.articles().stream().filter(link -> link.before() != null))
                .hasSize(articles.size())
                .allSatisfy(link -> {
                    Clause one = before.find(link.before()).orElseThrow();
                    Clause other = after.find(link.after()).orElseThrow();
                    assertThat(after.fullText(other.id())).isEqualTo(before.fullText(one.id()));
                    assertThat(link.kind())
                            .isEqualTo(one.number().equals(other.number()) ? LinkKind.SAME : LinkKind.RENUMBERED);
                });
    }

    @Property(tries = 200)
    void shuffled_articles_are_found(@ForAll("articles") List<List<String>> articles, @ForAll Random random) {
        List<Integer> order = IntStream.range(0, articles.size()).boxed().collect(Collectors.toList());
        Collections.shuffle(order, random);
        ClauseTree before = tree(articles);
        ClauseTree after = tree(order.stream().map(articles::get).toList());

        for (Link link : Mapping.between(before, after).articles()) {
            assertThat(after.fullText(link.after())).isEqualTo(before.fullText(link.before()));
            assertThat(link.isDoubtful()).isFalse();
        }
    }

    @Property(tries = 150)
    void shuffled_articles_with_a_few_words_changed_are_found_too(
            @ForAll("articles") List<List<String>> articles, @ForAll Random random) {
        List<List<String>> distinct =
                articles.stream().filter(a -> String.join("", a).length() > 60).toList();
        List<Integer> order = IntStream.range(0, distinct.size()).boxed().collect(Collectors.toList());
        Collections.shuffle(order, random);
        ClauseTree before = tree(distinct);
        ClauseTree after = tree(order.stream()
                .map(n -> distinct.get(n).stream()
                        .map(w -> w.replaceFirst("应当|可以|国家", "统统"))
                        .toList())
                .toList());

        Mapping mapping = Mapping.between(before, after);

        int found = 0;
        for (int n = 0; n < distinct.size(); n++) {
            ClauseId successor = after.articles().get(order.indexOf(n)).id();
            found += mapping.successors(before.articles().get(n).id()).contains(successor) ? 1 : 0;
        }
        assertThat(found).isCloseTo(distinct.size(), within(distinct.size() / 20));
    }

    /** Whatever the two texts are. */
    @Property(tries = 300)
    void every_article_of_either_text_has_a_link_and_kinds_tell_the_partners(
            @ForAll("articles") List<List<String>> one, @ForAll("articles") List<List<String>> other) {
        ClauseTree before = tree(one);
        ClauseTree after = tree(other);
        List<Link> links = Mapping.between(before, after).articles();

        assertThat(links).doesNotHaveDuplicates().allSatisfy(link -> {
            assertThat(link.confidence()).isBetween(0.0, 1.0);
            long partners = links.stream()
                    .filter(l -> l.before() != null
                            && l.after() != null
                            && l.before().equals(link.before()))
                    .count();
            long origins = links.stream()
                    .filter(l ->
                            l.before() != null && l.after() != null && l.after().equals(link.after()))
                    .count();
            assertThat(link.kind())
                    .isIn(
                            link.after() == null
                                    ? Set.of(LinkKind.REMOVED)
                                    : link.before() == null
                                            ? Set.of(LinkKind.NEW)
                                            : origins > 1
                                                    ? Set.of(LinkKind.JOINED)
                                                    : partners > 1
                                                            ? Set.of(LinkKind.SPLIT)
                                                            : Set.of(
                                                                    LinkKind.SAME,
                                                                    LinkKind.RENUMBERED,
                                                                    LinkKind.CHANGED));
        });
        assertThat(ids(links, Link::before)).isEqualTo(ids(before));
        assertThat(ids(links, Link::after)).isEqualTo(ids(after));
    }

    @Property(tries = 100)
    void the_links_as_a_person_leaves_them_are_kept_and_told_anew(
            @ForAll("articles") List<List<String>> one, @ForAll("articles") List<List<String>> other) {
        ClauseTree before = tree(one);
        ClauseTree after = tree(other);
        Mapping computed = Mapping.between(before, after);

        assertThat(Mapping.of(before, after, computed.articles()).successors()).isEqualTo(computed.successors());
        Mapping cut = Mapping.of(before, after, List.of());
        assertThat(befores(cut, LinkKind.REMOVED)).isEqualTo(ids(before));
        assertThat(afters(cut, LinkKind.NEW)).isEqualTo(ids(after));
        assertThat(cut.successors()).isEmpty();
    }

    private static List<List<String>> words(ClauseTree tree) {
        return tree.articles().stream()
                .map(article -> Piece.of(tree).stream()
                        .filter(piece -> piece.id().equals(article.id()))
                        .flatMap(piece -> piece.clauses().stream())
                        .map(Clause::text)
                        .filter(text -> !text.isEmpty())
                        .toList())
                .toList();
    }

    /** Articles numbered from 1, each with its words as 款. */
    static ClauseTree tree(List<List<String>> articles) {
        List<Clause> clauses = new ArrayList<>();
        for (int n = 1; n <= articles.size(); n++) {
            ClauseId article = new ClauseId(clauses.size() + 1L);
            clauses.add(new Clause(article, null, clauses.size(), ClauseKind.ARTICLE, "" + n, "第" + n + "条", ""));
            for (int p = 1; p <= articles.get(n - 1).size(); p++) {
                clauses.add(new Clause(
                        new ClauseId(clauses.size() + 1L),
                        article,
                        clauses.size(),
                        ClauseKind.PARAGRAPH,
                        "" + p,
                        "第" + n + "条第" + p + "款",
                        articles.get(n - 1).get(p - 1)));
            }
        }
        return new ClauseTree(clauses);
    }

    private static Set<ClauseId> ids(ClauseTree tree) {
        return tree.articles().stream().map(Clause::id).collect(Collectors.toSet());
    }

    private static Set<ClauseId> ids(List<Link> links, Function<Link, ClauseId> side) {
        Set<ClauseId> ids = new HashSet<>(links.stream().map(side).toList());
        ids.remove(null);
        return ids;
    }

    private static Set<ClauseId> befores(Mapping mapping, LinkKind kind) {
        return ids(mapping.articles().stream().filter(l -> l.kind() == kind).toList(), Link::before);
    }

    private static Set<ClauseId> afters(Mapping mapping, LinkKind kind) {
        return ids(mapping.articles().stream().filter(l -> l.kind() == kind).toList(), Link::after);
    }
}
