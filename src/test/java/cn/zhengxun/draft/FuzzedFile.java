package cn.zhengxun.draft;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Ways of making files that no office would send, but somebody might. Small, so that many can be tried. */
enum FuzzedFile {
    /** A law's text with some bytes changed, in one of the encodings. */
    TEXT_BYTES(15, "草案.txt", FuzzedFile::textBytes),
    /** A law's lines shuffled, doubled, cut and broken at one width. */
    LINES(17, "草案.md", FuzzedFile::lines),
    /** Numbers, marks and citations in any order. */
    GRAMMAR(16, "草案.txt", FuzzedFile::grammar),
    HTML_BYTES(8, "草案.html", random -> damaged(page(random).getBytes(UTF_8), random)),
    /** Elements in any order, closed or not. */
    TAG_SOUP(12, "草案.htm", FuzzedFile::tagSoup),
    DOCX_BYTES(3, "草案.docx", random -> damaged(Samples.DOCX, random)),
    /** A docx that unzips well and whose parts are changed. */
    DOCX_PARTS(9, "草案.docx", FuzzedFile::docxParts),
    DOC_BYTES(8, "草案.doc", random -> damaged(Samples.DOC, random)),
    PDF_BYTES(4, "草案.pdf", random -> damaged(Samples.PDF, random)),
    /** A sound PDF that tells to print anything anywhere. */
    PDF_CONTENT(5, "草案.pdf", FuzzedPdf::withOtherContent),
    /** A PDF whose objects refer to anything. */
    PDF_OBJECTS(3, "草案.pdf", FuzzedPdf::withOtherObjects);

    private static final int ALL = 100;
    private static final List<String> WORDS = List.of(
            "第",
            "条",
            "一",
            "二",
            "十",
            "百",
            "1",
            "２",
            "章",
            "节",
            "编",
            "分编",
            "款",
            "项",
            "（",
            "）",
            "(",
            ")",
            "一、",
            "1.",
            "①",
            "②",
            "（一）",
            "（二）",
            "(1)",
            "第一条",
            "第二条 ",
            "第三条之一 ",
            "第一章 总则",
            "第二节",
            "目录",
            "附件",
            "附表2：",
            "附则",
            "序言",
            "的规定",
            "将第五条修改为：“",
            "删去",
            "增加一条，作为",
            "”",
            "。",
            "；",
            "：",
            "，",
            " ",
            "\u3000",
            "\t",
            "\n",
            "\n\n",
            "\r\n",
            "甲乙丙",
            "有下列情形之一的",
            "〖",
            "〗",
            "【立法目的】",
            "#",
            "## ",
            "**",
            "<!--",
            "-->",
            " | ",
            "\u0000",
            "\uD83D",
            "\uDE00",
            "\uFEFF",
            "\u202E",
            "\u000B",
            "𠮷",
            "……",
            "2024年1月1日通过",
            "某某条例（草案）",
            "关于某某的说明");
    private static final List<String> TAGS = List.of(
            "p",
            "div",
            "table",
            "tr",
            "td",
            "th",
            "tbody",
            "br",
            "span",
            "b",
            "pre",
            "ul",
            "ol",
            "li",
            "h1",
            "script",
            "style",
            "title",
            "a",
            "!--",
            "!DOCTYPE",
            "svg",
            "math",
            "template",
            "select",
            "iframe",
            "article",
            "nav",
            "header",
            "textarea",
            "frameset",
            "caption",
            "del",
            "html",
            "body",
            "?xml",
            "![CDATA[");

    private final int share;
    private final String fileName;
    private final Function<Random, byte[]> maker;

    /** What is changed. */
    private static final class Samples {
        private static final byte[] DOCX = read("src/test/resources/drafts/word.docx");
        private static final byte[] DOC = read("src/test/resources/drafts/word-97.doc");
        private static final byte[] PDF = FuzzedPdf.sample();
        private static final Map<String, byte[]> PARTS = parts(DOCX);
        private static final List<List<String>> LAWS = PromulgatedLaw.all()
                .map(law -> law.text().lines().filter(line -> !line.isBlank()).toList())
                .toList();
    }

    FuzzedFile(int share, String fileName, Function<Random, byte[]> maker) {
        this.share = share;
        this.fileName = fileName;
        this.maker = maker;
    }

    /** The kinds take turns by their shares. */
    static FuzzedFile of(int number) {
        int place = Math.floorMod(number * 37, ALL);
        for (FuzzedFile kind : values()) {
            place -= kind.share;
            if (place < 0) {
                return kind;
            }
        }
        throw new IllegalStateException("the shares make " + ALL);
    }

    String fileName() {
        return fileName;
    }

    byte[] make(Random random) {
        return maker.apply(random);
    }

    private static <T> T any(List<T> list, Random random) {
        return list.get(random.nextInt(list.size()));
    }

    private static List<String> excerpt(Random random) {
        List<String> law = any(Samples.LAWS, random);
        int from = random.nextInt(3) > 0 ? 0 : random.nextInt(law.size());
        return new ArrayList<>(law.subList(from, Math.min(law.size(), from + 3 + random.nextInt(20))));
    }

    private static byte[] textBytes(Random random) {
        Charset charset = Charset.forName(any(List.of("UTF-8", "GB18030", "UTF-16", "UTF-16LE"), random));
        byte[] bytes = String.join("\n", excerpt(random)).getBytes(charset);
        return random.nextInt(4) == 0 ? bytes : damaged(bytes, random);
    }

    private static byte[] lines(Random random) {
        List<String> lines = excerpt(random);
        for (int i = random.nextInt(6); i > 0; i--) {
            int at = random.nextInt(lines.size());
            switch (random.nextInt(4)) {
                case 0 -> Collections.swap(lines, at, random.nextInt(lines.size()));
                case 1 -> lines.add(at, any(lines, random));
                case 2 ->
                    lines.set(
                            at,
                            lines.get(at).substring(random.nextInt(lines.get(at).length() + 1)));
                default -> lines.set(at, any(WORDS, random) + lines.get(at));
            }
        }
        String text = String.join("\n", lines);
        int width = 10 + random.nextInt(40);
        return (random.nextBoolean() ? text : text.replaceAll("(.{" + width + "})", "$1\n")).getBytes(UTF_8);
    }

    private static byte[] grammar(Random random) {
        return words(random, 200).getBytes(UTF_8);
    }

    private static String words(Random random, int most) {
        StringBuilder text = new StringBuilder(random.nextInt(3) > 0 ? "某某条例\n第一条 甲。\n" : "");
        for (int i = random.nextInt(most); i > 0; i--) {
            text.append(any(WORDS, random));
        }
        return text.toString();
    }

    private static String page(Random random) {
        StringBuilder page =
                new StringBuilder("<!DOCTYPE html><html><head><meta charset=gbk><title>某某条例</title></head><body>");
        page.append("<div><ul><li>首页</ul></div><div id=c><h1>某某条例</h1><table><tr><td>");
        excerpt(random).forEach(line -> page.append("<p>&emsp;").append(line).append("</p>\n"));
        return page.append("</td></tr></table></div><p>责任编辑：某</p></body></html>")
                .toString();
    }

    private static byte[] tagSoup(Random random) {
        StringBuilder page = new StringBuilder("<html><p>第一条 甲。");
        for (int i = random.nextInt(120); i > 0; i--) {
            switch (random.nextInt(5)) {
                case 0 -> page.append("</").append(any(TAGS, random)).append('>');
                case 1, 2 ->
                    page.append('<')
                            .append(any(TAGS, random))
                            .append(random.nextInt(9) == 0 ? " style='display:none' a=\"" : "")
                            .append('>');
                case 3 ->
                    page.append("第").append("一二三四五".charAt(random.nextInt(5))).append("条 乙。");
                default -> page.append(words(random, 5));
            }
        }
        return page.toString().getBytes(UTF_8);
    }

    private static byte[] docxParts(Random random) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.setLevel(1);
            for (Map.Entry<String, byte[]> part : Samples.PARTS.entrySet()) {
                if (random.nextInt(40) == 0) {
                    continue;
                }
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(
                        random.nextInt(3) == 0 ? part.getValue() : changed(new String(part.getValue(), UTF_8), random));
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    /** Tags taken out, doubled, or moved; values replaced; rarely a byte, which mostly is the end of it. */
    private static byte[] changed(String xml, Random random) {
        List<String> pieces = new ArrayList<>(Arrays.asList(xml.split("(?<=>)|(?=<)")));
        for (int i = random.nextInt(4); i > 0; i--) {
            int at = random.nextInt(pieces.size());
            String piece = pieces.get(at);
            switch (random.nextInt(6)) {
                case 0 -> pieces.set(at, piece.replaceFirst("\"\\w*\"", "\"" + random.nextInt(-3, 12_000) + "\""));
                case 1 -> pieces.set(at, piece.replaceFirst("\"[^\"]*\"", "\"%1%9第%2条%\""));
                case 2 ->
                    pieces.add(
                            at,
                            "<w:t>" + any(WORDS, random).replaceAll("[<\\u0000\\uD83D\\uDE00\\u000B]", "") + "</w:t>");
                case 3 -> pieces.add(at, "<w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>");
                case 4 -> {
                    if (piece.endsWith("/>")) {
                        pieces.add(
                                at,
                                any(
                                        pieces.stream()
                                                .filter(one -> one.endsWith("/>"))
                                                .toList(),
                                        random));
                    }
                }
                default -> {
                    if (random.nextInt(4) == 0) {
                        pieces.remove(at);
                    }
                }
            }
        }
        byte[] bytes = String.join("", pieces).getBytes(UTF_8);
        return random.nextInt(8) == 0 ? damaged(bytes, random) : bytes;
    }

    private static byte[] damaged(byte[] original, Random random) {
        byte[] bytes =
                random.nextInt(4) > 0 ? original.clone() : Arrays.copyOf(original, 1 + random.nextInt(original.length));
        for (int i = random.nextInt(12); i > 0; i--) {
            int at = random.nextInt(bytes.length);
            switch (random.nextInt(3)) {
                case 0 -> bytes[at] = (byte) random.nextInt(256);
                case 1 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
                default -> {
                    int length = Math.min(random.nextInt(16), bytes.length - at);
                    System.arraycopy(bytes, random.nextInt(bytes.length - length + 1), bytes, at, length);
                }
            }
        }
        return bytes;
    }

    private static byte[] read(String file) {
        try {
            return Files.readAllBytes(Path.of(file));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    private static Map<String, byte[]> parts(byte[] docx) {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(docx))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName(), zip.readAllBytes());
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return parts;
    }
}
