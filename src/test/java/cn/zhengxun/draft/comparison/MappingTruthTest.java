package cn.zhengxun.draft.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengxun.draft.clause.Clause;
import cn.zhengxun.draft.clause.ClauseId;
import cn.zhengxun.draft.comparison.TruthTable.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * The mapping against the seven tables that were made by reading (src/test/resources/mapping).
 *
 * <p>The measure: each article of either text is one question, "which articles of the other text belong to this one?",
 * and right only if the set given equals that of the table: a wrong one too many and a missing one both make it wrong,
 * and a wrong link counts at either end. Rows marked doubt may be given or not. Articles none of whose links is doubtful
 * are automatic, the others go to the queue for a person.
 */
class MappingTruthTest {
    private static final List<TruthTable> TABLES = TruthTable.all();

    @Test
    void what_is_not_doubtful_is_right_and_little_is_doubtful() throws IOException {
        Map<TruthTable, Mapping> mappings = new HashMap<>();
        TABLES.forEach(table -> mappings.put(table, Mapping.between(table.before(), table.after())));
        List<MappingScore> scores = TABLES.stream()
                .map(table -> MappingScore.of(table, mappings.get(table).articles()))
                .toList();
        MappingScore all = MappingScore.sum(scores);
        report(scores, all, mappings);

        assertThat(TABLES).hasSize(7);
        assertThat(all.automaticRightShare()).isGreaterThanOrEqualTo(0.98);
        assertThat(all.queueShare()).isLessThan(0.10);
        assertThat(all.carriedShare()).isGreaterThanOrEqualTo(0.98);
        assertThat(all.rightShare()).isGreaterThanOrEqualTo(0.95);
    }

    @Test
    void no_clause_of_an_earlier_text_is_orphaned() {
        for (TruthTable table : TABLES) {
            Mapping mapping = Mapping.between(table.before(), table.after());
            Set<ClauseId> removed = mapping.articles().stream()
                    .filter(link -> link.kind() == LinkKind.REMOVED)
                    .map(Link::before)
                    .collect(Collectors.toSet());
            Map<ClauseId, ClauseId> parents = new HashMap<>();
            for (Clause clause : table.before().clauses()) {
                parents.put(clause.id(), clause.parent());
                boolean isRemoved = false;
                for (ClauseId around = clause.id(); around != null; around = parents.get(around)) {
                    isRemoved |= removed.contains(around);
                }
                assertThat(mapping.successors(clause.id()).isEmpty())
                        .as("%s %s", table.law(), clause.label())
                        .isEqualTo(isRemoved);
                assertThat(mapping.successors(clause.id()))
                        .allMatch(id -> table.after().find(id).isPresent());
            }
        }
    }

    @Test
    void a_suggestion_on_a_款_is_shown_within_an_article_that_its_article_lives_on_in() {
        for (TruthTable table : TABLES) {
            Mapping mapping = Mapping.between(table.before(), table.after());
            for (Clause article : table.before().articles()) {
                for (Clause within : table.before().children(article.id())) {
                    for (ClauseId successor : mapping.successors(within.id())) {
                        Clause there = table.after().find(successor).orElseThrow();
                        assertThat(mapping.successors(article.id()))
                                .contains(articleAround(table, there).id());
                    }
                }
            }
        }
    }

    private static Clause articleAround(TruthTable table, Clause clause) {
        return clause.parent() == null || table.after().articles().contains(clause)
                ? clause
                : articleAround(table, table.after().find(clause.parent()).orElseThrow());
    }

    private static void report(List<MappingScore> scores, MappingScore all, Map<TruthTable, Mapping> mappings)
            throws IOException {
        StringBuilder table = new StringBuilder(MappingScore.head());
        StringBuilder wrong = new StringBuilder("| 法律 | 条 | 应当对应 | 系统给出 | 待核对 |\n|---|---|---|---|---|\n");
        for (int i = 0; i < TABLES.size(); i++) {
            TruthTable law = TABLES.get(i);
            table.append(scores.get(i).row(law.law()));
            for (Answer answer : law.judge(mappings.get(law).articles())) {
                if (!answer.right()) {
                    wrong.append("| %s | %s%s | %s | %s | %s |\n"
                            .formatted(
                                    law.law(),
                                    answer.earlier() ? "旧" : "新",
                                    answer.article(),
                                    numbers(answer.due()),
                                    numbers(answer.given()),
                                    answer.automatic() ? "" : "是"));
                }
            }
        }
        table.append(all.row("合计"));
        System.out.println(table);
        Files.writeString(Path.of("target/mapping.md"), table + "\n" + wrong);
        assertThat(Path.of("docs/mapping.md"))
                .as("figures published; target/mapping.md has those of now")
                .content()
                .contains(table, wrong);
    }

    private static String numbers(Set<String> numbers) {
        return numbers.isEmpty()
                ? "无"
                : new ArrayList<>(new TreeSet<>(numbers)).toString().replaceAll("[\\[\\]]", "");
    }
}
