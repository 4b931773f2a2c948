package cn.zhengxun.draft.file;

import cn.zhengxun.draft.clause.Line;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/** A page's lines in the order a browser shows them, and which of them are the draft. */
final class PageText {
    private static final Set<String> BLOCKS = Set.of(
            "p",
            "div",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "li",
            "ul",
            "ol",
            "dl",
            "dt",
            "dd",
            "table",
            "caption",
            "thead",
            "tbody",
            "tfoot",
            "tr",
            "td",
            "th",
            "section",
            "article",
            "main",
            "header",
            "blockquote",
            "center",
            "pre",
            "hr",
            "form",
            "fieldset",
            "legend",
            "address",
            "figure",
            "figcaption",
            "body",
            "details",
            "summary");

    /** Radicals, punctuation, characters: all that sits in a square. */
    private static final char FIRST_CHINESE = '\u2E80';

    /** Browsers themselves stop at some hundred. */
    private static final int DEEPEST = 1_000;

    /** What happens in the page: a line, or the edge of a table, a row, a cell. */
    enum Kind {
        LINE,
        TABLE,
        CELL_END,
        ROW_END,
        TABLE_END
    }

    /** @param place the innermost element that holds all of a line, or the table */
    record Event(Kind kind, String text, Element place) {}

    private final List<Event> events = new ArrayList<>();
    private final StringBuilder line = new StringBuilder();
    private final Deque<Element> blocks = new ArrayDeque<>();
    private Element place;
    private int preformatted;

    PageText(Element body) {
        body.traverse(new NodeVisitor() {
            @Override
            public void head(Node node, int depth) {
                TimeLimit.check();
                if (node instanceof TextNode text) {
                    say(text.getWholeText());
                } else if (node instanceof Element element) {
                    begin(element);
                }
            }

            @Override
            public void tail(Node node, int depth) {
                if (node instanceof Element element) {
                    end(element);
                }
            }
        });
        endLine();
    }

    private void begin(Element element) {
        String name = element.normalName();
        if (BLOCKS.contains(name)) {
            endLine();
            blocks.push(element);
            if (blocks.size() > DEEPEST) {
                throw WebPage.tooMuchMarkup();
            }
        } else if (name.equals("br")) {
            endLine();
        }
        if (name.equals("table")) {
            events.add(new Event(Kind.TABLE, "", element));
        }
        preformatted += name.equals("pre") ? 1 : 0;
    }

    private void end(Element element) {
        String name = element.normalName();
        if (BLOCKS.contains(name)) {
            endLine();
            blocks.pop();
        }
        switch (name) {
            case "td", "th" -> events.add(new Event(Kind.CELL_END, "", element));
            case "tr" -> events.add(new Event(Kind.ROW_END, "", element));
            case "table" -> events.add(new Event(Kind.TABLE_END, "", element));
            case "pre" -> preformatted--;
            default -> {
                // nothing ends with the others
            }
        }
    }

    private void say(String text) {
        if (preformatted > 0) {
            String[] lines = text.split("\r\n|[\r\n]", -1);
            for (int i = 0; i < lines.length; i++) {
                if (i > 0) {
                    endLine();
                }
                append(lines[i]);
            }
        } else {
            append(collapsed(text));
        }
    }

    private void append(String words) {
        if (!words.isBlank()) {
            place = place == null ? blocks.peek() : place;
        }
        line.append(words);
    }

    /** Breaks within the source are spaces, and none between Chinese characters; no-break spaces stay. */
    private static String collapsed(String text) {
        StringBuilder shown = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); ) {
            char c = text.charAt(i);
            if (!isSpace(c)) {
                shown.append(c);
                i++;
                continue;
            }
            boolean broken = false;
            int end = i;
            for (; end < text.length() && isSpace(text.charAt(end)); end++) {
                broken |= text.charAt(end) == '\n' || text.charAt(end) == '\r';
            }
            boolean chinese = i > 0
                    && end < text.length()
                    && text.charAt(i - 1) >= FIRST_CHINESE
                    && text.charAt(end) >= FIRST_CHINESE;
            boolean outside = broken && (i == 0 || end == text.length());
            if (!(broken && chinese) && !outside) {
                shown.append(' ');
            }
            i = end;
        }
        return shown.toString();
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f';
    }

    private void endLine() {
        if (!line.toString().isBlank()) {
            events.add(new Event(Kind.LINE, line.toString(), place));
        }
        line.setLength(0);
        place = null;
    }

    /** @param title of the page, for where the text shows none */
    List<Line> draft(String title) {
        TextFlow flow = new TextFlow();
        for (Event event : new DraftOfPage(events).events(title)) {
            switch (event.kind()) {
                case LINE -> flow.paragraph(event.text());
                case TABLE -> flow.beginTable();
                case CELL_END -> flow.endCell();
                case ROW_END -> flow.endRow();
                case TABLE_END -> flow.endTable();
            }
        }
        return flow.lines();
    }
}
