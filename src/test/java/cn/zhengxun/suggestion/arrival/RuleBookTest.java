package cn.zhengxun.suggestion.arrival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhengxun.kernel.InvalidCommand;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What rules find in texts, and what they leave alone. */
class RuleBookTest {

    private static RuleBook words(String words) {
        return new RuleBook(
                List.of(new ArrivalRule(1, 1, "试", Concern.OTHER, null, words, true, "staff", Instant.EPOCH)));
    }

    private static RuleBook detector(Detector detector) {
        return new RuleBook(
                List.of(new ArrivalRule(1, 1, "试", Concern.THIRD_PARTY, detector, "", true, "staff", Instant.EPOCH)));
    }

    /** @return what was found in the text, null for nothing */
    private static String found(RuleBook book, String text) {
        return book.read(new Arrived(1, text, null, null)).stream()
                .findFirst()
                .map(hit -> text.substring(hit.span().begins(), hit.span().ends()))
                .orElse(null);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "上访|我们准备上访了|上访",
                "上访|上 \u200B访|上 \u200B访",
                "拖欠*工资|老板拖欠我们三个月的工资|拖欠我们三个月的工资",
                "拖欠*工资|拖欠工资|拖欠工资",
                "拖欠*工资|拖欠了很久很久很久很久都没有发工资|",
                "拖欠*工资|工资没有拖欠|",
                "他?的|他妈的|他妈的",
                "他?的|他的|",
                "abc|全角ＡＢｃ也算|ＡＢｃ",
                "a*bb|a ab bb|ab b",
                "𠮷野家|在𠮷野家吃|𠮷野家",
                "强拆|反对强　拆|强　拆",
            })
    void words_are_found_where_they_stand(String pattern, String text, String expected) {
        assertThat(found(words(pattern), text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "MOBILE|他的手机是139 1234 5678，|139 1234 5678",
                "MOBILE|打+86-13912345678|13912345678",
                "MOBILE|甲13912345678 乙13812345678|13912345678",
                "MOBILE|订单号2213912345678900|",
                "MOBILE|第12条第3款|",
                "ID_CARD|身份证 11010519491231002X|11010519491231002X",
                "ID_CARD|身份证 110105194912310021|",
                "BANK_CARD|卡号6222 0200 0000 0000 004|",
                "BANK_CARD|卡号4111 1111 1111 1111|4111 1111 1111 1111",
                "PLATE|辽B·A1234停在门口|辽B·A1234",
                "PLATE|新能源辽BD12345|辽BD12345",
                "PLATE|辽宁的ABC公司|",
                "ADDRESS|他家住3号楼2单元501，|3号楼2单元501",
                "ADDRESS|解放路12号3单元|12号3单元",
                "ADDRESS|解放路12号的公园要有路灯|",
                "ADDRESS|第十二条改为第十三条|",
                "ADDRESS|2026年12号文件第3号|",
            })
    void numbers_of_persons_are_found_and_other_numbers_are_not(Detector detector, String text, String expected) {
        assertThat(found(detector(detector), text)).isEqualTo(expected);
    }

    @Test
    void ordinary_opinions_pass_the_rules_as_shipped() {
        RuleBook book = words("上访\n强拆\n拖欠*工资\n混蛋\nhttp://\n加微信*领");
        for (String text :
                List.of("建议把第二条的“可以”改为“应当”，餐饮店自己说了算不行。", "罚款5000元太高，建议1000元到3000元。", "我今年75岁，看不清小字，公告要用大字。", "同意。")) {
            assertThat(found(book, text)).as(text).isNull();
            for (Detector detector : Detector.values()) {
                assertThat(found(detector(detector), text)).as(text).isNull();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "*", "?", "**?*", "字", "字*", "a*?*b", "\u200B\u200B"})
    void what_says_too_little_is_refused(String line) {
        assertThatThrownBy(() -> new SaveArrivalRule(null, 0, "名", Concern.OTHER, null, line, true))
                .isInstanceOf(InvalidCommand.class);
    }

    /** Steps, not seconds: each part of a pattern compares each place of the text once, whatever both look like. */
    @Test
    void a_hostile_pattern_in_a_hostile_text_ends() {
        String pattern = "aa*aa*aa*aa*aa*aa*aa*aa*ab";
        assertThat(found(words(pattern), "a".repeat(15_000))).isNull();
        for (Detector detector : Detector.values()) {
            for (String piece : List.of("1", "12号", "139", "京A", "3号楼2单元", "62 ")) {
                found(detector(detector), piece.repeat(15_000 / piece.length()));
            }
        }
    }

    @Test
    void any_text_is_read_and_every_place_found_lies_within_it() {
        Random random = new Random(20_261_123);
        RuleBook book = new RuleBook(Stream.concat(
                        Arrays.stream(Detector.values())
                                .map(detector -> new ArrivalRule(
                                        1, 1, "试", Concern.OTHER, detector, "", true, "staff", Instant.EPOCH)),
                        Stream.of(new ArrivalRule(
                                2, 1, "试", Concern.OTHER, null, "上?访\na*1\nﬁx", true, "staff", Instant.EPOCH)))
                .toList());
        int hits = 0;
        for (int i = 0; i < 3_000; i++) {
            String text = random.ints(random.nextInt(80), 0, 4)
                    .mapToObj(kind -> switch (kind) {
                        case 0 -> String.valueOf((char) random.nextInt(0x10000));
                        case 1 -> Character.toString(random.nextInt(0x110000));
                        case 2 -> String.valueOf("0123456789aAxX 　\u200B".charAt(random.nextInt(17)));
                        default -> String.valueOf("上访号楼单元室京辽·ﬁ㍿Å".charAt(random.nextInt(13)));
                    })
                    .collect(Collectors.joining());
            for (RuleBook.Hit hit : book.read(new Arrived(1, text, null, text))) {
                hits++;
                assertThat(hit.span().begins()).isBetween(0, text.length() - 1);
                assertThat(hit.span().ends()).isBetween(hit.span().begins() + 1, text.length());
            }
        }
        assertThat(hits).as("the property was tried").isPositive();
    }
}
