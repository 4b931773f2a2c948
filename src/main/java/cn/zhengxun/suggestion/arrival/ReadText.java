package cn.zhengxun.suggestion.arrival;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;

/**
 * A text as rules read it: full-width and half-width alike, capitals alike, without spaces and marks that are not seen, so
 * that "上 访" is found, too. Knows where each of its characters stands in the text as written.
 */
final class ReadText {
    private final String read;
    private final int[] begins;
    private final int[] ends;

    private ReadText(String read, int[] begins, int[] ends) {
        this.read = read;
        this.begins = begins;
        this.ends = ends;
    }

    static ReadText of(String written) {
        StringBuilder read = new StringBuilder(written.length());
        int[] begins = new int[written.length() + 16];
        int[] ends = new int[written.length() + 16];
        int count = 0;
        for (int at = 0; at < written.length(); ) {
            int character = written.codePointAt(at);
            int next = at + Character.charCount(character);
            String folded = folded(character);
            for (int i = 0; i < folded.length(); i++) {
                if (count == begins.length) {
                    begins = Arrays.copyOf(begins, 2 * count);
                    ends = Arrays.copyOf(ends, 2 * count);
                }
                begins[count] = at;
                ends[count++] = next;
                read.append(folded.charAt(i));
            }
            at = next;
        }
        return new ReadText(read.toString(), begins, ends);
    }

    /** As {@link #of} reads it, for patterns. */
    static String folded(String text) {
        return of(text).read;
    }

    private static String folded(int character) {
        if (character < 128) {
            return character <= ' ' || character == 127 ? "" : String.valueOf((char) Character.toLowerCase(character));
        }
        if (character >= 0x4E00 && character <= 0x9FFF) {
            return String.valueOf((char) character);
        }
        int type = Character.getType(character);
        if (type == Character.FORMAT
                || type == Character.CONTROL
                || type == Character.SURROGATE
                || Character.isWhitespace(character)
                || Character.isSpaceChar(character)) {
            return "";
        }
        return Normalizer.normalize(Character.toString(character), Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\s", "");
    }

    String read() {
        return read;
    }

    /** @param from, to a stretch of what is read, not empty */
    Span written(int from, int to) {
        return new Span(begins[from], ends[to - 1]);
    }
}
