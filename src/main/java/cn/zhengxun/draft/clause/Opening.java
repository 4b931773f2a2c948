package cn.zhengxun.draft.clause;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What stands before the first heading: perhaps a notice, an explanation, the title, the note on its passing (题注), a
 * table of contents, a preamble (序言). Notice and contents are left in the file.
 */
final class Opening {
    private static final int LONGEST_TITLE = 100;
    private static final int SHORT = 8;

    private static final Pattern TITLE = Pattern.compile(
            "[^。；：:，]{1,80}(法|典|条例|规定|办法|规则|细则|决定|决议|章程|制度|规程|准则|解释|批复|答复|意见|修正案|守则|通则|标准|方案|纲要|公约)(修订草案|修正案草案|修正草案|草案|征求意见稿|送审稿|讨论稿)?( ?[（(][^（()）]{1,40}[）)]){0,3}");
    private static final Pattern VERSION = Pattern.compile("[（(][^（()）0-9]{0,30}(稿|草案|审议|征求意见)[^（()）0-9]{0,20}[）)]");
    private static final Pattern NOTICE = Pattern.compile(".*(公告|通告|启事|公开征求|征求意见的?(通知|函)).*|(关于)?(公布|印发|发布|废止)?[《〈].*");
    private static final Pattern ABOUT = Pattern.compile("(最高人民|全国人民|国务院|.{2,20}(委员会|人民政府))?.{0,30}关于.*");
    private static final Pattern ISSUER = Pattern.compile("[^。；：，]{2,40}(法院|检察院|大会|委员会|国务院|政府|部|局|署|厅)");
    private static final Pattern SENTENCE = Pattern.compile(".*[。；;：:]");
    private static final Pattern DATED = Pattern.compile(
            "[（(]?(公元)?[\\d０-９]{4} ?年 ?[\\d０-９]{1,2} ?月.*|.{0,60}[\\d０-９]{4}年[\\d０-９]{1,2}月[\\d０-９]{1,2}日.{0,40}(通过|公布|发布|批准|施行|实行|修订|修正)[^。]*");
    private static final Pattern PASSED =
            Pattern.compile("[（(]?[\\d０-９]{4} ?年[^。]{4,200}(通过|修正|修订|公布|批准|发布)[^。]{0,80}");
    private static final Pattern BRACKETED = Pattern.compile("[（(【\\[〔].*");
    private static final Pattern FILE_NUMBER = Pattern.compile(".{0,40}(第? ?[\\d０-９一二三四五六七八九十百]+ ?号)[）)]?");
    private static final Pattern PREAMBLE_WORD = Pattern.compile("(序|前|引) ?言");

    private final List<Line> lines;
    private final int titleLine;
    private final boolean titled;
    private final List<String> notes = new ArrayList<>();
    private final List<String> preamble = new ArrayList<>();

    /** @param untitled whether the text may have a title of no known kind, so that its first line is taken */
    Opening(List<Line> lines, boolean untitled) {
        this.lines = lines;
        int printed = printedTitle();
        this.titled = printed >= 0 || untitled;
        this.titleLine = Math.max(printed, 0);
        sort();
    }

    private int printedTitle() {
        int marked = -1;
        for (int i = 0; i < lines.size() && marked < 0; i++) {
            String text = text(i);
            if (lines.get(i).depth() == 1
                    && !Contents.isWord(text)
                    && Heading.in(text).isEmpty()
                    && !Backmatter.opensExplanation(text)) {
                marked = i;
            }
        }
        if (marked >= 0 && !NOTICE.matcher(text(marked)).matches()) {
            return marked;
        }
        int about = -1;
        for (int i = lines.size() - 1; i >= 0; i--) {
            if (isTitle(lines.get(i))) {
                if (!ABOUT.matcher(text(i)).matches()) {
                    return printedWhole(i);
                }
                about = about < 0 ? i : about;
            }
        }
        return Math.max(about, marked);
    }

    /** A title that is printed once in one line and again over two is taken where it stands whole. */
    private int printedWhole(int title) {
        for (int i = 0; i < title; i++) {
            if (isTitle(lines.get(i)) && unspaced(text(i)).endsWith(unspaced(text(title)))) {
                return i;
            }
        }
        return title;
    }

    private static String unspaced(String words) {
        return words.replace(" ", "");
    }

    private static boolean isTitle(Line line) {
        String text = line.text();
        return !line.row()
                && text.length() <= LONGEST_TITLE
                && TITLE.matcher(text).matches()
                && !NOTICE.matcher(text).matches()
                && Heading.in(text).isEmpty()
                && Mark.in(text).isEmpty();
    }

    /** @return the first line from {@code from} on that reads as a text's title, -1 where none does */
    static int titleAfter(List<Line> lines, int from) {
        for (int i = from; i < lines.size(); i++) {
            if (isTitle(lines.get(i))) {
                return i;
            }
        }
        return -1;
    }

    private String text(int line) {
        return lines.get(line).text();
    }

    /** @return the title with its version in brackets, else the first line; empty where nothing stands before the text */
    Optional<String> title() {
        if (lines.isEmpty()) {
            return Optional.empty();
        }
        StringBuilder title = new StringBuilder(text(titleLine));
        if (titleLine > 0
                && text(titleLine).startsWith("关于")
                && ISSUER.matcher(text(titleLine - 1)).matches()) {
            title.insert(0, text(titleLine - 1));
        }
        for (int i = titleLine + 1; i < lines.size() && VERSION.matcher(text(i)).matches(); i++) {
            title.append(text(i));
        }
        return Optional.of(cut(title.toString()));
    }

    /** @return when and by whom the text was passed, and its number: the lines around its title */
    List<String> notes() {
        return notes;
    }

    /** @return the sentences between title and first heading that are no note on its passing */
    List<String> preamble() {
        return preamble;
    }

    /** @return an explanation, or the decision that amends the text, printed before its title; empty where none is */
    List<String> explanation() {
        int opens = explanationLine();
        int end = titleLine;
        while (end > opens
                && Backmatter.opensAnnex(text(end - 1))
                && text(end - 1).length() <= SHORT) {
            end--;
        }
        return end - opens > 1
                ? lines.subList(opens, end).stream().map(Line::text).toList()
                : List.of();
    }

    /** What {@link #explanation()} is: 说明 or 修改决定. */
    String explanationName() {
        int opens = explanationLine();
        return opens < titleLine && Instruction.amends(text(opens)) ? "修改决定" : "说明";
    }

    private int explanationLine() {
        int opens = 0;
        while (opens < titleLine && !Backmatter.opensExplanation(text(opens)) && !Instruction.amends(text(opens))) {
            opens++;
        }
        return opens;
    }

    private void sort() {
        if (!titled) {
            return;
        }
        for (int i = titleLine - 1; i >= 0 && PASSED.matcher(text(i)).matches(); i--) {
            notes.add(0, text(i));
        }
        String title = title().orElse("");
        boolean bracketOpen = false;
        boolean contents = false;
        for (int i = titleLine + 1; i < lines.size(); i++) {
            String line = text(i);
            boolean sentence = SENTENCE.matcher(line).matches();
            contents |= Contents.isWord(line);
            if (bracketOpen || isNote(line)) {
                notes.add(line);
                bracketOpen =
                        (bracketOpen || BRACKETED.matcher(line).matches()) && opensMoreThanCloses(line, bracketOpen);
            } else if (sentence && !lines.get(i).row()) {
                preamble.add(line);
            } else if (!contents && !isIncidental(i, title)) {
                (preamble.isEmpty() ? notes : preamble).add(line);
            }
        }
    }

    private static boolean opensMoreThanCloses(String line, boolean open) {
        int depth = open ? 1 : 0;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            depth += c == '（' || c == '(' ? 1 : c == '）' || c == ')' ? -1 : 0;
        }
        return depth > 0;
    }

    private static boolean isNote(String line) {
        return line.length() <= 300
                && Mark.in(line).isEmpty()
                && (DATED.matcher(line).matches()
                                && (!line.endsWith("。")
                                        || line.indexOf('。') == line.length() - 1 && !line.contains("，"))
                        || BRACKETED.matcher(line).matches()
                                && !VERSION.matcher(line).matches()
                        || line.length() <= 60 && FILE_NUMBER.matcher(line).matches());
    }

    /** Neither note nor preamble: contents, the title over two lines, its version, a table. */
    private boolean isIncidental(int line, String title) {
        String text = text(line);
        return lines.get(line).row()
                || unspaced(title).contains(unspaced(text))
                || VERSION.matcher(text).matches()
                || PREAMBLE_WORD.matcher(text).matches()
                || Contents.isEntry(text)
                || Heading.in(text).isPresent()
                || Mark.in(text).isPresent()
                || Heading.named(ClauseKind.CHAPTER, text).isPresent()
                || Backmatter.opensAnnex(text);
    }

    static String cut(String title) {
        return title.length() <= LONGEST_TITLE
                ? title
                : title.substring(0, title.offsetByCodePoints(0, title.codePointCount(0, LONGEST_TITLE - 1)));
    }
}
