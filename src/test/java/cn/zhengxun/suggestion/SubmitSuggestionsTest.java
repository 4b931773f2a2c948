package cn.zhengxun.suggestion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.kernel.InvalidCommand;
import java.util.List;
import org.junit.jupiter.api.Test;

class SubmitSuggestionsTest {
    private static final Handing HANDING = Handing.to(new ConsultationNumber("2026-国-001"));

    @Test
    void five_thousand_characters_pass_and_one_more_is_refused_at_its_field() {
        assertThatCode(() -> HANDING.saying(null, "𠮷".repeat(5000)).command()).doesNotThrowAnyException();

        assertThat(faults(HANDING.saying(null, "好").saying(null, "字".repeat(5001))))
                .containsExactly(new InvalidCommand.Fault("suggestions[1].original", "每条意见不能超过5000个字。"));
        assertThat(faults(HANDING.saying(null, "好", "字".repeat(5001), "字".repeat(5001))))
                .extracting(InvalidCommand.Fault::field)
                .containsExactlyInAnyOrder("suggestions[0].proposed", "suggestions[0].reason");
    }

    @Test
    void blank_words_are_refused_the_ideographic_space_too() {
        for (String blank : new String[] {"", "  ", "　　", "\n\t　"}) {
            assertThat(faults(HANDING.saying(null, blank)))
                    .extracting(InvalidCommand.Fault::sentence)
                    .containsOnly("请写下您的意见。");
        }
    }

    @Test
    void what_a_database_cannot_keep_is_refused_instead_of_changed() {
        for (String unstorable : new String[] {"一\0二", "半个\ud83d字", "\udc00"}) {
            assertThat(faults(HANDING.saying(null, unstorable)))
                    .containsExactly(new InvalidCommand.Fault("suggestions[0].original", "意见里有无法保存的字符，请删去后再试。"));
        }
        assertThat(faults(HANDING.by("赵\0", null).saying(null, "好")))
                .extracting(InvalidCommand.Fault::field)
                .containsExactly("proposerName");
    }

    @Test
    void nothing_to_say_is_refused() {
        assertThat(faults(HANDING)).containsExactly(new InvalidCommand.Fault("suggestions", "请至少写一条意见。"));
    }

    private static List<InvalidCommand.Fault> faults(Handing handing) {
        return catchThrowableOfType(InvalidCommand.class, handing::command).faults();
    }
}
