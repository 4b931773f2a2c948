package cn.zhengxun.draft.search;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengxun.draft.search.Question.Term;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuestionTest {

    @Test
    void words_stand_apart_by_spaces_and_punctuation() {
        assertThat(words("食品　浪费，餐饮、《立法法》ＡＢ12")).containsExactly("食品", "浪费", "餐饮", "立法法", "ab12");
    }

    @Test
    void what_is_quoted_is_one_exact_word() {
        assertThat(Question.of("\"制止 浪费\" “光盘行动”点餐").terms())
                .containsExactly(
                        new Term("制止浪费", true, null), new Term("光盘行动", true, null), new Term("点餐", false, null));
    }

    @Test
    void a_quotation_mark_without_its_other_half_is_only_a_mark() {
        assertThat(words("\"制止 浪费")).containsExactly("制止", "浪费");
    }

    @ParameterizedTest
    @CsvSource({"第七十二条,72", "第72条,72", "第７２条,72", "第七条之一,7-1", "第一千二百六十条,1260", "第一百零三条第二款,103", "第十条第一款第（三）项,10"})
    void an_article_is_also_its_number(String typed, String number) {
        assertThat(Question.of(typed).terms()).extracting(Term::article).containsExactly(number);
        assertThat(Question.article(typed)).contains(number);
    }

    @Test
    void an_article_within_a_word_is_taken_out_of_it() {
        assertThat(Question.of("《立法法》第七十二条的权限").terms()).extracting(Term::words).containsExactly("立法法", "第七十二条", "的权限");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "　", "，。！？", "\"\"", "“”", "(((", "+-&|!{}[]^~*?:\\/", "\uD800", "\u0000"})
    void without_a_word_nothing_is_asked(String typed) {
        assertThat(Question.of(typed).isEmpty()).isTrue();
        assertThat(Question.article(typed)).isEmpty();
    }

    @Test
    void no_more_is_read_than_a_person_types() {
        assertThat(Question.of("甲 ".repeat(100_000)).terms()).hasSize(1);
        assertThat(Question.of("甲乙丙丁戊己庚辛壬癸".repeat(1000)).terms().get(0).words())
                .hasSize(Question.LONGEST);
    }

    private static List<String> words(String typed) {
        return Question.of(typed).terms().stream().map(Term::words).toList();
    }
}
