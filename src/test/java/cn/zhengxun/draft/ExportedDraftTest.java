package cn.zhengxun.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhengxun.draft.clause.ParsedDraft;
import cn.zhengxun.draft.clause.UnreadableDraft;
import cn.zhengxun.draft.correction.PrintedDraft;
import cn.zhengxun.draft.correction.StructureText;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExportedDraftTest {

    static Stream<PromulgatedLaw> laws() {
        return PromulgatedLaw.all();
    }

    @ParameterizedTest
    @MethodSource("laws")
    void every_law_comes_back_the_same_from_each_export(PromulgatedLaw law) {
        ParsedDraft draft = DraftReader.read(law.file(), law.content());
        String structure = StructureText.of(draft.title(), draft.tree());
        PrintedDraft printed = new PrintedDraft(draft.title(), draft.tree());

        assertThat(DraftReader.read("导出.structure.txt", utf8(structure))).isEqualTo(draft);
        assertThat(DraftReader.read("导出.txt", utf8(printed.text()))).isEqualTo(draft);
        assertThat(DraftReader.read("导出.docx", printed.word())).isEqualTo(draft);
    }

    @Test
    void a_structure_file_is_known_by_its_first_line_whatever_its_name_and_encoding() {
        PromulgatedLaw law = PromulgatedLaw.named("反食品浪费法");
        ParsedDraft draft = DraftReader.read(law.file(), law.content());
        String structure = StructureText.of(draft.title(), draft.tree()).replace("\n", "\r\n");

        for (String name : List.of("结构.txt", "结构.docx", "x", "结构.md")) {
            assertThat(DraftReader.read(name, utf8(structure))).isEqualTo(draft);
            assertThat(DraftReader.read(name, utf8("\uFEFF" + structure))).isEqualTo(draft);
            assertThat(DraftReader.read(name, structure.getBytes(Charset.forName("GB18030"))))
                    .isEqualTo(draft);
            assertThat(DraftReader.read(name, structure.getBytes(StandardCharsets.UTF_16)))
                    .isEqualTo(draft);
        }
    }

    @Test
    void people_can_change_a_structure_file_in_an_editor() {
        String edited = """
                征询条款结构 1

                标题 | 某某条例
                条 | 1 | 第一条 |
                  款 | 1 | 第一款 | 甲 | 乙
                  款 | 2 | 第二款 | 丙\\n丁
                    项 | 1 | 第（一）项 | 戊
                """;

        ParsedDraft draft = DraftReader.read("x.txt", utf8(edited));

        assertThat(draft.title()).isEqualTo("某某条例");
        assertThat(draft.tree().clauses())
                .extracting(clause -> clause.label() + "=" + clause.text())
                .containsExactly("第一条=", "第一条第一款=甲 | 乙", "第一条第二款=丙\n丁", "第一条第二款第（一）项=戊");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "标题 | 甲",
                "条 | 1 | 第一条 |",
                "标题 | 甲\n条 | 1 | 第一条",
                "标题 | 甲\n条文 | 1 | 第一条 |",
                "标题 | 甲\n条 | 一 | 第一条 |",
                "标题 | 甲\n条 | 1 | 第一条 | 甲",
                "标题 | 甲\n 条 | 1 | 第一条 |",
                "标题 | 甲\n  条 | 1 | 第一条 |",
                "标题 | 甲\n条 | 1 | 第一条 |\n      款 | 1 | 第一款 | 甲",
                "标题 | 甲\n条 | 1 |  |",
                "标题 | 甲\n附件 | 1 | 附件 | 甲",
                "标题 | 甲\n目 | 1 | 第1目 | 甲",
                "标题 | 甲\n条 | 1 | 第一条 |\n  款 | 1 | 第一款 | 甲\\x",
                "标题 | 甲\n条 | 1 | 第一条 |\n  款 | 1 | 第一款 | 甲\\u12",
                "标题 | 甲\n条 | 1 | 第一条 |\n  款 | 1 | 第一款 | \\u0000",
                "标题 | 甲\n条 | 1 | 第一条 |\n  款 | 1 | 第一款 | \\ud800",
                "标题 |  \n条 | 1 | 第一条 |"
            })
    void a_structure_file_with_a_mistake_is_refused_with_the_line(String lines) {
        assertThatThrownBy(() -> DraftReader.read("x.txt", utf8(StructureText.FIRST_LINE + "\n" + lines)))
                .isInstanceOf(UnreadableDraft.class)
                .hasMessageContaining("条款结构文件")
                .hasMessageMatching("(?s).*请.*。");
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
