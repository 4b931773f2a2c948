package cn.zhengxun.draft.file;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A printed line: its words without the spaces that merely set characters apart, and where it stands.
 *
 * @param page from 0
 * @param column 0 where the page has one, else 1 and 2
 * @param y of the baseline, downward
 * @param cells its parts between wide gaps
 * @param starts where each of the cells begins
 */
record PdfLine(
        int page,
        int column,
        String text,
        float left,
        float right,
        float y,
        float size,
        List<String> cells,
        List<Float> starts) {

    /** Gaps wider than usual by so many of the font's size. */
    private static final float BETWEEN_CELLS = 1.8f;

    private static final float BETWEEN_CHARACTERS = 0.75f;
    private static final float BETWEEN_WORDS = 0.16f;
    private static final float BEHIND_NUMBER = 0.2f;

    private static final String CLOSING = "，。；：、！？）》〉」』】〕”’…";

    private static final Pattern NUMBER =
            Pattern.compile("[【〔〖\\[]?第[0-9０-９〇零一二三四五六七八九十百千]{1,10}(分编|编|章|节|条)(之[一二三四五六七八九十]{1,2})?[】〕〗\\]]?");
    private static final int LONGEST_NUMBER = 20;

    /** @param glyphs at least one, none blank, from left to right */
    static PdfLine of(int page, int column, List<PdfGlyph> glyphs) {
        float size = usualSize(glyphs);
        float usual = usualGap(glyphs, size);
        StringBuilder text = new StringBuilder();
        List<String> cells = new ArrayList<>();
        List<Float> starts = new ArrayList<>();
        int cell = 0;
        float y = 0;
        for (int i = 0; i < glyphs.size(); i++) {
            PdfGlyph glyph = glyphs.get(i);
            y += glyph.y() / glyphs.size();
            if (i == 0) {
                starts.add(glyph.x());
            } else {
                float gap = (glyph.x() - glyphs.get(i - 1).right() - usual) / size;
                if (gap > BETWEEN_CELLS) {
                    cells.add(text.substring(cell).strip());
                    starts.add(glyph.x());
                    cell = text.length();
                }
                boolean spaced = glyph.spaced() && usual < BEHIND_NUMBER * size;
                if (isSpace(spaced ? Math.max(gap, 2 * BEHIND_NUMBER) : gap, text, glyph.text())) {
                    text.append(' ');
                }
            }
            text.append(glyph.text());
        }
        cells.add(text.substring(cell).strip());
        PdfGlyph last = glyphs.get(glyphs.size() - 1);
        return new PdfLine(
                page, column, text.toString().strip(), glyphs.get(0).x(), last.right(), y, size, cells, starts);
    }

    private static float usualSize(List<PdfGlyph> glyphs) {
        double[] sizes = glyphs.stream().mapToDouble(PdfGlyph::size).sorted().toArray();
        return (float) sizes[sizes.length / 2];
    }

    /** Text set apart evenly, by justification or by a space behind each character, has wide gaps throughout. */
    private static float usualGap(List<PdfGlyph> glyphs, float size) {
        if (glyphs.size() < 4) {
            return 0;
        }
        double[] gaps = new double[glyphs.size() - 1];
        for (int i = 0; i < gaps.length; i++) {
            gaps[i] = glyphs.get(i + 1).x() - glyphs.get(i).right();
        }
        Arrays.sort(gaps);
        double middle = gaps[gaps.length / 2];
        return (float) Math.min(Math.max(middle, 0), 1.2 * size);
    }

    private static boolean isSpace(float gap, CharSequence before, String after) {
        if (CLOSING.indexOf(after.charAt(0)) >= 0 && gap < BETWEEN_CELLS + 2) {
            return false;
        }
        if (gap > BETWEEN_CHARACTERS) {
            return true;
        }
        if (gap > BETWEEN_WORDS && isLatin(before.charAt(before.length() - 1)) && isLatin(after.charAt(0))) {
            return true;
        }
        return gap > BEHIND_NUMBER
                && before.length() <= LONGEST_NUMBER
                && NUMBER.matcher(before).matches();
    }

    private static boolean isLatin(char c) {
        return c > ' ' && c < 0x250;
    }

    float width() {
        return right - left;
    }

    boolean sharesPlaceWith(PdfLine other) {
        return page == other.page && column == other.column;
    }
}
