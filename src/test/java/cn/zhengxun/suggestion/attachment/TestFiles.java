package cn.zhengxun.suggestion.attachment;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;

/** Files made by hand for tests. */
final class TestFiles {
    private TestFiles() {}

    /** Red in the upper left quarter, white elsewhere. */
    static byte[] picture(String format, int width, int height) throws IOException {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, width, height);
        graphics.setColor(Color.RED);
        graphics.fillRect(0, 0, width / 2, height / 2);
        graphics.dispose();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(image, format, bytes);
        return bytes.toByteArray();
    }

    /** A JPEG with an EXIF segment: this orientation, and the text as the camera's maker. */
    static byte[] photo(int width, int height, int orientation, String maker) throws IOException {
        byte[] text = (maker + "\0").getBytes(StandardCharsets.ISO_8859_1);
        ByteBuffer tiff = ByteBuffer.allocate(8 + 2 + 2 * 12 + 4 + text.length);
        tiff.put("MM".getBytes(StandardCharsets.ISO_8859_1))
                .putShort((short) 42)
                .putInt(8);
        tiff.putShort((short) 2);
        tiff.putShort((short) 0x010F).putShort((short) 2).putInt(text.length).putInt(38);
        tiff.putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) orientation)
                .putShort((short) 0);
        tiff.putInt(0).put(text);
        ByteArrayOutputStream segment = new ByteArrayOutputStream();
        segment.write(new byte[] {(byte) 0xFF, (byte) 0xE1});
        segment.write(ByteBuffer.allocate(2)
                .putShort((short) (2 + 6 + tiff.capacity()))
                .array());
        segment.write("Exif\0\0".getBytes(StandardCharsets.ISO_8859_1));
        segment.write(tiff.array());
        byte[] plain = picture("jpeg", width, height);
        ByteArrayOutputStream photo = new ByteArrayOutputStream();
        photo.write(plain, 0, 2);
        photo.write(segment.toByteArray());
        photo.write(plain, 2, plain.length - 2);
        return photo.toByteArray();
    }

    /** A PNG that says to be of this size, whatever it holds. */
    static byte[] png(int width, int height) {
        ByteBuffer header = ByteBuffer.allocate(17)
                .put("IHDR".getBytes(StandardCharsets.ISO_8859_1))
                .putInt(width)
                .putInt(height)
                .put(new byte[] {8, 2, 0, 0, 0});
        return ByteBuffer.allocate(8 + 25 + 12)
                .put(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10})
                .put(chunk(header.array()))
                .put(chunk("IEND".getBytes(StandardCharsets.ISO_8859_1)))
                .array();
    }

    private static byte[] chunk(byte[] typeAndContent) {
        CRC32 check = new CRC32();
        check.update(typeAndContent);
        return ByteBuffer.allocate(typeAndContent.length + 8)
                .putInt(typeAndContent.length - 4)
                .put(typeAndContent)
                .putInt((int) check.getValue())
                .array();
    }

    static byte[] zip(String... entries) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (String entry : entries) {
                zip.putNextEntry(new ZipEntry(entry));
                zip.write("<Types/>".getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }

    static byte[] docx() throws IOException {
        return zip("[Content_Types].xml", "_rels/.rels", "word/document.xml");
    }

    static byte[] pdf() {
        return "%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n".getBytes(StandardCharsets.ISO_8859_1);
    }

    static byte[] mp3() {
        byte[] bytes = new byte[2000];
        System.arraycopy("ID3\3\0\0\0\0\0\0".getBytes(StandardCharsets.ISO_8859_1), 0, bytes, 0, 10);
        return bytes;
    }

    /** An mp4 with tracks of these handlers, such as soun or vide. */
    static byte[] movie(String brand, String... handlers) throws IOException {
        ByteArrayOutputStream tracks = new ByteArrayOutputStream();
        for (String handler : handlers) {
            byte[] kind =
                    ("\0\0\0\0\0\0\0\0" + handler + "\0\0\0\0\0\0\0\0\0\0\0\0\0").getBytes(StandardCharsets.ISO_8859_1);
            tracks.write(box("trak", box("mdia", box("hdlr", kind))));
        }
        ByteArrayOutputStream movie = new ByteArrayOutputStream();
        movie.write(box("ftyp", (brand + "\0\0\0\0" + brand).getBytes(StandardCharsets.ISO_8859_1)));
        movie.write(box("mdat", new byte[100]));
        movie.write(box("moov", tracks.toByteArray()));
        return movie.toByteArray();
    }

    private static byte[] box(String type, byte[] content) {
        return ByteBuffer.allocate(8 + content.length)
                .putInt(8 + content.length)
                .put(type.getBytes(StandardCharsets.ISO_8859_1))
                .put(content)
                .array();
    }

    /** One pixel. */
    static byte[] webp() {
        return Base64.getDecoder().decode("UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA");
    }
}
