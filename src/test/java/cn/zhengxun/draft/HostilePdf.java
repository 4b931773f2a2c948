package cn.zhengxun.draft;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;

/** PDFs that cannot be read, or that are made to take all time or memory, and what is said of each. */
enum HostilePdf {
    LOCKED("打开密码", () -> protectedBy("open sesame")),
    NO_PAGES("没有文字", () -> HandmadePdf.a4().bytes()),
    EMPTY_PAGES("没有文字", () -> HandmadePdf.a4().page().page().bytes()),
    SCANNED("没有文字", () -> scanned().bytes()),
    NO_MEANINGS("乱码", () -> law().font(font("", "")).bytes()),
    PRIVATE_MEANINGS("乱码", () -> withMap("1 beginbfrange <0000> <FFFF> <E000> endbfrange")),
    CUT("请", () -> Arrays.copyOf(law().bytes(), 400)),
    NOTHING_BUT_A_HEAD("损坏", () -> "%PDF-1.7\n".getBytes(ISO_8859_1)),
    TOO_MANY_PAGES(
            "2000页",
            () -> pageTree(IntStream.range(0, 2_001).mapToObj(i -> "5 0 R").collect(Collectors.joining(" ")))),
    PAGES_WITHIN_THEMSELVES("请", () -> pageTree("2 0 R 2 0 R")),
    BOMB_OF_TEXT("异常庞大", () -> content("/Filter /FlateDecode", HandmadePdf.deflated(new byte[60_000_000]))),
    BOMB_IN_A_BOMB(
            "异常庞大",
            () -> content(
                    "/Filter [/FlateDecode /FlateDecode]",
                    HandmadePdf.deflated(HandmadePdf.deflated(new byte[200_000_000])))),
    BOMB_OF_RUNS("异常庞大", () -> content("/Filter /RunLengthDecode", runs(5_000_000))),
    BOMB_OF_NUMBERS("异常庞大", () -> content("/Filter /FlateDecode", HandmadePdf.deflated(repeated("1.5 ", 60_000_000)))),
    BOMB_OF_ARRAYS("异常庞大", () -> content("/Filter /FlateDecode", HandmadePdf.deflated(repeated("[]", 7_000_000)))),
    BOMB_OF_DICTIONARIES("异常庞大", () -> objects(repeated("<<>>", 9_900_000))),
    BOMB_OF_OBJECTS("异常庞大", HostilePdf::objectStream),
    DEEP("请", () -> objects(repeated("[", 1_000_000))),
    DEEP_TEXT("请", () -> content("/Filter /FlateDecode", HandmadePdf.deflated(repeated("[", 400_000)))),
    FORM_WITHIN_ITSELF("层层嵌套", HostilePdf::loopingForm),
    LONG_ROWS(
            "请",
            () -> content(
                    "/Filter /FlateDecode /DecodeParms << /Predictor 12 /Columns 2147483647 >>",
                    HandmadePdf.deflated(new byte[100]))),
    PICTURE_AS_TEXT("请", () -> content("/Filter /DCTDecode", new byte[1_000])),
    ENDLESS_WIDTHS(
            "请",
            () -> law().font(font("/ToUnicode 4 0 R", "/W [0 2147483647 500]")).bytes()),
    ENDLESS_MEANINGS("请", () -> withMap("1 beginbfrange <00000000> <7FFFFFFF> <00000000> endbfrange")),
    ENDLESS_CROSS_REFERENCES("请", HostilePdf::crossReferences),
    LONG_PREVIOUS_CHAIN(
            "请",
            () -> (new String(law().bytes(), ISO_8859_1).replace("/Root", "/Prev 15 /Root"))
                    .substring(9)
                    .getBytes(ISO_8859_1));

    private static final String TEXT = "第一条 为了规范某某活动，制定本条例。";

    private final String said;
    private final Supplier<byte[]> maker;

    HostilePdf(String said, Supplier<byte[]> maker) {
        this.said = said;
        this.maker = maker;
    }

    /** Words of the sentence that refuses it. */
    String said() {
        return said;
    }

    byte[] bytes() {
        return maker.get();
    }

    static HandmadePdf law() {
        HandmadePdf pdf = HandmadePdf.a4().page();
        for (int i = 0; i < 5; i++) {
            pdf.text(100, 700 - 30 * i, 16, TEXT);
        }
        return pdf;
    }

    private static HandmadePdf scanned() {
        HandmadePdf pdf = HandmadePdf.a4();
        for (int i = 1; i <= 20; i++) {
            pdf.page()
                    .operators("q 595 0 0 842 0 0 cm BI /W 1 /H 1 /CS /G /BPC 8 ID x EI Q")
                    .text(290, 30, 10, "- " + i + " -");
        }
        return pdf;
    }

    static byte[] protectedBy(String userPassword) {
        try (PDDocument document = Loader.loadPDF(law().bytes());
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            AccessPermission permission = new AccessPermission();
            permission.setCanExtractContent(false);
            StandardProtectionPolicy policy = new StandardProtectionPolicy("owner", userPassword, permission);
            policy.setEncryptionKeyLength(128);
            document.protect(policy);
            document.save(bytes);
            return bytes.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static String font(String entries, String widths) {
        return """
                << /Type /Font /Subtype /Type0 /BaseFont /ABCDEF+FZFS /Encoding /Identity-H %s /DescendantFonts [<<
                /Type /Font /Subtype /CIDFontType2 /BaseFont /ABCDEF+FZFS /DW 1000 %s
                /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >>
                /FontDescriptor << /Type /FontDescriptor /FontName /ABCDEF+FZFS /Flags 4 >> >>] >>""".formatted(entries, widths);
    }

    static byte[] withMap(String ranges) {
        byte[] map = ("/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <0000> <FFFF>"
                        + " endcodespacerange " + ranges + " endcmap end")
                .getBytes(ISO_8859_1);
        String page = new String(law().bytes(), ISO_8859_1);
        String content = page.substring(page.indexOf("stream\n") + 7, page.indexOf("endstream") - 1);
        return HandmadePdf.file(List.of(
                "<< /Type /Catalog /Pages 2 0 R >>".getBytes(ISO_8859_1),
                "<< /Type /Pages /Count 1 /Kids [5 0 R] >>".getBytes(ISO_8859_1),
                font("/ToUnicode 4 0 R", "").getBytes(ISO_8859_1),
                HandmadePdf.stream("", map),
                page("/Contents 6 0 R").getBytes(ISO_8859_1),
                HandmadePdf.stream("", content.getBytes(ISO_8859_1))));
    }

    private static String page(String entries) {
        return "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >>"
                + " /XObject << /X1 7 0 R >> >> " + entries + " >>";
    }

    private static byte[] pageTree(String kids) {
        return HandmadePdf.file(List.of(
                "<< /Type /Catalog /Pages 2 0 R >>".getBytes(ISO_8859_1),
                ("<< /Type /Pages /Count 2001 /Kids [" + kids + "] >>").getBytes(ISO_8859_1),
                HandmadePdf.CHINESE_FONT.getBytes(ISO_8859_1),
                "null".getBytes(ISO_8859_1),
                page("").getBytes(ISO_8859_1)));
    }

    private static byte[] content(String entries, byte[] packed) {
        return file(HandmadePdf.stream(entries, packed), "null".getBytes(ISO_8859_1));
    }

    private static byte[] objects(byte[] object) {
        return file(object, "null".getBytes(ISO_8859_1));
    }

    private static byte[] file(byte[] content, byte[] form) {
        return HandmadePdf.file(List.of(
                "<< /Type /Catalog /Pages 2 0 R >>".getBytes(ISO_8859_1),
                "<< /Type /Pages /Count 1 /Kids [5 0 R] >>".getBytes(ISO_8859_1),
                HandmadePdf.CHINESE_FONT.getBytes(ISO_8859_1),
                "null".getBytes(ISO_8859_1),
                page("/Contents 6 0 R").getBytes(ISO_8859_1),
                content,
                form));
    }

    /** Fifty levels deep, twice at each level: more drawings than there are atoms. */
    private static byte[] loopingForm() {
        byte[] twice = "q /X1 Do Q q /X1 Do Q".getBytes(ISO_8859_1);
        String entries = "/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << /XObject << /X1 7 0 R >> >>";
        return file(HandmadePdf.stream("", twice), HandmadePdf.stream(entries, twice));
    }

    private static byte[] repeated(String words, int bytes) {
        byte[] one = words.getBytes(ISO_8859_1);
        byte[] all = new byte[bytes / one.length * one.length];
        for (int i = 0; i < all.length; i++) {
            all[i] = one[i % one.length];
        }
        return all;
    }

    /** Each two bytes stand for 128. */
    private static byte[] runs(int bytes) {
        byte[] runs = new byte[bytes];
        for (int i = 0; i + 1 < bytes; i += 2) {
            runs[i] = (byte) 129;
            runs[i + 1] = ' ';
        }
        return runs;
    }

    /** The page stands in a stream of objects that is far too large; the table of places is a stream as well. */
    private static byte[] objectStream() {
        int count = 400_000;
        StringBuilder places = new StringBuilder();
        StringBuilder held = new StringBuilder();
        for (int i = 0; i < count; i++) {
            places.append(10 + i).append(' ').append(held.length()).append(' ');
            held.append("<</A[]>> ");
        }
        byte[] packed = HandmadePdf.deflated((places + held.toString()).getBytes(ISO_8859_1));
        byte[] objects = HandmadePdf.stream(
                "/Type /ObjStm /N " + count + " /First " + places.length() + " /Filter /FlateDecode", packed);
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(
                "%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 10 0 R >>\nendobj\n2 0 obj\n".getBytes(ISO_8859_1));
        int second = 9 + "1 0 obj\n<< /Type /Catalog /Pages 10 0 R >>\nendobj\n".length();
        file.writeBytes(objects);
        file.writeBytes("\nendobj\n".getBytes(ISO_8859_1));
        int start = file.size();
        List<int[]> rows = new ArrayList<>(List.of(new int[] {0, 0, 0}, new int[] {1, 9, 0}, new int[] {1, second, 0}));
        byte[] table = new byte[7 * 4];
        rows.add(new int[] {2, 2, 0});
        for (int i = 0; i < rows.size(); i++) {
            int[] row = rows.get(i);
            table[7 * i] = (byte) row[0];
            for (int b = 0; b < 4; b++) {
                table[7 * i + 1 + b] = (byte) (row[1] >> 8 * (3 - b));
            }
        }
        file.writeBytes("3 0 obj\n".getBytes(ISO_8859_1));
        file.writeBytes(HandmadePdf.stream("/Type /XRef /Size 11 /W [1 4 2] /Index [0 3 10 1] /Root 1 0 R", table));
        file.writeBytes(("\nendobj\nstartxref\n" + start + "\n%%EOF\n").getBytes(ISO_8859_1));
        return file.toByteArray();
    }

    private static byte[] crossReferences() {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes("%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n".getBytes(ISO_8859_1));
        int start = file.size();
        file.writeBytes("3 0 obj\n".getBytes(ISO_8859_1));
        file.writeBytes(HandmadePdf.stream("/Type /XRef /Size 2147483647 /W [0 0 0] /Root 1 0 R", new byte[100]));
        file.writeBytes(("\nendobj\nstartxref\n" + start + "\n%%EOF\n").getBytes(ISO_8859_1));
        return file.toByteArray();
    }
}
