package cn.zhengxun.web;

import java.nio.charset.StandardCharsets;

/** Folds content lines at 75 octets, as RFC 5545 section 3.1 asks; the library counts characters, of which a Chinese one has three octets. */
final class FoldedLines {
    private static final int MOST = 75;
    private static final String END = "\r\n";

    private FoldedLines() {}

    /** @param unfolded lines that each end with CRLF */
    static String of(String unfolded) {
        StringBuilder folded = new StringBuilder(unfolded.length() + unfolded.length() / MOST);
        for (String line : unfolded.split(END)) {
            int octets = 0;
            for (int i = 0; i < line.length(); i += Character.charCount(line.codePointAt(i))) {
                String character = Character.toString(line.codePointAt(i));
                int width = character.getBytes(StandardCharsets.UTF_8).length;
                if (octets + width > MOST) {
                    folded.append(END).append(' ');
                    octets = 1;
                }
                folded.append(character);
                octets += width;
            }
            folded.append(END);
        }
        return folded.toString();
    }
}
