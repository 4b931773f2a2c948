package cn.zhengxun.draft;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Laws in every way of setting a PDF, read back and compared word by word with their Markdown. */
class PdfHabitsTest {

    private static final int SHARE = 3;

    /** A third of the laws, another one for each neighbouring habit. */
    private static Stream<PromulgatedLaw> laws(PdfHabit habit) {
        List<PromulgatedLaw> all = PromulgatedLaw.all().toList();
        return IntStream.range(0, all.size())
                .filter(i -> i % SHARE == habit.ordinal() % SHARE)
                .mapToObj(all::get);
    }

    /** Where nothing tells one paragraph from the next but that a line happens to be full, some are told wrong. */
    @ParameterizedTest
    @EnumSource(PdfHabit.class)
    void every_article_is_found_with_its_words(PdfHabit habit) {
        List<FormatScore> scores = new ArrayList<>();
        List<String> faults = new ArrayList<>();
        laws(habit).forEach(law -> {
            LawText text = LawText.of(law);
            byte[] pdf = habit.typeset(text);
            long begun = System.nanoTime();
            var draft = DraftReader.read("草案.pdf", pdf);
            FormatScore score = FormatScore.of(law.file(), text, draft.tree(), (System.nanoTime() - begun) / 1_000_000);
            score.faults().forEach(fault -> faults.add(law.file() + " " + fault));
            if (!draft.title().equals(text.title())) {
                faults.add(law.file() + " 标题 " + draft.title());
            }
            scores.add(score);
        });
        FormatScore sum = FormatReport.sum(scores);
        System.out.printf(
                "%s | 章节 %s | 条 %s | 款 %s | 项 %s | 多出 %d | %d 毫秒%n",
                habit, sum.divisions(), sum.articles(), sum.paragraphs(), sum.items(), sum.surplus(), sum.millis());
        String told = String.join("\n", faults);
        assertThat(sum.articles().share()).as(told).isEqualTo(1);
        assertThat(sum.divisions().share()).as(told).isEqualTo(1);
        boolean telling = habit != PdfHabit.NO_INDENT && habit != PdfHabit.GAPS_BETWEEN_PARAGRAPHS;
        assertThat(sum.paragraphs().share()).as(told).isGreaterThanOrEqualTo(telling ? 1 : 0.98);
        assertThat(sum.items().share()).as(told).isGreaterThanOrEqualTo(telling ? 1 : 0.98);
        assertThat(sum.surplus())
                .as(told)
                .isLessThanOrEqualTo(telling ? 0 : sum.paragraphs().expected() / 50);
        assertThat(faults).noneMatch(fault -> fault.contains("标题"));
    }
}
