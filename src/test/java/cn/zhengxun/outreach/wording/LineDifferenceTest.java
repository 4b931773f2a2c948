package cn.zhengxun.outreach.wording;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LineDifferenceTest {

    @Test
    void what_was_removed_stands_before_what_replaced_it() {
        assertThat(LineDifference.between(new Wording("主题", "甲\n乙\n丙"), new Wording("主题", "甲\n丁\n丙\n戊")))
                .extracting(one -> one.kind() + one.line())
                .containsExactly("SAME主题", "SAME甲", "REMOVED乙", "ADDED丁", "SAME丙", "ADDED戊");
    }
}
