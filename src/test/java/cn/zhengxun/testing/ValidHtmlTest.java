package cn.zhengxun.testing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ValidHtmlTest {
    private static final String PAGE =
            "<!doctype html><html lang=\"zh-CN\"><head><meta charset=\"utf-8\"><title>页</title></head><body>%s</body></html>";

    @Test
    void a_good_page_has_no_complaints_and_a_bad_one_says_what_and_where() {
        assertThat(ValidHtml.complaints(PAGE.formatted("<p>好</p>"))).isEmpty();
        assertThat(ValidHtml.complaints(PAGE.formatted("<p id=\"a\">一</p><p id=\"a\">二</p>")))
                .isNotEmpty()
                .allMatch(complaint -> complaint.contains("ID “a”"));
        assertThat(ValidHtml.complaints(PAGE.formatted("<label for=\"none\">空</label>")))
                .isNotEmpty();
    }
}
