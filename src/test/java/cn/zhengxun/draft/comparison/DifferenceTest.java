package cn.zhengxun.draft.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import cn.zhengxun.draft.comparison.Difference.Fate;
import cn.zhengxun.draft.comparison.Difference.Run;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class DifferenceTest {

    @Test
    void exchanged_characters_are_marked_and_nothing_beside_them() {
        assertThat(marked("国家机关应当支持立法工作。", "国家机关可以支持立法工作。")).isEqualTo("国家机关[-应当-][+可以+]支持立法工作。");
    }

    @Test
    void numbers_and_latin_words_are_exchanged_whole() {
        assertThat(marked("处5000元以下罚款。", "处50000元以下罚款。")).isEqualTo("处[-5000-][+50000+]元以下罚款。");
        assertThat(marked("适用GB2312标准。", "适用GB18030标准。")).isEqualTo("适用GB[-2312-][+18030+]标准。");
        assertThat(marked("the word law", "the ward law")).isEqualTo("the [-word-][+ward+] law");
        assertThat(marked("比例为3.5%", "比例为3.15%")).isEqualTo("比例为[-3.5-][+3.15+]%");
    }

    @Test
    void a_word_more_in_a_list_is_marked_with_its_own_comma() {
        assertThat(marked("保护人身、安全。", "保护人身、财产、安全。")).isEqualTo("保护人身、[+财产、+]安全。");
        assertThat(marked("一；二；", "一；新的二；二；")).isEqualTo("一；[+新的二；+]二；");
    }

    @Test
    void a_line_more_is_marked_as_a_line() {
        assertThat(marked("（一）甲类；\n（二）乙类。", "（一）甲类；\n（二）丙类；\n（二）乙类。")).isEqualTo("（一）甲类；\n[+（二）丙类；\n+]（二）乙类。");
    }

    @Test
    void lines_put_in_after_a_line_are_marked_as_lines() {
        String kept = "本法所称突发事件，是指突然发生，造成或者可能造成严重社会危害的公共卫生事件和社会安全事件。\n";
        String more = "突发事件的预防与应急准备、监测与预警、应急处置与救援、事后恢复与重建等应对活动，适用本法。\n"
                + "《中华人民共和国传染病防治法》等有关法律对突发公共卫生事件应对作出规定的，适用其规定。有关法律没有规定的，适用本法。\n";
        String after = "按照社会危害程度、影响范围等因素，";

        assertThat(marked(kept + after + "自然灾害", kept + more + after + "突发自然灾害"))
                .isEqualTo(kept + "[+" + more + "+]" + after + "[+突发+]自然灾害");
    }

    @Test
    void no_confetti_is_left_between_changes() {
        assertThat(marked("甲乙丙的丁戊己庚", "子丑寅的卯辰巳午")).isEqualTo("[-甲乙丙的丁戊己庚-][+子丑寅的卯辰巳午+]");
        assertThat(marked("县级以上人民政府应当组织学校依法开展教育活动。", "县级以上人民政府可以组织单位依法开展宣传活动。"))
                .isEqualTo("县级以上人民政府[-应当组织学校-][+可以组织单位+]依法开展[-教育-][+宣传+]活动。");
    }

    @Test
    void lines_that_stay_are_not_taken_for_confetti() {
        assertThat(marked("甲乙\n丙丁", "子丑\n寅卯")).isEqualTo("[-甲乙\n丙丁-][+子丑\n寅卯+]");
        assertThat(marked("法院应当及时受理。\n甲方申请的，", "法院应当依法办理。\n乙方申请的，")).isEqualTo("法院应当[-及时受-][+依法办+]理。\n[-甲-][+乙+]方申请的，");
        assertThat(marked("为甲。\n乙方申请的，", "为丙。\n丁方申请的，")).isEqualTo("为[-甲-][+丙+]。\n[-乙-][+丁+]方申请的，");
    }

    @Test
    void a_character_beyond_the_basic_plane_is_never_cut() {
        // 𠮷 and 𠮟 share their first half
        assertThat(Difference.between("姓𠮷氏", "姓𠮟氏").runs())
                .containsExactly(
                        new Run(Fate.EQUAL, "姓"),
                        new Run(Fate.DELETED, "𠮷"),
                        new Run(Fate.INSERTED, "𠮟"),
                        new Run(Fate.EQUAL, "氏"));
    }

    @Test
    void equal_and_empty_texts_have_no_change() {
        assertThat(Difference.between("", "").runs()).isEmpty();
        assertThat(Difference.between("甲", "甲").runs()).containsExactly(new Run(Fate.EQUAL, "甲"));
        assertThat(Difference.between("", "甲").runs()).containsExactly(new Run(Fate.INSERTED, "甲"));
        assertThat(Difference.between("甲", "").runs()).containsExactly(new Run(Fate.DELETED, "甲"));
    }

    @Test
    void what_has_little_in_common_is_exchanged_as_a_whole() {
        assertThat(Difference.between("公安机关应当出警。", "幼儿园做好卫生保健"))
                .extracting(difference -> difference.runs().size())
                .isEqualTo(2);
    }

    @Test
    void a_long_text_with_few_changes_is_still_compared_to_the_character() {
        List<String> lines = new Random(7)
                .ints(400, 0, 400)
                .mapToObj(n -> "第" + n + "类事项由主管部门依照本法第" + n + "条的规定办理，逾期不办的视为同意。\n")
                .toList();
        String before = String.join("", lines);
        String after = before.replaceFirst("主管部门", "有关部门").replace("视为同意。\n第7类", "视为拒绝。\n第7类");

        List<Run> runs = Difference.between(before, after).runs();

        assertThat(runs).contains(new Run(Fate.DELETED, "主管"), new Run(Fate.INSERTED, "有关"));
        assertThat(runs.stream()
                        .filter(run -> run.fate() != Fate.EQUAL)
                        .mapToInt(run -> run.text().length()))
                .allMatch(length -> length <= 4);
    }

    @Test
    void two_unrelated_long_texts_do_not_hang() {
        String before = random(1, 20_000);
        String after = random(2, 20_000);
        String manyLines = random(3, 20_000).replaceAll("(.{5})", "$1\n");
        String otherLines = random(4, 20_000).replaceAll("(.{5})", "$1\n");
        String alike = random(5, 20_000);
        String shuffled = new StringBuilder(alike).reverse().toString();
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(30), () -> {
            Difference.between(before, after);
            Difference.between(manyLines, otherLines);
            Difference.between(alike, shuffled);
            Difference.between("甲".repeat(20_000), "甲乙".repeat(10_000));
        });
    }

    @Test
    void hostile_texts_break_nothing() {
        List<String> hostile = List.of(
                "1,".repeat(50_000) + "1",
                "\u0301".repeat(50_000),
                "a\u0301".repeat(50_000),
                "\uD83D".repeat(10_000),
                "👨‍👩‍👧".repeat(5_000),
                "\r\n".repeat(20_000),
                "\0".repeat(20_000));
        for (String one : hostile) {
            for (String other : hostile) {
                assertThatCode(() -> Difference.between(one, other)).doesNotThrowAnyException();
            }
        }
    }

    private static String marked(String before, String after) {
        return Difference.between(before, after).runs().stream()
                .map(run -> switch (run.fate()) {
                    case EQUAL -> run.text();
                    case DELETED -> "[-" + run.text() + "-]";
                    case INSERTED -> "[+" + run.text() + "+]";
                })
                .collect(Collectors.joining());
    }

    private static String random(long seed, int length) {
        return new Random(seed)
                .ints(length, '一', '一' + 600)
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }
}
