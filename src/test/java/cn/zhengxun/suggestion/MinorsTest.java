package cn.zhengxun.suggestion;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MinorsTest {

    @Test
    void a_child_is_known_however_the_age_was_written() {
        assertThat(List.of("未满14周岁", "不满14岁", "14岁以下", "14周岁以下", "13岁", "9", "约 8 岁", "12周岁", "10岁以下"))
                .allMatch(Minors::under14);
    }

    @Test
    void nobody_else_is_asked_for_a_guardian() {
        assertThat(List.of("14至17周岁", "18至35周岁", "60岁以上", "75周岁以上", "14岁", "35岁以下", "老年", "", "1990年"))
                .noneMatch(Minors::under14);
        assertThat(Minors.under14(null)).isFalse();
    }
}
