package cn.zhengxun.suggestion.answer;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengxun.suggestion.SuggestionKind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Properties;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The answer sheet on paper is printed by a room that does not know suggestions; its words are the same all the same. */
class PaperSheetWordsTest {

    @Test
    void paper_asks_for_the_same_kinds_and_ages_as_the_form_on_screen() throws IOException {
        Properties words = new Properties();
        try (var reader = Files.newBufferedReader(
                Path.of("src/main/resources/messages/outreach.properties"), StandardCharsets.UTF_8)) {
            words.load(reader);
        }
        assertThat(words.getProperty("outreach.pack.kinds"))
                .isEqualTo(Arrays.stream(SuggestionKind.values())
                        .map(SuggestionKind::chinese)
                        .collect(Collectors.joining("、")));
        assertThat(words.getProperty("outreach.pack.ages")).isEqualTo(String.join("、", AnswerForm.Person.AGE_BANDS));
    }
}
