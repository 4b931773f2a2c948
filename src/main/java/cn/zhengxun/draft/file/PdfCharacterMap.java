package cn.zhengxun.draft.file;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** The part of a font that says what its codes mean. The library writes out each range of codes one by one. */
final class PdfCharacterMap {
    private static final byte[] RANGES = "bfrange".getBytes(StandardCharsets.US_ASCII);

    /** Bytes of a code in a range that has at most 65,536 codes. */
    private static final int SHORT = 2;

    private PdfCharacterMap() {}

    /**
     * @param bytes any stream of a PDF
     * @throws IOException where it maps a range of codes of three or more bytes to meanings as long: such ranges are
     *     not in use and may hold two thousand million codes
     */
    static void refuseEndless(byte[] bytes) throws IOException {
        if (!holdsRanges(bytes)) {
            return;
        }
        int longOnes = 0;
        for (int i = 0; i < bytes.length; i++) {
            switch (bytes[i]) {
                case '%' -> i = endOfLine(bytes, i);
                case '(' -> i = after(bytes, i, ')');
                case '[' -> {
                    i = after(bytes, i, ']');
                    longOnes = 0;
                }
                case '<' -> {
                    int end = after(bytes, i, '>');
                    longOnes = digits(bytes, i, end) > 2 * SHORT ? longOnes + 1 : 0;
                    i = end;
                }
                default -> {
                    // numbers, names and operators
                }
            }
            if (longOnes == 3) {
                throw new IOException("a range of long codes");
            }
        }
    }

    private static boolean holdsRanges(byte[] bytes) {
        for (int i = 0; i + RANGES.length <= bytes.length; i++) {
            int same = 0;
            while (same < RANGES.length && bytes[i + same] == RANGES[same]) {
                same++;
            }
            if (same == RANGES.length) {
                return true;
            }
        }
        return false;
    }

    private static int endOfLine(byte[] bytes, int from) {
        int i = from;
        while (i < bytes.length && bytes[i] != '\n' && bytes[i] != '\r') {
            i++;
        }
        return i;
    }

    private static int after(byte[] bytes, int from, char end) {
        int i = from + 1;
        while (i < bytes.length && bytes[i] != end) {
            i++;
        }
        return i;
    }

    private static int digits(byte[] bytes, int from, int to) {
        int digits = 0;
        for (int i = from; i < to; i++) {
            digits += Character.digit(bytes[i], 16) >= 0 ? 1 : 0;
        }
        return digits;
    }
}
