package cn.zhengxun.suggestion.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhengxun.kernel.RuleViolation;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A photo is made anew: upright, small enough, and with nothing in it but the picture. */
class PhotosTest {
    private static final long LARGEST = 10 << 20;

    private final Photos photos = new Photos();

    @TempDir
    Path folder;

    private record Remade(FileType type, byte[] bytes, BufferedImage picture) {}

    private Remade remade(byte[] bytes, FileType type, long largest) throws IOException {
        Path from = Files.write(folder.resolve("from"), bytes);
        Path to = folder.resolve("to");
        Files.write(to, new byte[0]);
        FileType become = photos.remake(from, type, to, largest);
        return new Remade(become, Files.readAllBytes(to), ImageIO.read(to.toFile()));
    }

    private void refused(byte[] bytes, FileType type, String sentence) {
        assertThatThrownBy(() -> remade(bytes, type, LARGEST))
                .isInstanceOf(RuleViolation.class)
                .hasMessageContaining(sentence);
    }

    private static boolean red(BufferedImage picture, int x, int y) {
        int colour = picture.getRGB(x, y);
        return (colour >> 16 & 255) > 180 && (colour >> 8 & 255) < 90;
    }

    /** Where the red corner of the stored picture belongs: left or right, top or bottom. */
    @ParameterizedTest
    @CsvSource({
        "1,40,24,false,false", "2,40,24,true,false", "3,40,24,true,true", "4,40,24,false,true",
        "5,24,40,false,false", "6,24,40,true,false", "7,24,40,true,true", "8,24,40,false,true"
    })
    void a_photo_is_turned_the_right_way_up(int orientation, int width, int height, boolean right, boolean bottom)
            throws IOException {
        BufferedImage picture = remade(TestFiles.photo(40, 24, orientation, "x"), FileType.JPEG, LARGEST)
                .picture();

        assertThat(picture.getWidth()).isEqualTo(width);
        assertThat(picture.getHeight()).isEqualTo(height);
        for (boolean atRight : new boolean[] {false, true}) {
            for (boolean atBottom : new boolean[] {false, true}) {
                assertThat(red(picture, atRight ? width - 5 : 4, atBottom ? height - 5 : 4))
                        .as("right %s, bottom %s", atRight, atBottom)
                        .isEqualTo(atRight == right && atBottom == bottom);
            }
        }
    }

    @Test
    void what_the_camera_wrote_and_what_was_hidden_behind_the_picture_is_gone() throws IOException {
        byte[] photo = TestFiles.photo(40, 24, 1, "GPS 38.9140N 121.6147E");
        byte[] tail = "<html><script>alert(1)</script></html>".getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream polyglot = new ByteArrayOutputStream();
        polyglot.write(photo);
        polyglot.write(tail);

        Remade remade = remade(polyglot.toByteArray(), FileType.JPEG, LARGEST);

        assertThat(remade.type()).isEqualTo(FileType.JPEG);
        assertThat(new String(remade.bytes(), StandardCharsets.ISO_8859_1)).doesNotContain("GPS", "Exif", "script");
    }

    @Test
    void a_large_photo_becomes_smaller_and_a_tiny_one_stays() throws IOException {
        BufferedImage panorama = remade(TestFiles.picture("jpeg", 6000, 600), FileType.JPEG, LARGEST)
                .picture();
        assertThat(panorama.getWidth()).isEqualTo(Photos.SIDE);
        assertThat(panorama.getHeight()).isEqualTo(400);
        assertThat(remade(TestFiles.picture("png", 1, 1), FileType.PNG, LARGEST)
                        .picture()
                        .getWidth())
                .isEqualTo(1);
        assertThat(remade(TestFiles.webp(), FileType.WEBP, LARGEST).type()).isEqualTo(FileType.JPEG);
    }

    @Test
    void a_png_stays_one_unless_it_would_be_too_large_and_a_gif_becomes_one() throws IOException {
        byte[] png = TestFiles.picture("png", 400, 300);
        assertThat(remade(png, FileType.PNG, LARGEST).type()).isEqualTo(FileType.PNG);
        assertThat(remade(png, FileType.PNG, 100).type()).isEqualTo(FileType.JPEG);
        assertThat(remade(TestFiles.picture("gif", 20, 20), FileType.GIF, LARGEST)
                        .type())
                .isEqualTo(FileType.PNG);
    }

    @Test
    void a_photo_for_printing_in_four_colours_is_shown_in_three() throws IOException {
        BufferedImage picture =
                remade(Base64.getDecoder().decode(CMYK), FileType.JPEG, LARGEST).picture();

        assertThat(picture.getColorModel().getNumComponents()).isEqualTo(3);
        assertThat(red(picture, 8, 4)).isTrue();
    }

    @Test
    void a_picture_too_large_to_open_is_refused_before_it_is_opened() {
        refused(TestFiles.png(20_000, 20_000), FileType.PNG, "像素太大");
        refused(TestFiles.png(Integer.MAX_VALUE, Integer.MAX_VALUE), FileType.PNG, "照片");
    }

    @Test
    void what_is_damaged_is_refused_with_what_to_do() throws IOException {
        byte[] jpeg = TestFiles.picture("jpeg", 400, 300);
        refused(Arrays.copyOf(jpeg, jpeg.length / 2), FileType.JPEG, "没有传完");
        byte[] png = TestFiles.picture("png", 400, 300);
        refused(Arrays.copyOf(png, png.length / 2), FileType.PNG, "没有传完");
        refused(Arrays.copyOf(TestFiles.webp(), 20), FileType.WEBP, "没有传完");
        refused(TestFiles.png(4, 4), FileType.PNG, "没有传完");
        refused("GIF89a".getBytes(StandardCharsets.ISO_8859_1), FileType.GIF, "没有传完");
    }

    /** 16 × 8 pixels, red, written by Pillow. */
    private static final String CMYK = "/9j/7gAOQWRvYmUAZAAAAAAA/9sAQwANCQoLCggNCwoLDg4NDxMgFRMSEhMnHB4XIC4pMTAuKS0s"
            + "MzpKPjM2RjcsLUBXQUZMTlJTUjI+WmFaUGBKUVJP/8AAFAgACAAQBEMRAE0RAFkRAEsRAP/EAB8AAAEFAQEBAQEBAAAAAAAAAAABAgMEBQYH"
            + "CAkKC//EALUQAAIBAwMCBAMFBQQEAAABfQECAwAEEQUSITFBBhNRYQcicRQygZGhCCNCscEVUtHwJDNicoIJChYXGBkaJSYnKCkqNDU2Nzg5"
            + "OkNERUZHSElKU1RVVldYWVpjZGVmZ2hpanN0dXZ3eHl6g4SFhoeIiYqSk5SVlpeYmZqio6Slpqeoqaqys7S1tre4ubrCw8TFxsfIycrS09TV"
            + "1tfY2drh4uPk5ebn6Onq8fLz9PX29/j5+v/aAA4EQwBNAFkASwAAPwD06vMK8wr06iiiiv/Z";
}
