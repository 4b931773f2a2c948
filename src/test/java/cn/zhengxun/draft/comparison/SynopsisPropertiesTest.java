package cn.zhengxun.draft.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengxun.draft.clause.Clause;
import cn.zhengxun.draft.clause.ClauseId;
import cn.zhengxun.draft.clause.ClauseKind;
import cn.zhengxun.draft.clause.ClauseTree;
import cn.zhengxun.draft.comparison.Difference.Run;
import cn.zhengxun.draft.comparison.Synopsis.Article;
import cn.zhengxun.draft.comparison.Synopsis.Heading;
import cn.zhengxun.draft.comparison.Synopsis.Passage;
import cn.zhengxun.draft.comparison.Synopsis.Pointer;
import cn.zhengxun.draft.comparison.Synopsis.Row;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Whatever is linked with whatever: nothing is lost, nothing is shown twice, and all stands in order. */
class SynopsisPropertiesTest {
    private static final String[] SENTENCES = {"甲方应当依法办理。", "乙方可以申请复议。", "本法自公布之日起施行。", "丙。", "丁戊己庚辛壬癸。"};

    @Property(tries = 1_500)
    void every_article_is_shown_once_with_all_its_words(
            @ForAll long seed, @ForAll @IntRange(max = 12) int before, @ForAll @IntRange(max = 12) int after) {
        Random random = new Random(seed);
        ClauseTree earlier = tree(random, before);
        ClauseTree later = tree(random, after);

        Synopsis synopsis = Synopsis.of(earlier, later, links(random, earlier, later));

        assertThat(words(synopsis, Passage::before)).isEqualTo(words(earlier));
        assertThat(words(synopsis, Passage::after)).isEqualTo(words(later));
        assertThat(synopsis.summary().before()).isEqualTo(before);
        assertThat(synopsis.rows().stream().filter(Heading.class::isInstance).count())
                .isBetween(Math.max(headings(earlier), headings(later)), headings(earlier) + headings(later));
    }

    @Property(tries = 1_500)
    void either_text_is_read_in_its_order_by_those_who_follow_the_pointers(
            @ForAll long seed, @ForAll @IntRange(max = 12) int before, @ForAll @IntRange(max = 12) int after) {
        Random random = new Random(seed);
        ClauseTree earlier = tree(random, before);
        ClauseTree later = tree(random, after);

        Synopsis synopsis = Synopsis.of(earlier, later, links(random, earlier, later));

        assertThat(places(synopsis, true)).isEqualTo(labels(earlier));
        assertThat(places(synopsis, false)).isEqualTo(labels(later));
        assertThat(synopsis.rows().stream()
                        .filter(row -> row instanceof Passage passage && passage.ordinal() > 0)
                        .map(row -> ((Passage) row).ordinal()))
                .isSorted()
                .doesNotHaveDuplicates();
    }

    /** What stands in the column of one text, without what was fetched to stand beside its counterpart. */
    private static List<String> places(Synopsis synopsis, boolean earlier) {
        List<String> places = new ArrayList<>();
        Set<String> pointed = synopsis.rows().stream()
                .filter(row -> row instanceof Pointer pointer && pointer.earlier() == earlier)
                .map(row -> ((Pointer) row).label())
                .collect(Collectors.toSet());
        for (Row row : synopsis.rows()) {
            if (row instanceof Pointer pointer && pointer.earlier() == earlier) {
                places.add(pointer.label());
            } else if (row instanceof Passage passage) {
                (earlier ? passage.before() : passage.after())
                        .stream()
                                .map(Article::label)
                                .filter(label -> !pointed.contains(label))
                                .forEach(places::add);
            }
        }
        return places;
    }

    private static Map<String, String> words(Synopsis synopsis, Function<Passage, List<Article>> side) {
        Map<String, String> words = new TreeMap<>();
        for (Row row : synopsis.rows()) {
            if (row instanceof Passage passage) {
                for (Article article : side.apply(passage)) {
                    String all = article.runs().stream().map(Run::text).collect(Collectors.joining());
                    assertThat(words.put(article.label(), all))
                            .as("shown twice")
                            .isNull();
                }
            }
        }
        return words;
    }

    private static Map<String, String> words(ClauseTree tree) {
        return tree.articles().stream()
                .collect(Collectors.toMap(
                        Clause::label, article -> tree.fullText(article.id()), (one, other) -> one, TreeMap::new));
    }

    private static List<String> labels(ClauseTree tree) {
        return tree.articles().stream().map(Clause::label).toList();
    }

    private static long headings(ClauseTree tree) {
        return tree.clauses().stream()
                .filter(clause -> clause.kind() == ClauseKind.CHAPTER)
                .count();
    }

    /** The ids of two trees collide on purpose, as those of files that were only read do. */
    private static ClauseTree tree(Random random, int articles) {
        List<Clause> clauses = new ArrayList<>();
        ClauseId chapter = null;
        for (int n = 1; n <= articles; n++) {
            if (random.nextInt(4) == 0) {
                String title = random.nextBoolean() ? "总则" : "保障";
                chapter = id(clauses);
                clauses.add(new Clause(
                        chapter, null, clauses.size(), ClauseKind.CHAPTER, "" + n, "第" + n + "章 " + title, title));
            }
            ClauseId article = id(clauses);
            clauses.add(new Clause(article, chapter, clauses.size(), ClauseKind.ARTICLE, "" + n, "第" + n + "条", ""));
            for (int p = 1; p <= 1 + random.nextInt(2); p++) {
                clauses.add(new Clause(
                        id(clauses),
                        article,
                        clauses.size(),
                        ClauseKind.PARAGRAPH,
                        "" + p,
                        "第" + n + "条第" + p + "款",
                        SENTENCES[random.nextInt(SENTENCES.length)]));
            }
        }
        return new ClauseTree(clauses);
    }

    private static ClauseId id(List<Clause> clauses) {
        return new ClauseId(clauses.size() + 1);
    }

    private static List<Link> links(Random random, ClauseTree earlier, ClauseTree later) {
        Set<Link> links = new HashSet<>();
        if (!earlier.articles().isEmpty() && !later.articles().isEmpty()) {
            for (int i = random.nextInt(2 + earlier.articles().size()); i > 0; i--) {
                links.add(new Link(any(random, earlier), any(random, later), LinkKind.CHANGED, 1));
            }
        }
        return List.copyOf(links);
    }

    private static ClauseId any(Random random, ClauseTree tree) {
        return tree.articles().get(random.nextInt(tree.articles().size())).id();
    }
}
