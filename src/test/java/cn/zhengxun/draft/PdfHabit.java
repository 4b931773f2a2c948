package cn.zhengxun.draft;

import cn.zhengxun.draft.LawText.Block;
import cn.zhengxun.draft.LawText.Kind;
import java.util.ArrayList;
import java.util.List;

/**
 * A way in which offices' programs set a law as PDF. Line breaks follow the rules of Chinese print: no line begins with
 * a stop or a closing bracket.
 */
enum PdfHabit {
    USUAL("两字缩进，两端对齐，页脚“- 1 -”"),
    EACH_CHARACTER_PLACED("逐字定位"),
    NO_INDENT("段首不缩进，右边不齐"),
    HANGING_ITEMS("项悬挂缩进"),
    BLOCK_ITEMS("项整段缩进"),
    SPACE_AFTER_EACH_CHARACTER("字间有空格"),
    LANDSCAPE("横向页面，页码“第 1 页 共 3 页”"),
    TURNED("页面旋转九十度，页码“1/3”"),
    TWO_COLUMNS("公报双栏"),
    DRAWN_TWICE("叠印两次充当粗体"),
    WATERMARKED("斜排和横排水印，页眉两行"),
    TITLES_ON_TWO_LINES("章号与章名分行，标题分两行"),
    GAPS_BETWEEN_PARAGRAPHS("段首不缩进，段间空行"),
    SMALL_PAGES("小页面，几乎每条都跨页"),
    TIGHT("单倍行距，小字");

    private static final String NOT_AT_START = "，。；：、）》”’！？,.;:!?)";
    private static final String NOT_AT_END = "（《“‘(";

    private final String title;

    PdfHabit(String title) {
        this.title = title;
    }

    @Override
    public String toString() {
        return title;
    }

    byte[] typeset(LawText law) {
        return new Setter(law).set();
    }

    /** One line to print. */
    private record Printed(String words, float indent, float size, boolean centred, boolean last, float before) {}

    private final class Setter {
        private final LawText law;
        private final HandmadePdf pdf;
        private final float size = PdfHabit.this == TIGHT ? 9 : 16;
        private final float pitch = PdfHabit.this == TIGHT ? 11 : PdfHabit.this == SMALL_PAGES ? 24 : 28;
        private final float pageWidth = PdfHabit.this == LANDSCAPE ? 842 : PdfHabit.this == SMALL_PAGES ? 300 : 595;
        private final float pageHeight = PdfHabit.this == LANDSCAPE ? 595 : PdfHabit.this == SMALL_PAGES ? 320 : 842;
        private final int columns = PdfHabit.this == TWO_COLUMNS ? 2 : 1;
        private final float gutter = 2.5f * size;
        private final int characters;
        private final float left;
        private final List<Printed> lines = new ArrayList<>();

        Setter(LawText law) {
            this.law = law;
            float text = pageWidth - 2 * (PdfHabit.this == SMALL_PAGES ? 30 : 75);
            this.characters = (int) ((text - (columns - 1) * gutter) / columns / size);
            this.left = (pageWidth - characters * size * columns - (columns - 1) * gutter) / 2;
            this.pdf = PdfHabit.this == TURNED
                    ? new HandmadePdf(pageHeight, pageWidth).pageEntries("/Rotate 90")
                    : new HandmadePdf(pageWidth, pageHeight);
        }

        byte[] set() {
            title();
            law.notes().forEach(note -> centred("（" + note + "）", size * 0.9f));
            law.blocks().forEach(this::block);
            print();
            return pdf.packed().bytes();
        }

        private void title() {
            int half = law.title().length() / 2;
            if (PdfHabit.this == TITLES_ON_TWO_LINES && half > 5) {
                centred(law.title().substring(0, half), size * 1.4f);
                centred(law.title().substring(half), size * 1.4f);
            } else {
                centred(law.title(), size * 1.3f);
            }
        }

        private void block(Block block) {
            if (block.isDivision()) {
                if (PdfHabit.this == TITLES_ON_TWO_LINES) {
                    centred(block.mark(), size);
                    centred(block.words(), size);
                } else {
                    centred(block.mark() + "\u3000" + block.words(), size);
                }
                return;
            }
            boolean item = block.kind() == Kind.ITEM || block.kind() == Kind.MORE_OF_ITEM;
            boolean flush = PdfHabit.this == NO_INDENT || PdfHabit.this == GAPS_BETWEEN_PARAGRAPHS;
            int first = flush ? 0 : 2;
            int further = 0;
            if (item && PdfHabit.this == HANGING_ITEMS) {
                further = 5;
            } else if (item && PdfHabit.this == BLOCK_ITEMS) {
                further = 2;
            }
            String words = LawText.unspaced(block.words());
            boolean apart = block.kind() == Kind.ARTICLE;
            broken(block.mark() + (apart ? "\u3000" : "") + words, first, further);
        }

        private void centred(String words, float ofSize) {
            int fits = (int) (characters * size / ofSize);
            for (int from = 0; from < words.length(); from += fits) {
                String part = words.substring(from, Math.min(words.length(), from + fits));
                lines.add(new Printed(part, 0, ofSize, true, true, 0));
            }
        }

        private void broken(String words, int first, int further) {
            int from = 0;
            boolean begun = false;
            while (from < words.length()) {
                int indent = begun ? further : first;
                int to = from;
                while (to < words.length() && width(words.substring(from, to + 1)) <= characters - indent) {
                    to++;
                }
                while (to < words.length() && to > from + 1 && mayNotBreakBefore(words, to)) {
                    to--;
                }
                float before = !begun && PdfHabit.this == GAPS_BETWEEN_PARAGRAPHS ? pitch : 0;
                lines.add(new Printed(
                        words.substring(from, to), indent * size, size, false, to == words.length(), before));
                from = to;
                begun = true;
            }
        }

        /** In sizes of the font; Latin characters are half as wide. */
        private static float width(String words) {
            long narrow = words.chars().filter(c -> c < 0x80).count();
            return words.length() - narrow / 2f;
        }

        private static boolean mayNotBreakBefore(String words, int at) {
            return NOT_AT_START.indexOf(words.charAt(at)) >= 0 || NOT_AT_END.indexOf(words.charAt(at - 1)) >= 0;
        }

        private void print() {
            float foot = 60;
            float top = pageHeight - (PdfHabit.this == SMALL_PAGES ? 40 : 90);
            float y = 0;
            int column = columns;
            for (Printed line : lines) {
                if (column == columns || y - line.before() < foot + pitch) {
                    column = y == 0 || column + 1 >= columns ? 0 : column + 1;
                    y = top;
                    if (column == 0) {
                        beginPage();
                    }
                } else {
                    y -= line.before();
                }
                print(line, left + column * (characters * size + gutter), y);
                y -= Math.max(pitch, line.size() * 1.25f);
            }
        }

        private void beginPage() {
            pdf.page();
            int page = pdf.pages();
            switch (PdfHabit.this) {
                case LANDSCAPE -> put(pageWidth / 2 - 40, 30, 10.5f, "第 " + page + " 页 共 9 页");
                case TURNED -> put(pageWidth / 2 - 10, 30, 10.5f, page + "/9");
                case TWO_COLUMNS, SMALL_PAGES -> put(pageWidth / 2 - 5, 25, 10.5f, String.valueOf(page));
                case WATERMARKED -> {
                    put(75, pageHeight - 40, 10.5f, "某某市人民代表大会常务委员会公报");
                    put(75, pageHeight - 56, 10.5f, "2026年第" + page + "号");
                    pdf.turned(45, 150, 250, 60, "内部资料注意保存");
                    put(60, 402.5f, 70, "征求意见稿");
                    put(pageWidth / 2 - 20, 30, 14, "—" + page + "—");
                }
                default -> put(pageWidth / 2 - 20, 30, 14, "- " + page + " -");
            }
        }

        private void print(Printed line, float columnLeft, float y) {
            float room = characters * size - line.indent();
            float width = width(line.words()) * line.size();
            float x = columnLeft + (line.centred() ? (room - width) / 2 : line.indent());
            boolean even =
                    PdfHabit.this != NO_INDENT && !line.last() && line.words().length() > 1;
            float distance = even ? (room - width) / (line.words().length() - 1) : 0;
            switch (PdfHabit.this) {
                case EACH_CHARACTER_PLACED -> {
                    for (String one : line.words().split("")) {
                        put(x, y, line.size(), one);
                        x += width(one) * line.size() + distance;
                    }
                }
                case SPACE_AFTER_EACH_CHARACTER -> {
                    float narrow = line.size() * 0.8f;
                    String spaced = String.join(" ", line.words().split(""));
                    pdf.spaced(x, y, narrow, -0.25f * narrow + 0.1f * narrow + distance / 2, spaced);
                }
                case TURNED -> put(x, y, line.size(), line.words());
                case DRAWN_TWICE -> {
                    pdf.spaced(x, y, line.size(), distance, line.words());
                    pdf.spaced(x + 0.4f, y, line.size(), distance, line.words());
                }
                default -> pdf.spaced(x, y, line.size(), distance, line.words());
            }
        }

        /** On a page that is turned to the right when shown, text is printed upward. */
        private void put(float x, float y, float ofSize, String words) {
            if (PdfHabit.this == TURNED) {
                pdf.turned(90, pageHeight - y, x, ofSize, words);
            } else {
                pdf.text(x, y, ofSize, words);
            }
        }
    }
}
