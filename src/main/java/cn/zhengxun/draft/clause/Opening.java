package cn.zhengxun.draft.clause;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What stands before the first heading: perhaps a notice, the title, the note on its passing (题注), a table of
 * contents, a preamble (序言). Only title and preamble are taken; the rest stays in the file.
 */
final class Opening {
    private static final int LONGEST_TITLE = 100;

    private static final Pattern TITLE = Pattern.compile(
            "[^。；：:，]{1,60}(法|条例|规定|办法|规则|细则|决定|章程|制度|规程|准则)(修订草案|草案|征求意见稿|送审稿|讨论稿)?( ?[（(][^（()）]{1,40}[）)]){0,3}");
    private static final Pattern VERSION = Pattern.compile("[（(][^（()）0-9]{0,30}(稿|草案|审议|征求意见)[^（()）0-9]{0,20}[）)]");
    private static final Pattern NOTICE = Pattern.compile("关于.*");
    private static final Pattern CONTENTS = Pattern.compile("目 ?录");
    private static final Pattern SENTENCE = Pattern.compile(".*[。；]");
    private static final Pattern NOTE =
            Pattern.compile("[（(]?\\d{4}年\\d{1,2}月\\d{1,2}日.*(通过|修订|修正|公布|批准|施行|发布|根据).*|[（(].*[）)]");

    private final List<String> lines;
    private final int titleLine;
    private final boolean titled;

    Opening(List<Line> lines) {
        this.lines = lines.stream().map(Line::text).toList();
        int marked = indexOfMarked(lines);
        int printed = marked >= 0 ? marked : lastTitle();
        this.titled = printed >= 0;
        this.titleLine = Math.max(printed, 0);
    }

    private static int indexOfMarked(List<Line> lines) {
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).text();
            if (lines.get(i).depth() == 1
                    && !CONTENTS.matcher(line).matches()
                    && Heading.in(line).isEmpty()) {
                return i;
            }
        }
        return -1;
    }

    private int lastTitle() {
        for (int i = lines.size() - 1; i >= 0; i--) {
            String line = lines.get(i);
            if (TITLE.matcher(line).matches()
                    && !NOTICE.matcher(line).matches()
                    && Heading.in(line).isEmpty()) {
                return i;
            }
        }
        return -1;
    }

    /** @return the title with its version in brackets, else the first line; empty where nothing stands before the text */
    Optional<String> title() {
        if (lines.isEmpty()) {
            return Optional.empty();
        }
        StringBuilder title = new StringBuilder(lines.get(titleLine));
        for (int i = titleLine + 1;
                i < lines.size() && VERSION.matcher(lines.get(i)).matches();
                i++) {
            title.append(lines.get(i));
        }
        return Optional.of(cut(title.toString()));
    }

    /** @return the sentences between title and first heading that are no note on its passing */
    List<String> preamble() {
        List<String> sentences = new ArrayList<>();
        for (int i = titleLine + 1; titled && i < lines.size(); i++) {
            String line = lines.get(i);
            if (SENTENCE.matcher(line).matches() && !NOTE.matcher(line).matches()) {
                sentences.add(line);
            }
        }
        return sentences;
    }

    static String cut(String title) {
        return title.length() <= LONGEST_TITLE
                ? title
                : title.substring(0, title.offsetByCodePoints(0, title.codePointCount(0, LONGEST_TITLE - 1)));
    }
}
