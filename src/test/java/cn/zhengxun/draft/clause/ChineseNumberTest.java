package cn.zhengxun.draft.clause;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChineseNumberTest {

    @ParameterizedTest
    @CsvSource({
        "1, 一",
        "10, 十",
        "11, 十一",
        "20, 二十",
        "99, 九十九",
        "100, 一百",
        "101, 一百零一",
        "110, 一百一十",
        "111, 一百一十一",
        "215, 二百一十五",
        "1000, 一千",
        "1001, 一千零一",
        "1010, 一千零一十",
        "1260, 一千二百六十"
    })
    void numbers_are_written_as_laws_write_them(int number, String written) {
        assertThat(ChineseNumber.write(number)).isEqualTo(written);
    }

    @Test
    void what_is_written_is_read_again() {
        for (int number = 1; number <= 9999; number++) {
            assertThat(ChineseNumber.read(ChineseNumber.write(number))).isEqualTo(number);
        }
    }

    @ParameterizedTest
    @CsvSource({"１２, 12", "007, 7", "一百二十, 120", "一百〇三, 103", "两百, 200", "十 一, 11"})
    void other_ways_of_writing_are_read(String written, int number) {
        assertThat(ChineseNumber.read(written)).isEqualTo(number);
    }

    @ParameterizedTest
    @CsvSource({"零", "0", "一二", "十百", "3十", "12345", "''"})
    void what_is_no_number_is_0(String written) {
        assertThat(ChineseNumber.read(written)).isZero();
    }
}
