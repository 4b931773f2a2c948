package cn.zhengxun.draft.file;

import java.text.Normalizer;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.pdfbox.util.Matrix;

/**
 * What one glyph says and where: points from the left, points downward to its baseline.
 *
 * @param text one character as a rule; several for ligatures; a space for spaces
 * @param size of the font, in points
 * @param spaced whether a space is printed before it in its line
 */
record PdfGlyph(String text, float x, float y, float width, float size, boolean spaced) {
    private static final float LARGEST = 400;
    private static final float FARTHEST = 20_000;

    /** What fonts for Chinese call the usual one. */
    private static final int CENTRED_ELLIPSIS = '⋯';

    /** Radicals that some programs take for the characters they look like, and that no normal form turns back. */
    private static final String SUPPLEMENTED = "⺁厂⺆冂⺈刀⺌小⺍小⺕彐⺗心⺙攵⺟母⺠民⺡氵⺣灬⺤爪⺥爪⺩王⺪疋⺫目⺬示⺭礻⺮竹⺯糸⺰纟⺲罒"
            + "⺳网⺵网⺶羊⺷羊⺸羊⺹老⺺聿⺻聿⺼月⺽臼⺾艹⺿艹⻀艹⻁虎⻂衤⻃西⻄西⻅见⻆角⻈讠⻉贝⻊足⻋车⻌辶⻍辶⻎辶⻏阝⻐钅⻑長⻒镸⻓长⻔门⻕阜"
            + "⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻞食⻠饣⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱亀⻲亀⻳龟";

    private static final Map<Integer, String> CHARACTER_OF_RADICAL = IntStream.range(0, SUPPLEMENTED.length() / 2)
            .boxed()
            .collect(Collectors.toMap(
                    i -> (int) SUPPLEMENTED.charAt(2 * i), i -> SUPPLEMENTED.substring(2 * i + 1, 2 * i + 2)));

    /** @param quarter turns to the left that the text was printed with */
    static PdfGlyph of(String text, Matrix matrix, float endX, float endY, int quarter) {
        float startX = matrix.getTranslateX();
        float startY = matrix.getTranslateY();
        float width = (float) Math.hypot(endX - startX, endY - startY);
        float size = (float) Math.hypot(matrix.getShearX(), matrix.getScaleY());
        return switch (quarter) {
            case 0 -> new PdfGlyph(text, startX, -startY, width, size, false);
            case 1 -> new PdfGlyph(text, startY, startX, width, size, false);
            case 2 -> new PdfGlyph(text, -startX, startY, width, size, false);
            default -> new PdfGlyph(text, -startY, -startX, width, size, false);
        };
    }

    /** Whether it can be seen on a page at all. */
    boolean isPlaced() {
        return Math.abs(x) < FARTHEST
                && Math.abs(y) < FARTHEST
                && width >= 0
                && width < LARGEST * text.length()
                && size > 0.5
                && size < LARGEST;
    }

    PdfGlyph behindSpace() {
        return new PdfGlyph(text, x, y, width, size, true);
    }

    float right() {
        return x + width;
    }

    boolean isBlank() {
        return text.isBlank();
    }

    /** Whether the other prints the same at the same place once more, to look bold or to cast a shadow. */
    boolean repeats(PdfGlyph other) {
        return text.equals(other.text)
                && Math.abs(x - other.x) < 0.3 * Math.max(width, 0.1 * size)
                && Math.abs(y - other.y) < 0.3 * size;
    }

    /** @return the characters meant, one space for any space; empty where they mean nothing that can be stored */
    static String cleaned(String meaning) {
        StringBuilder clean = new StringBuilder();
        meaning.codePoints().forEach(c -> {
            if (c == '\u00A0' || c == '\t' || Character.isSpaceChar(c)) {
                clean.append(' ');
            } else if (c == CENTRED_ELLIPSIS) {
                clean.append('…');
            } else if (isRadical(c)) {
                clean.append(character(c));
            } else if (isMeaning(c)) {
                clean.appendCodePoint(c);
            }
        });
        return clean.toString();
    }

    private static boolean isMeaning(int c) {
        int type = Character.getType(c);
        return c != 0xFFFD
                && type != Character.PRIVATE_USE
                && type != Character.UNASSIGNED
                && type != Character.CONTROL
                && type != Character.FORMAT
                && type != Character.SURROGATE;
    }

    /** Radicals and compatibility characters; full-width forms are as they were typed. */
    private static boolean isRadical(int c) {
        return c >= 0x2E80 && c <= 0x2FDF || c >= 0xF900 && c <= 0xFAFF;
    }

    private static String character(int radical) {
        String known = CHARACTER_OF_RADICAL.get(radical);
        return known != null ? known : Normalizer.normalize(Character.toString(radical), Normalizer.Form.NFKC);
    }
}
