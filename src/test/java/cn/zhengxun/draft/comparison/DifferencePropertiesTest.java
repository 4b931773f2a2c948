package cn.zhengxun.draft.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengxun.draft.comparison.Difference.Fate;
import cn.zhengxun.draft.comparison.Difference.Run;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class DifferencePropertiesTest {

    @Property(tries = 3_000)
    void both_texts_are_in_the_difference_word_by_word(
            @ForAll("fromFewUnits") String before, @ForAll("fromFewUnits") String after) {
        List<Run> runs = Difference.between(before, after).runs();

        assertThat(text(runs, Fate.INSERTED)).isEqualTo(before);
        assertThat(text(runs, Fate.DELETED)).isEqualTo(after);
    }

    @Property(tries = 3_000)
    void whatever_characters_they_are_made_of(@ForAll String before, @ForAll String after) {
        List<Run> runs = Difference.between(before, after).runs();

        assertThat(text(runs, Fate.INSERTED)).isEqualTo(before);
        assertThat(text(runs, Fate.DELETED)).isEqualTo(after);
    }

    @Property(tries = 3_000)
    void runs_are_neither_empty_nor_cut_nor_confetti(
            @ForAll("fromFewUnits") String before, @ForAll("fromFewUnits") String after) {
        List<Run> runs = Difference.between(before, after).runs();

        for (int i = 0; i < runs.size(); i++) {
            Run run = runs.get(i);
            assertThat(run.text()).isNotEmpty();
            assertThat(Character.isLowSurrogate(run.text().charAt(0))).isFalse();
            assertThat(Character.isHighSurrogate(run.text().charAt(run.text().length() - 1)))
                    .isFalse();
            if (i > 0) {
                assertThat(run.fate()).isNotEqualTo(runs.get(i - 1).fate());
            }
            if (run.fate() == Fate.EQUAL
                    && i > 0
                    && i < runs.size() - 1
                    && !run.text().contains("\n")) {
                assertThat(run.text().codePointCount(0, run.text().length())).isGreaterThan(2);
            }
        }
    }

    @Property(tries = 1_000)
    void a_text_does_not_differ_from_itself(@ForAll("fromFewUnits") String text) {
        assertThat(Difference.between(text, text)).isEqualTo(Difference.none(text));
    }

    /** Few different ones, so that much is found again and slides. */
    @Provide
    Arbitrary<String> fromFewUnits() {
        return Arbitraries.of("甲", "乙", "丙", "，", "；", "\n", "第", "𠮷", "𠮟", "12", "3.5", "law", " ")
                .list()
                .ofMaxSize(60)
                .map(units -> String.join("", units));
    }

    private static String text(List<Run> runs, Fate without) {
        return runs.stream().filter(run -> run.fate() != without).map(Run::text).collect(Collectors.joining());
    }
}
