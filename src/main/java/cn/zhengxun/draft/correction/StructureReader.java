package cn.zhengxun.draft.correction;

import cn.zhengxun.draft.clause.Clause;
import cn.zhengxun.draft.clause.ClauseId;
import cn.zhengxun.draft.clause.ClauseKind;
import cn.zhengxun.draft.clause.ClauseTree;
import cn.zhengxun.draft.clause.Labels;
import cn.zhengxun.draft.clause.Line;
import cn.zhengxun.draft.clause.ParsedDraft;
import cn.zhengxun.draft.clause.PrintedNumber;
import cn.zhengxun.draft.clause.UnreadableDraft;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Reads what {@link StructureText} writes, also after a person changed it. */
final class StructureReader {
    private static final Pattern BREAK = Pattern.compile("\r\n|\n|\r");
    private static final Pattern FIELD = Pattern.compile("\\|");
    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,4}");
    private static final Pattern NUMERAL =
            Pattern.compile("(附?[0-9]{1,5}\\.)?[0-9]{1,4}(-[1-9][0-9]{0,3})?(~[0-9]{1,3})?");
    private static final int LONGEST_TITLE = 300;
    private static final int LONGEST_LABEL = 120;

    private final String[] lines;
    private final Part root = Part.root();
    private final List<Part> parts = new ArrayList<>();
    private final List<Part> open = new ArrayList<>(List.of(root));

    StructureReader(String text) {
        lines = BREAK.split(text, -1);
    }

    ParsedDraft read() {
        String title = null;
        for (int i = 1; i < lines.length; i++) {
            if (lines[i].isBlank()) {
                continue;
            }
            if (title == null) {
                title = title(i);
            } else {
                clause(i);
            }
        }
        if (title == null || parts.isEmpty()) {
            throw new UnreadableDraft("这份条款结构文件里没有标题或者没有条款，请重新导出一份再修改。");
        }
        ClauseTree tree = tree();
        if (tree.units().isEmpty()) {
            throw new UnreadableDraft("这份条款结构文件里没有“条”，也没有编号的内容，请检查是否选错文件。");
        }
        return new ParsedDraft(title, tree);
    }

    private String title(int line) {
        String[] fields = FIELD.split(lines[line], 2);
        String title = fields.length < 2 ? "" : words(fields[1], line);
        if (!fields[0].strip().equals(StructureText.TITLE) || title.isBlank() || title.length() > LONGEST_TITLE) {
            throw wrong(line, "应当是“标题 | 草案的标题”，标题不超过" + LONGEST_TITLE + "个字");
        }
        return title;
    }

    private void clause(int line) {
        String[] fields = FIELD.split(lines[line], 4);
        if (fields.length < 4) {
            throw wrong(line, "应当是“种类 | 编号 | 称谓 | 文字”");
        }
        ClauseKind kind = StructureText.kind(fields[0].strip());
        if (kind == null) {
            throw wrong(line, "没有“" + fields[0].strip() + "”这个种类");
        }
        if (parts.size() == Line.MOST) {
            throw wrong(line, "条款超过" + Line.MOST + "个");
        }
        Part above = above(line);
        String number = words(fields[1], line).strip();
        if (!(PrintedNumber.carriedBy(kind) ? NUMERAL : NUMBER).matcher(number).matches()) {
            throw wrong(line, "编号“" + number + "”应当是数字，如7、7-1");
        }
        Part part = new Part(
                new ClauseId(parts.size() + 1L), kind, number, words(field(fields[2]), line), words(fields[3], line));
        if (kind == ClauseKind.ARTICLE && !part.text.isEmpty()) {
            throw wrong(line, "条的文字应当写在它下面的款里");
        }
        if (!Nesting.mayHold(above.kind, kind)) {
            throw wrong(
                    line,
                    "“" + kind.chinese() + "”不能放在" + (above == root ? "最外层" : "“" + above.kind.chinese() + "”下面"));
        }
        part.attachTo(above);
        open.add(part);
        parts.add(part);
    }

    /** The nearest clause before it that is indented by one level less. */
    private Part above(int line) {
        String text = lines[line];
        int spaces = 0;
        while (text.charAt(spaces) == ' ') {
            spaces++;
        }
        int depth = spaces / StructureText.INDENT.length();
        if (spaces % StructureText.INDENT.length() != 0 || depth >= open.size()) {
            throw wrong(line, "缩进不对，每低一级多空两格");
        }
        open.subList(depth + 1, open.size()).clear();
        return open.get(depth);
    }

    private ClauseTree tree() {
        List<Clause> clauses = new ArrayList<>();
        for (Part part : parts) {
            boolean whole = part.name.startsWith(String.valueOf(StructureText.WHOLE_LABEL));
            part.label = whole ? part.name.substring(1) : Labels.of(part, part.parent().label);
            if (part.label.isEmpty() && part.kind != ClauseKind.PARAGRAPH || part.label.length() > LONGEST_LABEL) {
                throw new UnreadableDraft(
                        "条款结构文件里“" + part.kind.chinese() + " " + part.number + "”的称谓是空的或者太长，请改正后再导入。");
            }
            clauses.add(new Clause(
                    part.id,
                    part.parent() == root ? null : part.parent().id,
                    clauses.size(),
                    part.kind,
                    part.number,
                    part.label,
                    part.text));
        }
        return new ClauseTree(clauses);
    }

    /** Without the space that sets it off from the next. */
    private static String field(String field) {
        return field.endsWith(" ") ? field.substring(0, field.length() - 1) : field;
    }

    /** Without the space that sets it off from the one before, and without escapes. */
    private String words(String field, int line) {
        StringBuilder words = new StringBuilder(field.length());
        int from = field.startsWith(" ") ? 1 : 0;
        for (int i = from; i < field.length(); i++) {
            char c = field.charAt(i);
            if (c != '\\') {
                words.append(c);
                continue;
            }
            char escaped = i + 1 < field.length() ? field.charAt(++i) : ' ';
            switch (escaped) {
                case 'n' -> words.append('\n');
                case '\\' -> words.append('\\');
                case 'u' -> {
                    words.append(unit(field, i + 1, line));
                    i += 4;
                }
                default -> throw wrong(line, "“\\”后面只能是n、u或\\");
            }
        }
        return words.toString();
    }

    private char unit(String field, int at, int line) {
        try {
            char unit = (char) Integer.parseInt(field.substring(at, at + 4), 16);
            if (unit == 0 || Character.isSurrogate(unit)) {
                throw wrong(line, "这个字符无法保存");
            }
            return unit;
        } catch (IndexOutOfBoundsException | NumberFormatException noNumber) {
            throw wrong(line, "“\\u”后面应当是四位十六进制数");
        }
    }

    private static UnreadableDraft wrong(int line, String what) {
        return new UnreadableDraft("这份条款结构文件的第" + (line + 1) + "行不对：" + what + "。请改正后再导入，或者重新导出一份。");
    }
}
