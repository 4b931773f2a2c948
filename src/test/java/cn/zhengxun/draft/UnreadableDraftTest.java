package cn.zhengxun.draft;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhengxun.draft.clause.Clause;
import cn.zhengxun.draft.clause.ClauseTree;
import cn.zhengxun.draft.clause.Line;
import cn.zhengxun.draft.clause.ParsedDraft;
import cn.zhengxun.draft.clause.UnreadableDraft;
import cn.zhengxun.draft.file.DraftFile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class UnreadableDraftTest {
    private static final String LAW = "第一条 甲。\n第二条 乙。\n";

    static Stream<Arguments> wrongFiles() throws Exception {
        byte[] docx = DraftTexts.docx(List.of("第一条 甲。"));
        byte[] damaged = docx.clone();
        Arrays.fill(damaged, 40, damaged.length - 40, (byte) 0x5A);
        return Stream.of(
                Arguments.of("nothing", new byte[0], "空的"),
                Arguments.of("only spaces", "  \n\t\u3000\n".getBytes(UTF_8), "没有文字"),
                Arguments.of("more than 10 MB", new byte[10 * 1024 * 1024 + 1], "超过10 MB"),
                Arguments.of("a pdf", "%PDF-1.7\n第一条".getBytes(UTF_8), "PDF"),
                Arguments.of("a damaged old Word file", oldOffice("WordDocument"), "损坏"),
                Arguments.of("an old spreadsheet", oldOffice("Workbook"), "Excel"),
                Arguments.of("an old presentation", oldOffice("PowerPoint Document"), "演示文稿"),
                Arguments.of("an old file of another kind", oldOffice("Contents"), "旧版 Office"),
                Arguments.of("a spreadsheet", xlsx(), "Excel"),
                Arguments.of("an archive", zip("a.txt", LAW.getBytes(UTF_8)), "压缩文件"),
                Arguments.of("an empty archive", new byte[] {'P', 'K', 3, 4}, "压缩文件"),
                Arguments.of("an OFD", zip("OFD.xml", "<ofd/>".getBytes(UTF_8)), "OFD"),
                Arguments.of("a png", new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10}, "图片"),
                Arguments.of("a jpeg", new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, 0}, "图片"),
                Arguments.of("a page without articles", "<!DOCTYPE html><p>会议通知".getBytes(UTF_8), "没有找到“第×条”"),
                Arguments.of("a docx with macros", withPart(docx, "word/vbaProject.bin"), "带有宏"),
                Arguments.of("a docx with two texts", twice(docx), "同名"),
                Arguments.of("a docx within an archive", zip("草案.docx", docx), "压缩文件"),
                Arguments.of(
                        "an OpenDocument", zip("content.xml", "<text>第一条 甲。</text>".getBytes(UTF_8)), "OpenDocument"),
                Arguments.of("a presentation", zip("ppt/presentation.xml", new byte[0]), "演示文稿"),
                Arguments.of("rich text", "{\\rtf1\\ansi \u7b2c}".getBytes(UTF_8), "RTF"),
                Arguments.of(
                        "an archived page",
                        ("MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n--x\r\n" + LAW)
                                .getBytes(UTF_8),
                        "网页，仅 HTML"),
                Arguments.of(
                        "Word's own XML",
                        "<?xml version=\"1.0\"?><?mso-application progid=\"Word.Document\"?><w:wordDocument/>"
                                .getBytes(UTF_8),
                        "XML"),
                Arguments.of(
                        "an entity that names a file",
                        zip(
                                "word/document.xml",
                                XXE.replace("<!ENTITY x SYSTEM", "<!ENTITY % x SYSTEM")
                                        .getBytes(UTF_8)),
                        "损坏"),
                Arguments.of("billions of laughs", zip("word/document.xml", LAUGHS.getBytes(UTF_8)), "损坏"),
                Arguments.of(
                        "XML in pieces of another encoding",
                        zip("word/document.xml", "<w:p><w:t>第一条</w:t></w:p>".getBytes(Charset.forName("GBK"))),
                        "损坏"),
                Arguments.of("200,000 lines", "第一条 甲。\n".repeat(200_000).getBytes(UTF_8), "50000行"),
                Arguments.of("five million lines", "a\n".repeat(5_000_000).getBytes(UTF_8), "50000行"),
                Arguments.of("100 MB", new byte[100 * 1024 * 1024], "超过10 MB"),
                Arguments.of("zeros", new byte[5000], "不是文字文件"),
                Arguments.of("a damaged docx", damaged, "损坏"),
                Arguments.of("half a docx", Arrays.copyOf(docx, docx.length / 2), "请"),
                Arguments.of("a docx with a password", encrypted(docx), "密码"),
                Arguments.of("a docx without articles", DraftTexts.docx(List.of("会议通知")), "没有找到“第×条”"),
                Arguments.of("broken XML", zip("word/document.xml", "<w:p><w:t>第一条".getBytes(UTF_8)), "损坏"),
                Arguments.of("a document type", zip("word/document.xml", XXE.getBytes(UTF_8)), "损坏"),
                Arguments.of("too many lines", "行\n".repeat(50_001).getBytes(UTF_8), "50000行"),
                Arguments.of("no article", "关于召开会议的通知".getBytes(UTF_8), "没有找到“第×条”"));
    }

    private static final String XXE = """
            <?xml version="1.0"?><!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]>
            <w:document xmlns:w="urn:w"><w:p><w:r><w:t>第一条 &x;</w:t></w:r></w:p></w:document>""";

    private static final String LAUGHS = """
            <?xml version="1.0"?><!DOCTYPE d [<!ENTITY a "哈哈哈哈哈哈哈哈哈哈"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">
            <!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;">]>
            <w:document xmlns:w="urn:w"><w:p><w:r><w:t>第一条 &d;&d;</w:t></w:r></w:p></w:document>""";

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrongFiles")
    void a_file_that_cannot_be_read_is_refused_with_what_to_do(String what, byte[] content, String said) {
        for (String name : List.of("草案.docx", "草案.txt", "草案.md", "")) {
            assertThatThrownBy(() -> DraftReader.read(name, content))
                    .isExactlyInstanceOf(UnreadableDraft.class)
                    .hasMessageContaining(said)
                    .hasMessageMatching("(?s).*请.*。");
        }
    }

    @Test
    @Timeout(20)
    void a_zip_bomb_is_not_inflated() throws IOException {
        byte[] zeros = new byte[1024 * 1024];
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("word/media/image1.bmp"));
            for (int i = 0; i < 200; i++) {
                zip.write(zeros);
            }
        }

        assertThat(bytes.size()).isLessThan(DraftFile.MOST_BYTES);
        assertThatThrownBy(() -> DraftReader.read("草案.docx", bytes.toByteArray()))
                .isInstanceOf(UnreadableDraft.class)
                .hasMessageContaining("解压后异常庞大");
    }

    @Test
    void control_characters_and_halves_of_characters_are_dropped() {
        byte[] text = "第一条 甲\u0007\u200B乙\u001F\u202E。".getBytes(UTF_8);

        ClauseTree tree = DraftReader.read("草案.txt", text).tree();
        assertThat(tree.fullText(tree.articles().get(0).id())).isEqualTo("甲乙。");
        assertThat(Line.of("甲\uD800乙")).containsExactly(new Line("甲乙", 0));
    }

    /** Long lines, many marks and many headings that are none must not make reading more than linear. */
    @Test
    @Timeout(20)
    void hostile_texts_are_read_in_time() {
        for (String text : List.of(
                LAW + "第".repeat(3_000_000),
                LAW + "（".repeat(3_000_000),
                LAW + "第一 ".repeat(1_000_000),
                LAW + "（一）甲\n乙\n".repeat(20_000),
                LAW + "第三条甲\n".repeat(40_000),
                LAW + "第一章 甲\n".repeat(40_000),
                LAW + "附件\n".repeat(40_000),
                "目录\n" + "第一章 甲\n".repeat(40_000) + LAW,
                "某某法".repeat(300_000) + "\n" + LAW)) {
            assertThat(DraftReader.read("草案.txt", text.getBytes(UTF_8)).tree().articles())
                    .hasSizeGreaterThanOrEqualTo(2);
        }
    }

    @Test
    @Timeout(120)
    void whatever_comes_in_only_ever_an_unreadable_draft_comes_out() {
        List<PromulgatedLaw> laws = PromulgatedLaw.all().toList();
        byte[] docx;
        try {
            docx = DraftTexts.docx(laws.get(8).text().lines().toList());
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
        int read = 0;
        for (int seed = 0; seed < 2_000; seed++) {
            Random random = new Random(seed);
            byte[] content = switch (seed % 4) {
                case 0 -> randomBytes(random);
                case 1 -> shuffled(laws.get(random.nextInt(laws.size())), random);
                case 2 -> damaged(docx, random);
                default -> damaged(laws.get(random.nextInt(laws.size())).content(), random);
            };
            try {
                ParsedDraft draft = DraftReader.read("草案.txt", content);
                assertSound(draft, seed);
                read++;
            } catch (UnreadableDraft expected) {
                assertThat(expected.getMessage()).contains("请");
            }
        }
        assertThat(read).as("shuffled laws are mostly readable").isGreaterThan(400);
    }

    private static void assertSound(ParsedDraft draft, int seed) {
        List<Clause> clauses = draft.tree().clauses();
        assertThat(draft.title()).as("seed %d", seed).isNotBlank().hasSizeLessThanOrEqualTo(100);
        for (int i = 0; i < clauses.size(); i++) {
            Clause clause = clauses.get(i);
            assertThat(clause.position()).isEqualTo(i);
            assertThat(clause.parent() == null || clause.parent().value() <= i).isTrue();
            assertThat(clause.number()).hasSizeBetween(1, 20);
            assertThat(clause.label()).hasSizeBetween(1, 120);
            assertThat(clause.text()).doesNotContain("\0");
        }
        assertThat(draft.tree().articles())
                .extracting(Clause::number)
                .as("seed %d", seed)
                .doesNotHaveDuplicates();
    }

    private static byte[] randomBytes(Random random) {
        byte[] bytes = new byte[random.nextInt(4_000)];
        random.nextBytes(bytes);
        return bytes;
    }

    private static byte[] shuffled(PromulgatedLaw law, Random random) {
        List<String> lines = new ArrayList<>(law.text().lines().toList());
        Collections.shuffle(lines, random);
        return String.join("\n", lines).getBytes(UTF_8);
    }

    private static byte[] damaged(byte[] original, Random random) {
        byte[] bytes = Arrays.copyOf(original, 1 + random.nextInt(original.length));
        for (int i = random.nextInt(20); i > 0; i--) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        return bytes;
    }

    private static byte[] zip(String name, byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content);
        }
        return bytes.toByteArray();
    }

    private static byte[] withPart(byte[] docx, String name) throws IOException {
        return rezipped(docx, name, name);
    }

    /** The name of the second text is put right in the bytes, as no library writes the same name twice. */
    private static byte[] twice(byte[] docx) throws IOException {
        String bytes = new String(rezipped(docx, "word/document.xmx", "word/document.xmx"), ISO_8859_1);
        return bytes.replace("word/document.xmx", "word/document.xml").getBytes(ISO_8859_1);
    }

    private static byte[] rezipped(byte[] docx, String name, String content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipInputStream from = new ZipInputStream(new ByteArrayInputStream(docx));
                ZipOutputStream to = new ZipOutputStream(bytes)) {
            for (ZipEntry entry = from.getNextEntry(); entry != null; entry = from.getNextEntry()) {
                to.putNextEntry(new ZipEntry(entry.getName()));
                from.transferTo(to);
            }
            to.putNextEntry(new ZipEntry(name));
            to.write(content.getBytes(UTF_8));
        }
        return bytes.toByteArray();
    }

    private static byte[] xlsx() throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            workbook.createSheet("条文").createRow(0).createCell(0).setCellValue("第一条 甲。");
            workbook.write(bytes);
            return bytes.toByteArray();
        }
    }

    private static byte[] oldOffice(String entry) throws IOException {
        try (POIFSFileSystem files = new POIFSFileSystem();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            files.getRoot().createDocument(entry, new ByteArrayInputStream(LAW.getBytes(UTF_16LE)));
            files.writeFilesystem(bytes);
            return bytes.toByteArray();
        }
    }

    private static byte[] encrypted(byte[] docx) throws Exception {
        try (POIFSFileSystem files = new POIFSFileSystem();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            Encryptor encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
            encryptor.confirmPassword("a password");
            try (var sealed = encryptor.getDataStream(files)) {
                sealed.write(docx);
            }
            files.writeFilesystem(bytes);
            return bytes.toByteArray();
        }
    }
}
