package cn.zhengxun.draft;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.zip.Deflater;

/**
 * A PDF written object by object, so that it can be as odd as received ones are, and small enough to be damaged ten
 * thousand times. Its font is named only and coded in Unicode: every character can be placed, no font file is needed.
 */
final class HandmadePdf {
    static final String CHINESE_FONT = """
            << /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [<<
            /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /DW 1000 /W [1 95 500 814 907 500]
            /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >>
            /FontDescriptor << /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880]
            /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >> >>] >>""";

    private static final int FIRST_PAGE = 10;

    private final float width;
    private final float height;
    private final List<StringBuilder> pages = new ArrayList<>();
    private String font = CHINESE_FONT;
    private String pageEntries = "";
    private boolean packed;

    /** @param width points, as is the height */
    HandmadePdf(float width, float height) {
        this.width = width;
        this.height = height;
    }

    static HandmadePdf a4() {
        return new HandmadePdf(595, 842);
    }

    /** @param font the object that the text's font is */
    HandmadePdf font(String font) {
        this.font = font;
        return this;
    }

    /** @param entries of each page's dictionary, beside the usual ones */
    HandmadePdf pageEntries(String entries) {
        this.pageEntries = entries;
        return this;
    }

    HandmadePdf packed() {
        this.packed = true;
        return this;
    }

    HandmadePdf page() {
        pages.add(new StringBuilder());
        return this;
    }

    int pages() {
        return pages.size();
    }

    /** Text from left to right; y upward from the foot of the page. */
    HandmadePdf text(float x, float y, float size, String words) {
        return operators("BT /F1 %.2f Tf %.2f %.2f Td <%s> Tj ET", size, x, y, hex(words));
    }

    /** The same with the given distance added behind each character. */
    HandmadePdf spaced(float x, float y, float size, float distance, String words) {
        return operators("BT /F1 %.2f Tf %.4f Tc %.2f %.2f Td <%s> Tj ET", size, distance, x, y, hex(words));
    }

    HandmadePdf turned(double degrees, float x, float y, float size, String words) {
        double angle = Math.toRadians(degrees);
        return operators(
                "BT /F1 %.2f Tf %.5f %.5f %.5f %.5f %.2f %.2f Tm <%s> Tj ET",
                size, Math.cos(angle), Math.sin(angle), -Math.sin(angle), Math.cos(angle), x, y, hex(words));
    }

    HandmadePdf operators(String format, Object... values) {
        pages.get(pages.size() - 1)
                .append(String.format(Locale.ROOT, format, values))
                .append('\n');
        return this;
    }

    HandmadePdf raw(String content) {
        pages.get(pages.size() - 1).append(content);
        return this;
    }

    /** What all pages tell to be printed. */
    String content() {
        return String.join("\n", pages);
    }

    private static String hex(String words) {
        return HexFormat.of().formatHex(words.getBytes(UTF_16BE));
    }

    byte[] bytes() {
        List<byte[]> objects = new ArrayList<>();
        StringBuilder kids = new StringBuilder();
        for (int i = 0; i < pages.size(); i++) {
            kids.append(FIRST_PAGE + 2 * i).append(" 0 R ");
        }
        objects.add("<< /Type /Catalog /Pages 2 0 R >>".getBytes(ISO_8859_1));
        objects.add("<< /Type /Pages /Count %d /Kids [%s] >>"
                .formatted(pages.size(), kids)
                .getBytes(ISO_8859_1));
        objects.add(font.getBytes(ISO_8859_1));
        while (objects.size() < FIRST_PAGE - 1) {
            objects.add("null".getBytes(ISO_8859_1));
        }
        for (StringBuilder page : pages) {
            objects.add(String.format(
                            Locale.ROOT,
                            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 %.0f %.0f] /Contents %d 0 R %s"
                                    + " /Resources << /Font << /F1 3 0 R >> >> >>",
                            width,
                            height,
                            objects.size() + 2,
                            pageEntries)
                    .getBytes(ISO_8859_1));
            byte[] content = page.toString().getBytes(ISO_8859_1);
            objects.add(packed ? stream("/Filter /FlateDecode", deflated(content)) : stream("", content));
        }
        return file(objects);
    }

    /** @param entries of the stream's dictionary, beside its length */
    static byte[] stream(String entries, byte[] content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes("<< /Length %d %s >>\nstream\n"
                .formatted(content.length, entries)
                .getBytes(ISO_8859_1));
        bytes.writeBytes(content);
        bytes.writeBytes("\nendstream".getBytes(ISO_8859_1));
        return bytes.toByteArray();
    }

    static byte[] deflated(byte[] content) {
        Deflater deflater = new Deflater();
        deflater.setInput(content);
        deflater.finish();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] part = new byte[64 * 1024];
        while (!deflater.finished()) {
            bytes.write(part, 0, deflater.deflate(part));
        }
        deflater.end();
        return bytes.toByteArray();
    }

    /** @param objects numbered from 1, the first being the catalogue */
    static byte[] file(List<byte[]> objects) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes("%PDF-1.7\n".getBytes(ISO_8859_1));
        StringBuilder places = new StringBuilder("0000000000 65535 f \n");
        for (int i = 0; i < objects.size(); i++) {
            places.append("%010d 00000 n \n".formatted(bytes.size()));
            bytes.writeBytes((i + 1 + " 0 obj\n").getBytes(ISO_8859_1));
            bytes.writeBytes(objects.get(i));
            bytes.writeBytes("\nendobj\n".getBytes(ISO_8859_1));
        }
        int start = bytes.size();
        bytes.writeBytes(("xref\n0 " + (objects.size() + 1) + "\n" + places + "trailer\n<< /Size "
                        + (objects.size() + 1) + " /Root 1 0 R >>\nstartxref\n" + start + "\n%%EOF\n")
                .getBytes(ISO_8859_1));
        return bytes.toByteArray();
    }
}
