package cn.zhengxun.draft;

import cn.zhengxun.draft.LawText.Block;
import cn.zhengxun.draft.LawText.Kind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A law typed into a file as offices do it: A4, title and headings centred, two characters' indent, running header. */
final class LawFile {
    private static final String WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
    private static final String TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml.";

    /** Twips: two characters of 16 point. */
    private static final String INDENT = "<w:ind w:firstLineChars=\"200\" w:firstLine=\"640\"/>";

    private static final int DIVISIONS = 1;

    /**
     * 条 and 项 are a list of their own, and so are 项 that begin anew within an article: LibreOffice heeds neither
     * w:lvlRestart nor w:startOverride when it writes doc.
     */
    private static final int ARTICLES = 2;

    private static final int ITEM_LEVEL = 1;

    private final LawText law;
    private final boolean automatic;
    private final List<Integer> restartedLists = new ArrayList<>();

    private LawFile(LawText law, boolean automatic) {
        this.law = law;
        this.automatic = automatic;
    }

    /** Every number is typed; a table of contents with dot leaders stands before the first chapter. */
    static byte[] docxWithTypedNumbers(LawText law) {
        return new LawFile(law, false).docx();
    }

    /** 第×章, 第×节, 第×条 and （一） are levels of a list; the text holds none of them. */
    static byte[] docxWithAutomaticNumbers(LawText law) {
        return new LawFile(law, true).docx();
    }

    /** Full-width indents, in the encoding of older Chinese systems. */
    static byte[] txt(LawText law) {
        StringBuilder text = new StringBuilder("\u3000\u3000\u3000\u3000" + law.title() + "\r\n\r\n");
        law.notes().forEach(note -> text.append("\u3000\u3000（").append(note).append("）\r\n"));
        for (Block block : law.blocks()) {
            text.append(block.isDivision() ? "\r\n\u3000\u3000\u3000\u3000" : "\u3000\u3000")
                    .append(block.mark())
                    .append(block.mark().isEmpty() || block.kind() == Kind.ITEM ? "" : "\u3000")
                    .append(block.words())
                    .append("\r\n");
        }
        return text.toString().getBytes(Charset.forName("GB18030"));
    }

    /** As saved from a web page: navigation before it, neighbours and imprint behind it. */
    static byte[] html(LawText law) {
        StringBuilder page = new StringBuilder("""
                <!DOCTYPE html>
                <html lang="zh-CN"><head><meta charset="utf-8"><title>%s_中国人大网</title>
                <style>.nav li{display:inline}</style><script>var a = "第一条 不是条文";</script></head>
                <body><div class="header"><ul class="nav"><li><a href="/">首页</a></li><li><a href="/flfg/">法律法规</a></li>
                <li><a href="/lfgz/">立法工作</a></li></ul><form><input name="q"><button>搜索</button></form></div>
                <div class="position">当前位置：<a href="/">首页</a> &gt; <a href="/flfg/">法律法规</a></div>
                <div class="content"><h1>%s</h1><div class="source">来源：中国人大网　浏览字号：<a>大</a> <a>中</a> <a>小</a></div>
                <div class="article">
                """.formatted(law.title(), law.title()));
        law.notes()
                .forEach(note ->
                        page.append("<p align=\"center\">（").append(note).append("）</p>\n"));
        for (Block block : law.blocks()) {
            String words = escaped(block.line());
            page.append(
                    block.isDivision()
                            ? "<p align=\"center\"><strong>" + words + "</strong></p>\n"
                            : "<p>&#12288;&#12288;" + words + "</p>\n");
        }
        page.append("""
                </div></div>
                <div class="related"><h3>相关文章</h3><ul><li><a href="/1">关于修改的决定</a></li></ul></div>
                <div class="footer"><p>版权所有：全国人民代表大会常务委员会办公厅</p><p>京ICP备06005931号</p></div>
                </body></html>
                """);
        return page.toString().getBytes(StandardCharsets.UTF_8);
    }

    private byte[] docx() {
        String body = body();
        try (ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                ZipOutputStream zip = new ZipOutputStream(bytes)) {
            put(zip, "[Content_Types].xml", contentTypes());
            put(zip, "_rels/.rels", relations(relation(1, "officeDocument", "word/document.xml")));
            put(zip, "word/document.xml", body);
            put(zip, "word/numbering.xml", numbering());
            put(zip, "word/styles.xml", STYLES);
            put(zip, "word/header1.xml", part("hdr", centred("内部资料　会后收回", "<w:sz w:val=\"18\"/>")));
            put(zip, "word/footer1.xml", part("ftr", PAGE_NUMBER));
            put(
                    zip,
                    "word/_rels/document.xml.rels",
                    relations(relation(1, "numbering", "numbering.xml")
                            + relation(2, "styles", "styles.xml")
                            + relation(3, "header", "header1.xml")
                            + relation(4, "footer", "footer1.xml")));
            zip.finish();
            return bytes.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static void put(ZipOutputStream zip, String name, String content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>" + content)
                .getBytes(StandardCharsets.UTF_8));
    }

    private static String contentTypes() {
        StringBuilder types = new StringBuilder(
                "<Types xmlns=\"" + PACKAGE + "content-types\">"
                        + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>");
        List.of("document|document.main", "numbering|numbering", "styles|styles", "header1|header", "footer1|footer")
                .forEach(part -> types.append("<Override PartName=\"/word/%s.xml\" ContentType=\"%s%s+xml\"/>"
                        .formatted(part.split("\\|")[0], TYPES, part.split("\\|")[1])));
        return types + "</Types>";
    }

    private static String relations(String all) {
        return "<Relationships xmlns=\"" + PACKAGE + "relationships\">" + all + "</Relationships>";
    }

    private static String relation(int id, String type, String target) {
        return "<Relationship Id=\"r%d\" Type=\"%s/%s\" Target=\"%s\"/>".formatted(id, RELATIONS, type, target);
    }

    private static final String STYLES = "<w:styles xmlns:w=\"" + WORD + "\"><w:docDefaults><w:rPrDefault><w:rPr>"
            + "<w:rFonts w:ascii=\"FangSong\" w:hAnsi=\"FangSong\" w:eastAsia=\"FangSong\"/><w:sz w:val=\"32\"/>"
            + "<w:lang w:val=\"zh-CN\" w:eastAsia=\"zh-CN\"/></w:rPr></w:rPrDefault></w:docDefaults>"
            + "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"a\"><w:name w:val=\"Normal\"/></w:style></w:styles>";

    private static final String PAGE_NUMBER = "<w:p><w:pPr><w:jc w:val=\"center\"/></w:pPr>" + run("— ", "")
            + "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>"
            + "<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>" + run("1", "")
            + "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>" + run(" —", "") + "</w:p>";

    private static String part(String root, String paragraphs) {
        return "<w:%s xmlns:w=\"%s\">%s</w:%s>".formatted(root, WORD, paragraphs, root);
    }

    private String body() {
        StringBuilder body = new StringBuilder(centred(law.title(), "<w:b/><w:sz w:val=\"44\"/>"));
        law.notes().forEach(note -> body.append(centred("（" + note + "）", "<w:sz w:val=\"28\"/>")));
        if (!automatic && law.blocks().get(0).isDivision()) {
            tableOfContents(body);
        }
        boolean listed = false;
        int lists = 0;
        for (Block block : law.blocks()) {
            boolean item = block.kind() == Kind.ITEM;
            lists = block.kind() == Kind.ARTICLE ? 0 : item && block.mark().equals("（一）") ? lists + 1 : lists;
            if (item && block.mark().equals("（一）")) {
                listed = lists > 1;
                if (listed) {
                    restartedLists.add(ARTICLES + 1 + restartedLists.size());
                }
            }
            int list = item && listed
                    ? restartedLists.get(restartedLists.size() - 1)
                    : block.isDivision() ? DIVISIONS : ARTICLES;
            body.append(automatic ? numbered(block, list) : typed(block));
        }
        return "<w:document xmlns:w=\"%s\" xmlns:r=\"%s\"><w:body>%s%s</w:body></w:document>"
                .formatted(WORD, RELATIONS, body, PAGE_SET_UP);
    }

    private static final String PAGE_SET_UP = "<w:sectPr><w:headerReference w:type=\"default\" r:id=\"r3\"/>"
            + "<w:footerReference w:type=\"default\" r:id=\"r4\"/><w:pgSz w:w=\"11906\" w:h=\"16838\"/>"
            + "<w:pgMar w:top=\"2098\" w:right=\"1474\" w:bottom=\"1985\" w:left=\"1588\" w:header=\"851\" w:footer=\"992\"/>"
            + "</w:sectPr>";

    private void tableOfContents(StringBuilder body) {
        body.append(centred("目　录", "<w:b/>"));
        int page = 0;
        for (Block block : law.blocks()) {
            page++;
            if (block.isDivision()) {
                body.append(paragraph(
                        "<w:tabs><w:tab w:val=\"right\" w:leader=\"dot\" w:pos=\"8800\"/></w:tabs>",
                        run(block.line(), "") + "<w:r><w:tab/></w:r>" + run(String.valueOf(1 + page / 12), "")));
            }
        }
    }

    private static String typed(Block block) {
        return block.isDivision() ? centred(block.line(), "<w:b/>") : paragraph(INDENT, run(block.line(), ""));
    }

    private static String numbered(Block block, int list) {
        if (block.mark().isEmpty()) {
            return paragraph(INDENT, run(block.words(), ""));
        }
        int level = block.kind() == Kind.ITEM
                ? ITEM_LEVEL
                : block.isDivision() ? block.kind().ordinal() : 0;
        String numbering = "<w:numPr><w:ilvl w:val=\"%d\"/><w:numId w:val=\"%d\"/></w:numPr>".formatted(level, list);
        return paragraph(
                numbering + (block.isDivision() ? "<w:jc w:val=\"center\"/>" : INDENT),
                run(block.words(), block.isDivision() ? "<w:b/>" : ""));
    }

    private static String centred(String words, String look) {
        return paragraph("<w:jc w:val=\"center\"/>", run(words, look));
    }

    /**
     * Exactly 28 points from line to line, both edges even. LibreOffice 7.4 takes the setting of hanging punctuation
     * the wrong way round, and leaves some of what hangs out of the PDF altogether; so it is switched on to be off.
     */
    private static String paragraph(String properties, String runs) {
        String spacing = "<w:overflowPunct w:val=\"1\"/><w:spacing w:line=\"560\" w:lineRule=\"exact\"/>";
        int indents = Math.max(properties.indexOf("<w:ind "), properties.indexOf("<w:jc "));
        String ordered = indents < 0
                ? properties + spacing
                : properties.substring(0, indents) + spacing + properties.substring(indents);
        String even = properties.contains("<w:jc ") ? "" : "<w:jc w:val=\"both\"/>";
        return "<w:p><w:pPr>" + ordered + even + "</w:pPr>" + runs + "</w:p>";
    }

    private static String run(String words, String look) {
        return "<w:r><w:rPr>" + look + "</w:rPr><w:t xml:space=\"preserve\">" + escaped(words) + "</w:t></w:r>";
    }

    private static String escaped(String words) {
        return words.replace("&", "&amp;").replace("<", "&lt;");
    }

    private String numbering() {
        StringBuilder numbering = new StringBuilder("<w:numbering xmlns:w=\"" + WORD + "\">")
                .append(definition(DIVISIONS, List.of("第%1章", "第%2节"), 0))
                .append(definition(ARTICLES, List.of("第%1条", "（%2）"), 640));
        restartedLists.forEach(list -> numbering.append(definition(list, List.of("", "（%2）"), 640)));
        for (int list = DIVISIONS; list <= ARTICLES + restartedLists.size(); list++) {
            numbering.append("<w:num w:numId=\"%d\"><w:abstractNumId w:val=\"%d\"/></w:num>".formatted(list, list));
        }
        return numbering + "</w:numbering>";
    }

    private static String definition(int list, List<String> levels, int indent) {
        StringBuilder definition = new StringBuilder(
                "<w:abstractNum w:abstractNumId=\"%d\"><w:multiLevelType w:val=\"multilevel\"/>".formatted(list));
        for (int level = 0; level < levels.size(); level++) {
            definition.append("""
                    <w:lvl w:ilvl="%d"><w:start w:val="1"/><w:numFmt w:val="chineseCountingThousand"/>\
                    <w:suff w:val="%s"/><w:lvlText w:val="%s"/><w:lvlJc w:val="left"/>\
                    <w:pPr><w:ind w:left="0" w:firstLine="%d"/></w:pPr></w:lvl>""".formatted(
                    level, list >= ARTICLES && level == ITEM_LEVEL ? "nothing" : "space", levels.get(level), indent));
        }
        return definition + "</w:abstractNum>";
    }
}
