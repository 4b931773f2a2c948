package cn.zhengxun.suggestion;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IdentityCategoryTest {
    @ParameterizedTest
    @CsvSource({
        "居民, 居民",
        "'\u3000居民 ', 居民",
        "其它, 其他",
        "其他, 其他",
        "其他：外卖骑手, 外卖骑手",
        "其它:外卖骑手, 外卖骑手",
        "其他（外卖骑手）, 外卖骑手",
        "其他 (外卖骑手), 外卖骑手",
        "其他：物业（公司）, 物业（公司）",
        "其他人员, 其他人员",
        "其他：, 其他：",
    })
    void reads_what_was_ticked_typed_and_imported_alike(String written, String category) {
        assertThat(IdentityCategory.read(written)).isEqualTo(category);
    }

    @Test
    void nothing_written_is_no_category() {
        assertThat(IdentityCategory.read(null)).isNull();
        assertThat(IdentityCategory.read(" \u3000")).isNull();
    }
}
