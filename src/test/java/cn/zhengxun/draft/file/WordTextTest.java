package cn.zhengxun.draft.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengxun.draft.clause.ClauseParser;
import cn.zhengxun.draft.clause.ClauseTree;
import cn.zhengxun.draft.clause.Line;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
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

    @Test
    void styles_pass_their_numbers_on_and_zero_switches_them_off() throws IOException {
        String styles = """
                <w:styles xmlns:w="urn:w">
                <w:style w:type="paragraph" w:default="1" w:styleId="Body"/>
                <w:style w:type="paragraph" w:styleId="Article"><w:basedOn w:val="Body"/><w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
                <w:style w:type="paragraph" w:styleId="BoldArticle"><w:basedOn w:val="Article"/></w:style>
                <w:style w:type="paragraph" w:styleId="Loop"><w:basedOn w:val="Loop"/></w:style>
                <w:style w:type="numbering" w:styleId="Law"><w:pPr><w:numPr><w:numId w:val="9"/></w:numPr></w:pPr></w:style>
                </w:styles>""";
        String numbering = numbering("""
                <w:abstractNum w:abstractNumId="7"><w:styleLink w:val="Law"/>
                  %s%s</w:abstractNum>
                <w:abstractNum w:abstractNumId="8"><w:numStyleLink w:val="Law"/></w:abstractNum>
                <w:num w:numId="1"><w:abstractNumId w:val="8"/></w:num>
                <w:num w:numId="9"><w:abstractNumId w:val="7"/></w:num>
                """.formatted(
                        level(0, "chineseCounting", "第%1章", ""),
                        level(1, "chineseCountingThousand", "第%2条", "<w:lvlRestart w:val=\"0\"/>")));
        String document = styled("Article", "甲。") + styled("BoldArticle", "乙。") + styled("Loop", "丙。")
                + "<w:p><w:pPr><w:pStyle w:val=\"Article\"/><w:numPr><w:numId w:val=\"0\"/></w:numPr></w:pPr><w:r><w:t>丁。</w:t></w:r></w:p>"
                + listed(1, 0, "总则") + styled("BoldArticle", "戊。");

        assertThat(texts(numbering, styles, document))
                .containsExactly("第一条 甲。", "第二条 乙。", "丙。", "丁。", "第一章 总则", "第三条 戊。");
    }

    @Test
    void levels_restart_and_are_overridden_as_the_file_says() throws IOException {
        String numbering = numbering("""
                <w:abstractNum w:abstractNumId="7">%s%s%s</w:abstractNum>
                <w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>
                <w:num w:numId="2"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="2"><w:startOverride w:val="5"/>%s</w:lvlOverride></w:num>
                """.formatted(
                        level(0, "chineseCounting", "第%1章", ""),
                        level(1, "upperRoman", "%1.%2", "<w:isLgl/>"),
                        level(2, "lowerLetter", "%3)", "<w:lvlRestart w:val=\"1\"/>"),
                        level(2, "decimalEnclosedCircle", "%3", "")));
        String document = listed(1, 0, "章")
                + listed(1, 1, "甲")
                + listed(1, 2, "子")
                + listed(1, 1, "乙")
                + listed(1, 2, "丑")
                + listed(1, 0, "章")
                + listed(1, 2, "寅")
                + listed(2, 2, "卯")
                + listed(1, 1, "丙");

        assertThat(texts(numbering, "", document))
                .containsExactly("第一章 章", "1.1 甲", "a) 子", "1.2 乙", "b) 丑", "第二章 章", "a) 寅", "⑤ 卯", "2.1 丙");
    }

    @Test
    void every_format_of_numbers_prints_as_in_word() throws IOException {
        Map<String, String> printed = Map.ofEntries(
                Map.entry("decimal", "12"),
                Map.entry("decimalZero", "12"),
                Map.entry("decimalFullWidth", "１２"),
                Map.entry("upperLetter", "L"),
                Map.entry("lowerRoman", "xii"),
                Map.entry("upperRoman", "XII"),
                Map.entry("chineseCountingThousand", "十二"),
                Map.entry("japaneseCounting", "十二"),
                Map.entry("chineseLegalSimplified", "壹拾贰"),
                Map.entry("decimalEnclosedCircleChinese", "⑫"),
                Map.entry("decimalEnclosedParen", "⑿"),
                Map.entry("decimalEnclosedFullstop", "⒓"),
                Map.entry("ideographTraditional", "乙"),
                Map.entry("ideographZodiac", "亥"),
                Map.entry("ideographEnclosedCircle", "12"));
        for (Map.Entry<String, String> format : printed.entrySet()) {
            String numbering = numbering("<w:abstractNum w:abstractNumId=\"7\">"
                    + level(0, format.getKey(), "%1、", "").replace("w:start w:val=\"1\"", "w:start w:val=\"12\"")
                    + "</w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"7\"/></w:num>");
            assertThat(texts(numbering, "", listed(1, 0, "甲"))).containsExactly(format.getValue() + "、 甲");
        }
    }

    @Test
    void what_is_hidden_or_not_yet_filled_in_or_belongs_to_the_page_is_no_text() throws IOException {
        String document = """
                <w:p><w:pPr><w:tabs><w:tab w:val="left"/></w:tabs><w:rPr><w:vanish/></w:rPr></w:pPr><w:r><w:t>第一条 甲</w:t></w:r>
                <w:r><w:rPr><w:vanish/></w:rPr><w:t>藏</w:t></w:r><w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>乙</w:t></w:r>
                <w:r><w:softHyphen/><w:noBreakHyphen/><w:sym w:font="Wingdings" w:char="F0A8"/><w:sym w:font="Wingdings" w:char="F04A"/></w:r>
                <w:fldSimple w:instr=" PAGE "><w:r><w:t>3</w:t></w:r></w:fldSimple>
                <w:r><w:fldChar w:fldCharType="begin"/><w:instrText>REF a</w:instrText><w:fldChar w:fldCharType="separate"/><w:t>见第二条</w:t><w:fldChar w:fldCharType="end"/></w:r></w:p>
                <w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:p><w:r><w:t>单击此处输入</w:t></w:r></w:p></w:sdtContent></w:sdt>
                <w:sdt><w:sdtPr/><w:sdtContent><w:p><w:r><w:t>第二条 控件里。</w:t></w:r></w:p></w:sdtContent></w:sdt>
                <w:p><w:pPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr><w:r><w:t>第三条 并到</w:t></w:r></w:p><w:p><w:moveTo><w:r><w:t>下一段。</w:t></w:r></w:moveTo><w:moveFrom><w:r><w:t>移走</w:t></w:r></w:moveFrom></w:p>
                <w:tbl><w:tr><w:trPr><w:del w:id="2"/></w:trPr><w:tc><w:p><w:r><w:t>删去的行</w:t></w:r></w:p></w:tc></w:tr>
                <w:tr><w:tc><w:p><w:r><w:t>甲</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>乙</w:t></w:r></w:p></w:tc></w:tr></w:tbl>""";

        assertThat(texts("", "", document)).containsExactly("第一条 甲乙-□见第二条", "第二条 控件里。", "第三条 并到下一段。", "甲 | 乙");
    }

    private static List<String> texts(String numbering, String styles, String body) throws IOException {
        Map<String, String> parts = new HashMap<>();
        parts.put("word/document.xml", "<w:document xmlns:w=\"urn:w\">" + body + "</w:document>");
        if (!numbering.isEmpty()) {
            parts.put("word/numbering.xml", numbering);
        }
        if (!styles.isEmpty()) {
            parts.put("word/styles.xml", styles);
        }
        return DraftFile.lines("草案.docx", zip(parts)).stream().map(Line::text).toList();
    }

    private static String numbering(String content) {
        return "<w:numbering xmlns:w=\"urn:w\">" + content + "</w:numbering>";
    }

    private static String level(int level, String format, String text, String more) {
        return "<w:lvl w:ilvl=\"%d\"><w:start w:val=\"1\"/><w:numFmt w:val=\"%s\"/>%s<w:lvlText w:val=\"%s\"/></w:lvl>"
                .formatted(level, format, more, text);
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
