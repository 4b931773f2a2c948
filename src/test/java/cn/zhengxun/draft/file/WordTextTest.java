package cn.zhengxun.draft.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengxun.draft.clause.ClauseParser;
import cn.zhengxun.draft.clause.ClauseTree;
import cn.zhengxun.draft.clause.Line;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

class WordTextTest {

    @Test
    void numbers_that_only_word_prints_are_read_too() throws IOException {
        String numbering = """
                <w:numbering xmlns:w="urn:w">
                <w:abstractNum w:abstractNumId="7">
                  <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:pStyle w:val="Chapter"/><w:lvlText w:val="第%1章"/></w:lvl>
                  <w:lvl w:ilvl="1"><w:start w:val="1"/><w:lvlRestart w:val="0"/><w:numFmt w:val="chineseCountingThousand"/><w:lvlText w:val="第%2条"/></w:lvl>
                  <w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="japaneseCounting"/><w:lvlText w:val="（%3）"/></w:lvl>
                </w:abstractNum>
                <w:abstractNum w:abstractNumId="8"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="●"/></w:lvl></w:abstractNum>
                <w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>
                <w:num w:numId="2"><w:abstractNumId w:val="8"/></w:num>
                <w:num w:numId="3"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="1"><w:startOverride w:val="9"/></w:lvlOverride></w:num>
                </w:numbering>""";
        String styles = """
                <w:styles xmlns:w="urn:w"><w:style w:styleId="Chapter"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style></w:styles>""";
        String document = "<w:document xmlns:w=\"urn:w\">"
                + styled("Chapter", "总则")
                + listed(1, 1, "甲：")
                + listed(1, 2, "一项；")
                + listed(1, 2, "二项。")
                + listed(1, 1, "乙：")
                + listed(1, 2, "一项。")
                + listed(2, 0, "带圆点的一款。")
                + styled("Chapter", "附则")
                + listed(1, 1, "丙。")
                + listed(3, 1, "丁。")
                + "</w:document>";

        byte[] docx =
                zip(Map.of("word/numbering.xml", numbering, "word/styles.xml", styles, "word/document.xml", document));

        assertThat(WordText.read(docx))
                .extracting(Line::text)
                .containsExactly(
                        "第一章 总则", "第一条 甲：", "（一） 一项；", "（二） 二项。", "第二条 乙：", "（一） 一项。", "带圆点的一款。", "第二章 附则", "第三条 丙。",
                        "第九条 丁。");
    }

    @Test
    void deletions_fallbacks_and_field_codes_are_no_text() throws IOException {
        String document = """
                <w:document xmlns:w="urn:w" xmlns:mc="urn:mc"><w:body>
                <w:p><w:r><w:t>第一条 </w:t></w:r><w:del><w:r><w:delText>旧</w:delText></w:r></w:del>
                <w:ins><w:r><w:t>新</w:t></w:r></w:ins><w:r><w:instrText>PAGE</w:instrText><w:tab/><w:t>文。</w:t></w:r></w:p>
                <mc:AlternateContent><mc:Choice><w:p><w:r><w:t>第二条 框内。</w:t></w:r></w:p></mc:Choice>
                <mc:Fallback><w:p><w:r><w:t>第二条 框内。</w:t></w:r></w:p></mc:Fallback></mc:AlternateContent>
                <w:tbl><w:tr><w:tc><w:p><w:r><w:t>第三条 甲</w:t><w:br/><w:t>乙</w:t></w:r></w:p></w:tc></w:tr></w:tbl>
                </w:body></w:document>""";

        ClauseTree tree = ClauseParser.parse(
                        "草案.docx", DraftFile.lines("草案.docx", zip(Map.of("word/document.xml", document))))
                .tree();

        assertThat(tree.articles()).extracting(a -> tree.fullText(a.id())).containsExactly("新 文。", "框内。", "甲\n乙");
    }

    private static String listed(int list, int level, String words) {
        return "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"%d\"/><w:numId w:val=\"%d\"/></w:numPr></w:pPr><w:r><w:t>%s</w:t></w:r></w:p>"
                .formatted(level, list, words);
    }

    private static String styled(String style, String words) {
        return "<w:p><w:pPr><w:pStyle w:val=\"%s\"/></w:pPr><w:r><w:t>%s</w:t></w:r></w:p>".formatted(style, words);
    }

    private static byte[] zip(Map<String, String> parts) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(UTF_8));
            }
        }
        return bytes.toByteArray();
    }
}
