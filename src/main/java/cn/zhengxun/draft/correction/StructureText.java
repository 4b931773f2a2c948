package cn.zhengxun.draft.correction;

import cn.zhengxun.draft.clause.Clause;
import cn.zhengxun.draft.clause.ClauseId;
import cn.zhengxun.draft.clause.ClauseKind;
import cn.zhengxun.draft.clause.ClauseTree;
import cn.zhengxun.draft.clause.Labels;
import cn.zhengxun.draft.clause.ParsedDraft;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A clause tree as lines that people can read and change in any editor, and that give back exactly the same tree:
 * {@code kind | number | what it adds to its citation | text}, indented by two spaces for each level. A line feed within
 * the text is written \n, a backslash \\. Where the citation does not follow from its parts it stands in full behind =.
 */
public final class StructureText {
    public static final String FIRST_LINE = "征询条款结构 1";

    static final String SEPARATOR = " | ";
    static final String TITLE = "标题";
    static final String INDENT = "  ";
    static final char WHOLE_LABEL = '=';

    /** The encodings in which an editor may have saved it. */
    private static final List<Charset> CHARSETS =
            List.of(StandardCharsets.UTF_8, Charset.forName("GB18030"), StandardCharsets.UTF_16);

    private static final int LONGEST_START = 64;

    private StructureText() {}

    public static String of(String title, ClauseTree tree) {
        StringBuilder lines = new StringBuilder(FIRST_LINE).append('\n');
        lines.append(line(TITLE, escaped(title)));
        Map<ClauseId, Part> parts = new HashMap<>();
        Map<ClauseId, Integer> depths = new HashMap<>();
        for (Part part : new Parts(Proof.of(tree), Collections.emptyIterator()).inOrder()) {
            parts.put(part.id, part);
        }
        for (Clause clause : tree.clauses()) {
            Part part = parts.get(clause.id());
            int depth = clause.parent() == null ? 0 : depths.get(clause.parent()) + 1;
            depths.put(clause.id(), depth);
            boolean follows = Labels.of(part, part.parent().label).equals(clause.label())
                    && !part.name.startsWith(String.valueOf(WHOLE_LABEL));
            String name = follows ? part.name : WHOLE_LABEL + clause.label();
            lines.append(INDENT.repeat(depth))
                    .append(line(
                            clause.kind().chinese(),
                            escapedField(clause.number()),
                            escapedField(name),
                            escaped(clause.text())));
        }
        return lines.toString();
    }

    /** @return the text of a file that begins as such a file does; empty for every other file */
    public static Optional<String> in(byte[] content) {
        for (Charset charset : CHARSETS) {
            String text = new String(content, 0, Math.min(content.length, LONGEST_START), charset);
            if (withoutMark(text).startsWith(FIRST_LINE)) {
                return Optional.of(withoutMark(new String(content, charset)));
            }
        }
        return Optional.empty();
    }

    private static String withoutMark(String text) {
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    /** @throws cn.zhengxun.draft.clause.UnreadableDraft naming the first line that is wrong */
    public static ParsedDraft read(String text) {
        return new StructureReader(text).read();
    }

    private static String line(String... fields) {
        String line = String.join(SEPARATOR, fields);
        return (fields[fields.length - 1].isEmpty() ? line.substring(0, line.length() - 1) : line) + "\n";
    }

    /** The text stands last, so that a bar in it needs no escape. */
    private static String escapedField(String words) {
        return escaped(words).replace("|", "\\u007c");
    }

    private static String escaped(String words) {
        StringBuilder plain = new StringBuilder(words.length());
        for (int i = 0; i < words.length(); i++) {
            char c = words.charAt(i);
            boolean pair = Character.isSurrogate(c) && isPairAt(words, i);
            switch (c) {
                case '\\' -> plain.append("\\\\");
                case '\n' -> plain.append("\\n");
                default -> {
                    if (pair || !isHidden(c)) {
                        plain.append(c);
                    } else {
                        plain.append(String.format("\\u%04x", (int) c));
                    }
                }
            }
        }
        return plain.toString();
    }

    private static boolean isPairAt(String words, int at) {
        return Character.isHighSurrogate(words.charAt(at))
                ? at + 1 < words.length() && Character.isLowSurrogate(words.charAt(at + 1))
                : at > 0 && Character.isHighSurrogate(words.charAt(at - 1));
    }

    /** What an editor may drop, change or take for the end of the line. */
    private static boolean isHidden(char c) {
        int type = Character.getType(c);
        return type == Character.CONTROL
                || type == Character.FORMAT
                || type == Character.SURROGATE
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR;
    }

    static ClauseKind kind(String chinese) {
        for (ClauseKind kind : ClauseKind.values()) {
            if (kind.chinese().equals(chinese)) {
                return kind;
            }
        }
        return null;
    }
}
