package cn.zhengxun.draft;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadingTest {

    @Test
    void every_choice_of_the_start_form_is_a_reading_of_its_own_in_this_order() throws IOException {
        Matcher select = Pattern.compile("id=\"register-reading\".*?</select>", Pattern.DOTALL)
                .matcher(Files.readString(Path.of("forms/register.html")));
        assertThat(select.find()).isTrue();
        List<String> offered = Pattern.compile("value=\"([^\"]+)\"")
                .matcher(select.group())
                .results()
                .map(found -> found.group(1))
                .toList();

        assertThat(offered).isNotEmpty();
        assertThat(offered.stream().map(Reading::of))
                .isEqualTo(Stream.of(Reading.values())
                        .filter(reading -> reading != Reading.OTHER)
                        .toList())
                .isSorted();
        assertThat(offered.stream().map(word -> Reading.of(word).chinese())).isEqualTo(offered);
    }

    @ParameterizedTest
    @CsvSource({
        "草案二次审议稿, SECOND",
        "（草案三次审议稿）, THIRD",
        "' 一审稿 ', FIRST",
        "修订草案征求意见稿, SOLICITED",
        "草案, OTHER",
        "送审稿, OTHER",
        "2023年公布, PROMULGATED"
    })
    void other_words_of_the_field_find_their_place(String word, Reading reading) {
        assertThat(Reading.of(word)).isEqualTo(reading);
    }
}
