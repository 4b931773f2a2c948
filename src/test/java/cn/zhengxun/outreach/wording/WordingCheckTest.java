package cn.zhengxun.outreach.wording;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengxun.outreach.mail.Mail;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class WordingCheckTest {
    private static final String GOOD = "请看{标题}，{截止时间}前。\n{链接}";

    private static List<String> sentences(String subject, String body) {
        return WordingCheck.of(MessageKind.INVITATION, new Wording(subject, body)).stream()
                .map(WordingCheck.Finding::sentence)
                .toList();
    }

    @ParameterizedTest
    @EnumSource(MessageKind.class)
    void every_shipped_text_passes_and_quotes_each_value(MessageKind kind) {
        Wording shipped = new ShippedWordings().of(kind);
        assertThat(WordingCheck.of(kind, shipped)).isEmpty();
        Mail mail = Written.of(shipped, Values.examples("联系点")).mail();
        assertThat(mail.text()).doesNotContain("{", "}").endsWith("\n");
        assertThat(mail.html()).doesNotContain("{", "}");
        assertThat(mail.text().split("https://", -1).length - 1)
                .as("links")
                .isEqualTo((shipped.body().contains("{链接}") ? 1 : 0)
                        + (shipped.body().contains("{不是本人}") ? 1 : 0));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {姓}，您好                | 第3行的{姓}不是这种邮件的占位符，可以用的有：{姓名}
            {名单}                    | 第3行的{名单}不是这种邮件的占位符
            { 姓名 }                  | 第3行的{ 姓名 }里有空格，请写成{姓名}。
            {姓名                     | 第3行的左括号 { 没有配上右括号 }
            姓名}                     | 第3行多出一个右括号 }
            {{姓名}}                  | 第3行的左括号 { 没有配上右括号 }
            ｛姓名｝                  | 第3行用了全角括号
            {链接}                    | 第3行的{链接}重复了，第2行已经有了
            请点{链接}                | 第3行的{链接}要单独占一行
            见 https://example.com    | 第3行写了网址
            a\u202Eb                  | 第3行有看不见的控制字符
            """)
    void a_faulty_line_is_named_with_its_number(String line, String sentence) {
        assertThat(sentences("邀请", GOOD + "\n" + line)).anyMatch(found -> found.startsWith(sentence));
    }

    @Test
    void what_is_missing_or_too_long_is_said() {
        assertThat(sentences("邀请", GOOD)).isEmpty();
        assertThat(sentences("", "")).containsExactly("请填写主题。", "请填写正文。");
        assertThat(sentences("邀请", "请看{标题}，{截止时间}前。")).containsExactly("缺少{链接}，请在正文里单独写一行。");
        assertThat(sentences("邀请{标题}", "{链接}")).containsExactly("缺少{截止时间}，请写在正文里。");
        assertThat(sentences("邀{链接}", GOOD)).containsExactly("主题里不能用{链接}，请只写在正文里。");
        assertThat(sentences("字".repeat(101), GOOD)).containsExactly("主题有101个字，不能超过100个。");
        assertThat(sentences("邀请", GOOD + "\n" + "字".repeat(3_000)))
                .singleElement()
                .asString()
                .contains("不能超过3000个");
        assertThat(sentences("邀请", "{站点}\n" + GOOD)).anyMatch(found -> found.startsWith("{站点}有时没有内容"));
    }

    @Test
    void a_value_is_never_read_as_a_template_and_never_breaks_the_page() {
        Values values = Values.examples("联系点")
                .set(Placeholder.TITLE, "《<b>草案</b>{链接}$1\\2》\n第二行")
                .set(Placeholder.NAME, "{姓名}");
        Mail mail = Written.of(new ShippedWordings().of(MessageKind.INVITATION), values)
                .mail();
        assertThat(mail.subject()).isEqualTo("邀请您对《<b>草案</b>{链接}$1\\2》 第二行提意见").doesNotContain("\n");
        assertThat(mail.text()).contains("《<b>草案</b>{链接}$1\\2》", "{姓名}，您好：");
        assertThat(mail.text().split("https://", -1)).hasSize(2);
        assertThat(mail.html()).contains("&lt;b&gt;草案&lt;/b&gt;{链接}").doesNotContain("<b>");
        assertThat(mail.html().split("<a ", -1)).hasSize(2);
    }

    @Test
    void a_paragraph_without_its_value_is_left_out_with_its_lead() {
        Values values = Values.examples("联系点").set(Placeholder.LINK, (String) null);
        String text = Written.of(new ShippedWordings().of(MessageKind.OUTCOME), values)
                .mail()
                .text();
        assertThat(text).doesNotContain("随时在这里查看", "https://").contains("逐条答复如下：", Placeholder.SUGGESTIONS.example());
    }

    @Test
    void any_text_is_refused_with_a_sentence_or_leaves_no_brace_behind() {
        List<String> pieces = List.of(
                "{",
                "}",
                "{{",
                "｛",
                "｝",
                "\n",
                "\n\n",
                "\r\n",
                " ",
                "\t",
                "\u0000",
                "\u200b",
                "\ud842",
                "𠮷",
                "<p>",
                "&",
                "{姓名}",
                "{ 姓名}",
                "{标题}",
                "{截止时间}",
                "{链接}",
                "{站点}",
                "{名单}",
                "{未知}",
                "您好",
                "$1",
                "\\",
                "{\n}",
                "https://x");
        Random random = new Random(14);
        Values values = Values.examples("联系点");
        int accepted = 0;
        for (int i = 0; i < 30_000; i++) {
            MessageKind kind = MessageKind.values()[random.nextInt(MessageKind.values().length)];
            boolean mended = random.nextBoolean();
            Wording wording = new Wording(
                    text(pieces, random, 3), text(pieces, random, 6) + (mended ? "\n\n" + demanded(kind) : ""));
            List<WordingCheck.Finding> findings = WordingCheck.of(kind, wording);
            if (findings.isEmpty()) {
                accepted++;
                Mail mail = Written.of(wording, values).mail();
                assertThat(mail.subject() + mail.text() + mail.html())
                        .as(wording.toString())
                        .doesNotContain("{", "}");
            } else {
                assertThat(findings).allMatch(finding -> finding.sentence().endsWith("。"));
            }
        }
        assertThat(accepted).as("texts that passed").isGreaterThan(100);
    }

    private static String demanded(MessageKind kind) {
        return kind.known().stream()
                .filter(kind::demands)
                .map(Placeholder::typed)
                .collect(java.util.stream.Collectors.joining("\n"));
    }

    private static String text(List<String> pieces, Random random, int most) {
        StringBuilder text = new StringBuilder();
        for (int n = random.nextInt(most + 1); n > 0; n--) {
            text.append(pieces.get(random.nextInt(pieces.size())));
        }
        return text.toString();
    }
}
