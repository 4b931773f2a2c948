package cn.zhengxun.draft.file;

import cn.zhengxun.draft.clause.UnreadableDraft;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.contentstream.operator.OperatorName;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.apache.pdfbox.util.Matrix;
import org.apache.pdfbox.util.Vector;

/**
 * The glyphs of a page, turned so that most of the text runs from left to right, and counted on whether they have a
 * meaning. Slanting ones are watermarks and left out, as are those that run across the others.
 */
final class PdfGlyphs extends PDFTextStripper {
    private static final int MOST_ON_A_PAGE = 200_000;

    private static final int MOST = 5_000_000;

    /** Pictures and drawings that a page places; one that places itself would do so for ever. */
    private static final int MOST_DRAWN = 20_000;

    /** Codes of a font; no format of characters has more. */
    private static final int MOST_CODES = 0x110000;

    /** Radians by which upright text may slant. */
    private static final double STRAIGHT = 0.05;

    private final Map<COSDictionary, Boolean> soundFonts = new IdentityHashMap<>();
    private final Map<Integer, List<PdfGlyph>> byDirection = new HashMap<>();
    private int shown;
    private int shownOnPage;
    private int drawnOnPage;
    private int arrivedOnPage;
    private int meaningful;
    private int meaningless;

    PdfGlyphs() throws IOException {
        super();
    }

    /** Glyphs of all pages read so far that mean a character. */
    int meaningful() {
        return meaningful;
    }

    /** Glyphs of all pages read so far that mean nothing, or nothing that can be stored. */
    int meaningless() {
        return meaningless;
    }

    List<PdfGlyph> of(PDPage page) throws IOException {
        byDirection.clear();
        shownOnPage = 0;
        drawnOnPage = 0;
        arrivedOnPage = 0;
        processPage(page);
        meaningless += shownOnPage - arrivedOnPage;
        return byDirection.values().stream()
                .max((a, b) -> Integer.compare(a.size(), b.size()))
                .orElseGet(ArrayList::new);
    }

    @Override
    public void processPage(PDPage page) throws IOException {
        if (page.hasContents()) {
            isText(page.getCOSObject().getDictionaryObject(COSName.CONTENTS));
            super.processPage(page);
        }
    }

    @Override
    protected void writePage() {
        // the glyphs are all that is wanted
    }

    @Override
    protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
        TimeLimit.check();
        switch (operator.getName()) {
            case OperatorName.SET_GRAPHICS_STATE_PARAMS -> {
                // transparency and masks change no text
            }
            case OperatorName.SET_FONT_AND_SIZE -> {
                if (!operands.isEmpty() && operands.get(0) instanceof COSName name) {
                    refuseEndless(fontNamed(name));
                }
                super.processOperator(operator, operands);
            }
            case OperatorName.DRAW_OBJECT -> {
                if (++drawnOnPage > MOST_DRAWN) {
                    throw new UnreadableDraft("这份 PDF 的内部结构层层嵌套，为安全起见没有读取。请重新导出一份再导入，或者打开后复制文字粘贴进来。");
                }
                if (!operands.isEmpty() && operands.get(0) instanceof COSName name) {
                    COSDictionary objects = named(COSName.XOBJECT);
                    isText(objects == null ? null : objects.getDictionaryObject(name));
                }
                super.processOperator(operator, operands);
            }
            default -> super.processOperator(operator, operands);
        }
    }

    private static void isText(COSBase object) {
        if (object instanceof COSStream stream) {
            PdfFile.isText(stream);
        } else if (object instanceof COSArray array) {
            for (int i = 0; i < array.size(); i++) {
                if (array.getObject(i) instanceof COSStream stream) {
                    PdfFile.isText(stream);
                }
            }
        }
    }

    private COSDictionary named(COSName kind) {
        PDResources resources = getResources();
        return resources == null ? null : resources.getCOSObject().getCOSDictionary(kind);
    }

    private COSDictionary fontNamed(COSName name) {
        COSDictionary fonts = named(COSName.FONT);
        return fonts == null ? null : fonts.getCOSDictionary(name);
    }

    /** The library writes out each range of widths code by code. */
    private void refuseEndless(COSDictionary font) throws IOException {
        if (font == null || soundFonts.put(font, true) != null) {
            return;
        }
        isText(font.getDictionaryObject(COSName.TO_UNICODE));
        isText(font.getDictionaryObject(COSName.ENCODING));
        COSArray descendants = font.getCOSArray(COSName.DESCENDANT_FONTS);
        if (descendants != null
                && descendants.size() > 0
                && descendants.getObject(0) instanceof COSDictionary descendant) {
            refuseEndless(descendant.getCOSArray(COSName.W), 3);
            refuseEndless(descendant.getCOSArray(COSName.W2), 5);
        }
    }

    private static void refuseEndless(COSArray widths, int rangeLength) throws IOException {
        long codes = 0;
        for (int i = 0; widths != null && i + 1 < widths.size(); ) {
            COSBase second = widths.getObject(i + 1);
            if (second instanceof COSArray array) {
                codes += array.size();
                i += 2;
            } else if (widths.getObject(i) instanceof COSNumber from && second instanceof COSNumber to) {
                codes += Math.max(0, (long) to.intValue() - from.intValue());
                if (to.intValue() == Integer.MAX_VALUE) {
                    codes = Long.MAX_VALUE;
                }
                i += rangeLength;
            } else {
                i++;
            }
            if (codes > MOST_CODES) {
                throw new IOException("widths of " + codes + " codes");
            }
        }
    }

    @Override
    protected void showGlyph(Matrix place, PDFont font, int code, Vector displacement) throws IOException {
        if (++shownOnPage > MOST_ON_A_PAGE || ++shown > MOST) {
            throw new UnreadableDraft("这份 PDF 里的文字多得不像一部草案。请检查是否选错文件，或者打开后复制文字粘贴进来。");
        }
        if (hasMeanings(font)) {
            super.showGlyph(place, font, code, displacement);
        }
    }

    /** Without its file and its table of meanings a font's numbers would be taken for those of the font that stands in. */
    private static boolean hasMeanings(PDFont font) {
        return !(font instanceof PDType0Font composite)
                || composite.isEmbedded()
                || font.getCOSObject().containsKey(COSName.TO_UNICODE)
                || !(font.getCOSObject().getDictionaryObject(COSName.ENCODING) instanceof COSName encoding)
                || !encoding.getName().startsWith("Identity")
                || isChinese(composite);
    }

    private static boolean isChinese(PDType0Font font) {
        var system = font.getDescendantFont().getCIDSystemInfo();
        return system != null
                && system.getOrdering() != null
                && !system.getOrdering().equals("Identity");
    }

    @Override
    protected void processTextPosition(TextPosition text) {
        arrivedOnPage++;
        String words = PdfGlyph.cleaned(text.getUnicode());
        if (words.isEmpty()) {
            meaningless++;
            return;
        }
        meaningful += words.isBlank() ? 0 : 1;
        Matrix matrix = text.getTextMatrix();
        double angle = Math.atan2(matrix.getShearY(), matrix.getScaleX());
        int quarter = (int) Math.round(angle / (Math.PI / 2));
        if (Math.abs(angle - quarter * Math.PI / 2) > STRAIGHT) {
            return;
        }
        PdfGlyph glyph = PdfGlyph.of(words, matrix, text.getEndX(), text.getEndY(), Math.floorMod(quarter, 4));
        if (glyph.isPlaced()) {
            byDirection
                    .computeIfAbsent(Math.floorMod(quarter, 4), q -> new ArrayList<>())
                    .add(glyph);
        }
    }
}
