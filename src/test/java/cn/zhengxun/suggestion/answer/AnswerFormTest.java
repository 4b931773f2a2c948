package cn.zhengxun.suggestion.answer;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengxun.draft.clause.ClauseId;
import cn.zhengxun.kernel.InvalidCommand;
import cn.zhengxun.suggestion.SubmitSuggestions;
import cn.zhengxun.suggestion.SuggestionKind;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

class AnswerFormTest {

    @Test
    void rows_are_read_in_parallel_and_left_as_typed() {
        AnswerForm form = AnswerForm.of(typed("7", "WORDING", "  一,二\r\n ", "", "8", "", "三\0", "改成"));

        assertThat(form.rows())
                .containsExactly(
                        new AnswerForm.Row("7", "", "WORDING", "  一,二\r\n ", "", ""),
                        new AnswerForm.Row("8", "", "", "三", "改成", ""));
        assertThat(form.items())
                .containsExactly(
                        new SubmitSuggestions.Item(new ClauseId(7), SuggestionKind.WORDING, "  一,二\r\n ", null, null),
                        new SubmitSuggestions.Item(new ClauseId(8), SuggestionKind.OTHER, "三", "改成", null));
    }

    @Test
    void another_row_keeps_what_was_typed_and_a_clause_takes_the_row_that_is_still_empty() {
        AnswerForm form = AnswerForm.of(typed("7", "", "写好了", ""));

        AnswerForm more = form.withAnotherRow();
        assertThat(more.rows()).containsExactly(form.rows().get(0), AnswerForm.Row.EMPTY);
        assertThat(more.key()).isEqualTo(form.key());

        AnswerForm about = more.withRowAbout("9");
        assertThat(about.rows()).extracting(AnswerForm.Row::clause).containsExactly("7", "9");
        assertThat(form.withRowAbout("9").rows())
                .extracting(AnswerForm.Row::clause)
                .containsExactly("7", "9");
    }

    @Test
    void a_full_form_takes_no_more_rows() {
        AnswerForm form = AnswerForm.fresh("");
        for (int i = 0; i < AnswerForm.MOST_ROWS + 5; i++) {
            form = form.withAnotherRow();
        }
        assertThat(form.rows()).hasSize(AnswerForm.MOST_ROWS);
        assertThat(form.full()).isTrue();
    }

    @Test
    void rows_without_a_word_are_left_out_and_faults_find_the_row_on_the_page() {
        AnswerForm form = AnswerForm.of(typed("", "", "  ", "", "7", "", "好".repeat(5012), ""));

        assertThat(form.items()).hasSize(1);
        assertThat(form.faults(List.of(new InvalidCommand.Fault("suggestions[0].original", "太长"))))
                .containsOnlyKeys("original-1")
                .containsValue("这里写了5012个字，最多5000个字，多出12个字。请删减，或者分成几条来写。");
    }

    @Test
    void a_hostile_form_makes_no_endless_page_and_no_clause_of_its_own() {
        LinkedMultiValueMap<String, String> typed = new LinkedMultiValueMap<>();
        for (int i = 0; i < 5000; i++) {
            typed.add("clause", "x");
        }
        AnswerForm form = AnswerForm.of(typed);

        assertThat(form.rows()).hasSize(AnswerForm.ROWS_READ);
        assertThat(form.items()).extracting(SubmitSuggestions.Item::clause).containsExactly(new ClauseId(0));
        assertThat(AnswerForm.of(new LinkedMultiValueMap<>()).rows()).containsExactly(AnswerForm.Row.EMPTY);
    }

    /** @param values clause, kind, original, proposed for each row */
    private static MultiValueMap<String, String> typed(String... values) {
        LinkedMultiValueMap<String, String> typed = new LinkedMultiValueMap<>();
        typed.add("key", "a-key");
        for (int i = 0; i < values.length; i += 4) {
            typed.add("clause", values[i]);
            typed.add("kind", values[i + 1]);
            typed.add("original", values[i + 2]);
            typed.add("proposed", values[i + 3]);
            typed.add("reason", "");
        }
        return typed;
    }
}
