package cn.zhengxun.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhengxun.draft.clause.Line;
import cn.zhengxun.draft.clause.UnreadableDraft;
import cn.zhengxun.draft.file.DraftFile;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HostilePdfTest {

    @ParameterizedTest
    @EnumSource(HostilePdf.class)
    @Timeout(8)
    void it_is_refused_with_what_to_do(HostilePdf pdf) {
        byte[] content = pdf.bytes();

        assertThatThrownBy(() -> DraftReader.read("草案.pdf", content))
                .isExactlyInstanceOf(UnreadableDraft.class)
                .hasMessageContaining(pdf.said())
                .hasMessageMatching(".*请.*。");
    }

    @Test
    void a_pdf_that_only_forbids_copying_is_read() {
        assertThat(text(HostilePdf.protectedBy(""))).contains("第一条 为了规范某某活动，制定本条例。");
    }

    private static List<String> text(byte[] pdf) {
        return DraftFile.lines("草案.pdf", pdf).stream().map(Line::text).toList();
    }
}
