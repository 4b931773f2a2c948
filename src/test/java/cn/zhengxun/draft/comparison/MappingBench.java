package cn.zhengxun.draft.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengxun.draft.clause.Clause;
import cn.zhengxun.draft.clause.ClauseTree;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Run by bench/drafts.sh. Processor time of this thread, the least of three runs: what else the machine does at the time does not count. */
class MappingBench {
    private static final int RUNS = 3;

    @Test
    void two_texts_of_300_articles_are_mapped_within_a_second_and_of_1260_within_ten() {
        assertThat(seconds(300)).isLessThan(1);
        assertThat(seconds(1_260)).isLessThan(10);
    }

    private static double seconds(int articles) {
        ClauseTree before = text(articles, true);
        ClauseTree after = text(articles, false);
        long least = Long.MAX_VALUE;
        for (int run = 0; run < RUNS; run++) {
            long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            assertThat(Mapping.between(before, after).articles()).hasSizeGreaterThanOrEqualTo(articles);
            least = Math.min(least, ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start);
        }
        System.out.printf(
                "BENCH | mapping %d × %d real 条 (processor time) | | %d | | | |%n",
                articles, articles, least / 1_000_000);
        return least / 1e9;
    }

    /** The articles of the seven pairs, over and over with a mark that tells the rounds apart. */
    private static ClauseTree text(int articles, boolean earlier) {
        List<List<String>> text = new ArrayList<>();
        for (int round = 0; text.size() < articles; round++) {
            String mark = round == 0 ? "" : "第" + round + "次重复";
            for (TruthTable table : TruthTable.all()) {
                for (Piece piece : Piece.of(earlier ? table.before() : table.after())) {
                    text.add(piece.clauses().stream()
                            .map(Clause::text)
                            .filter(words -> !words.isEmpty())
                            .map(words -> words + mark)
                            .toList());
                }
            }
        }
        return MappingPropertiesTest.tree(text.subList(0, articles));
    }
}
