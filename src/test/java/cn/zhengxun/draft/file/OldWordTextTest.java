package cn.zhengxun.draft.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhengxun.draft.clause.Line;
import cn.zhengxun.draft.clause.UnreadableDraft;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.apache.poi.hssf.record.crypto.Biff8EncryptionKey;
import org.apache.poi.hwpf.HWPFDocument;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.junit.jupiter.api.Test;

class OldWordTextTest {
    private static final Path DRAFTS = Path.of("src/test/resources/drafts");

    @Test
    void numbers_deletions_fields_and_tables_are_read_as_from_a_docx() throws IOException {
        assertThat(DraftFile.lines("草案.doc", doc()))
                .containsExactly(
                        line("某某条例（草案）"),
                        line("第一章 总则"),
                        line("第一条 甲："),
                        line("（一） 一项；"),
                        line("（二） 二项。"),
                        line("第二章 收费"),
                        line("第二条 收费标准如下："),
                        row("类别 | 标准"),
                        row("小型车 | 每小时 五元"),
                        row("套表 | 内一 | 内二"),
                        line("第三条 新增加的文字"),
                        line("换行后的一款，见第页。"),
                        line("带圆点的一款。"),
                        line("第四条 丁。"))
                .isEqualTo(DraftFile.lines("草案.docx", Files.readAllBytes(DRAFTS.resolve("word.docx"))));
    }

    @Test
    void its_name_does_not_matter_and_its_media_type_is_word_s() throws IOException {
        assertThat(DraftFile.lines("草案.wps", doc())).isEqualTo(DraftFile.lines("草案.docx", doc()));
        assertThat(DraftFile.mediaType("草案.wps", doc())).isEqualTo("application/msword");
    }

    @Test
    void macros_are_refused() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (POIFSFileSystem files = new POIFSFileSystem(new ByteArrayInputStream(doc()))) {
            files.getRoot().createDirectory("Macros").createDirectory("VBA");
            files.writeFilesystem(bytes);
        }

        assertRefused(bytes.toByteArray(), "带有宏");
    }

    @Test
    void a_password_is_named_as_the_reason() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Biff8EncryptionKey.setCurrentUserPassword("a password");
        try (HWPFDocument document = new HWPFDocument(new ByteArrayInputStream(doc()))) {
            document.write(bytes);
        } finally {
            Biff8EncryptionKey.setCurrentUserPassword(null);
        }

        assertRefused(bytes.toByteArray(), "设有密码");
    }

    @Test
    void half_a_document_is_damaged() throws IOException {
        byte[] whole = doc();
        for (int length : new int[] {8, 512, 600, 2_000, whole.length / 2}) {
            assertRefused(Arrays.copyOf(whole, length), "损坏");
        }
    }

    private static void assertRefused(byte[] content, String said) {
        assertThatThrownBy(() -> DraftFile.lines("草案.doc", content))
                .isExactlyInstanceOf(UnreadableDraft.class)
                .hasMessageContaining(said)
                .hasMessageContaining("请");
    }

    private static byte[] doc() throws IOException {
        return Files.readAllBytes(DRAFTS.resolve("word-97.doc"));
    }

    private static Line line(String text) {
        return new Line(text, 0);
    }

    private static Line row(String text) {
        return new Line(text, 0, true);
    }
}
