package cn.zhengxun.outreach;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QrCodeTest {
    private static final int PIXELS = 5;
    private static final int WHITE = 0xFFFFFF;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://lifa.example.org/q/demo",
                "http://localhost:8080/q/abcdefghjk",
                "https://zhengxun.example.org/i/AbCdEfGhIjKlMnOpQrStUvWxYz0123456789-_AbCdE/station"
            })
    void what_is_drawn_reads_back_as_the_very_address(String address) throws Exception {
        QrCode code = QrCode.of(address);
        int side = code.size() * PIXELS;
        var picture = new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(side, side, painted(code))));
        assertThat(new QRCodeReader().decode(picture).getText()).isEqualTo(address);
    }

    @ParameterizedTest
    @ValueSource(strings = "https://lifa.example.org/q/demo")
    void four_modules_stay_white_on_every_side(String address) {
        QrCode code = QrCode.of(address);
        int[] pixels = painted(code);
        int side = code.size() * PIXELS;
        int quiet = 4 * PIXELS;
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                if (x < quiet || y < quiet || x >= side - quiet || y >= side - quiet) {
                    assertThat(pixels[y * side + x]).isEqualTo(WHITE);
                }
            }
        }
        assertThat(pixels).contains(0);
    }

    /** Fills the path's rectangles as a browser does. */
    private static int[] painted(QrCode code) {
        int side = code.size() * PIXELS;
        int[] pixels = new int[side * side];
        Arrays.fill(pixels, WHITE);
        Matcher run = Pattern.compile("M(\\d+) (\\d+)h(\\d+)v1h-\\3z").matcher(code.path());
        while (run.find()) {
            int left = Integer.parseInt(run.group(1)) * PIXELS;
            int top = Integer.parseInt(run.group(2)) * PIXELS;
            int right = left + Integer.parseInt(run.group(3)) * PIXELS;
            for (int y = top; y < top + PIXELS; y++) {
                Arrays.fill(pixels, y * side + left, y * side + right, 0);
            }
        }
        return pixels;
    }
}
