package cn.zhengxun.suggestion.offline;

import cn.zhengxun.directory.sheet.Finding;
import cn.zhengxun.directory.sheet.ReceivedCell;
import cn.zhengxun.directory.sheet.ReceivedSheet;
import cn.zhengxun.directory.sheet.SheetArchive;
import cn.zhengxun.kernel.RuleViolation;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads a table of offline opinions: the first sheet of an xlsx file, or a csv file. */
final class OpinionSheet {
    /** Fewer known headings in a line make it a title above the table. */
    private static final int HEADINGS = 3;

    private static final int LONGEST_CELL = 1000;

    private final Map<Integer, OpinionColumn> columns = new HashMap<>();
    private final Map<Integer, String> beside = new HashMap<>();
    private final List<OpinionRow> rows = new ArrayList<>();

    private OpinionSheet() {}

    /** @throws RuleViolation where the file as a whole cannot be read */
    static List<OpinionRow> read(String fileName, byte[] file) {
        OpinionSheet sheet = new OpinionSheet();
        if (fileName.toLowerCase(Locale.ROOT).endsWith(".csv") && file.length > 0 && file[0] != 'P') {
            if (file.length > SheetArchive.MOST_BYTES) {
                throw new RuleViolation("文件超过 10 MB，请分成几个文件导入。");
            }
            CommaSeparated.read(file, sheet::take);
        } else {
            ReceivedSheet.read(file, sheet::take);
        }
        if (sheet.columns.isEmpty()) {
            throw new RuleViolation("第一张表里没有找到表头。请下载模板，按模板的表头填写。");
        }
        if (sheet.rows.isEmpty()) {
            throw new RuleViolation("表头下面没有意见，请从表头的下一行起每行填一条，再上传。");
        }
        return sheet.rows;
    }

    private void take(List<ReceivedCell> filled, int line) {
        if (columns.isEmpty()) {
            headings(filled);
        } else {
            row(line, filled);
        }
    }

    private void headings(List<ReceivedCell> filled) {
        Map<Integer, String> headings = filled.stream()
                .filter(cell -> cell.plain() != null)
                .collect(Collectors.toMap(ReceivedCell::column, ReceivedCell::plain));
        long known = headings.values().stream()
                .filter(heading -> OpinionColumn.headed(heading).isPresent())
                .count();
        if (known < HEADINGS) {
            return;
        }
        List<String> faults = new ArrayList<>();
        headings.forEach((index, heading) -> {
            OpinionColumn column = OpinionColumn.headed(heading).orElse(null);
            if (column == null) {
                beside.put(index, heading);
                if (!OpinionColumn.beside(heading)) {
                    faults.add("不认识“" + (heading.length() > 20 ? heading.substring(0, 20) + "……" : heading) + "”列");
                }
            } else if (columns.containsValue(column)) {
                faults.add("“" + heading + "”列出现两次");
            } else {
                columns.put(index, column);
            }
        });
        String missing = Stream.of(OpinionColumn.values())
                .filter(column -> column.required() && !columns.containsValue(column))
                .map(OpinionColumn::heading)
                .collect(Collectors.joining("、"));
        if (!missing.isEmpty()) {
            faults.add("缺少" + missing + "列");
        }
        if (!faults.isEmpty()) {
            throw new RuleViolation("表头不对："
                    + String.join("；", faults.subList(0, Math.min(20, faults.size())))
                    + "。请下载模板，按模板的表头填写。");
        }
    }

    private void row(int line, List<ReceivedCell> filled) {
        Map<OpinionColumn, String> texts = new EnumMap<>(OpinionColumn.class);
        List<Finding> unreadable = new ArrayList<>();
        for (ReceivedCell cell : filled) {
            OpinionColumn column = columns.get(cell.column());
            if (column == null) {
                if (!beside.containsKey(cell.column()) && (cell.plain() != null || cell.fault() != null)) {
                    unreadable.add(new Finding("第" + (cell.column() + 1) + "列", "", "这一列没有表头，请删去格子里的内容，或移到对应的列。"));
                }
                continue;
            }
            String fault = fault(cell, column);
            if (fault != null) {
                unreadable.add(Finding.in(column.heading(), cell.raw(), fault));
            }
            String text = text(cell, column);
            if (text != null) {
                texts.put(column, text);
            }
        }
        if (!texts.isEmpty() || !unreadable.isEmpty()) {
            rows.add(new OpinionRow(line, texts, unreadable));
        }
    }

    private static String fault(ReceivedCell cell, OpinionColumn column) {
        if (cell.fault() != null) {
            return cell.fault();
        }
        String text = cell.plain();
        return !OpinionColumn.WORDS.contains(column) && text != null && text.length() > LONGEST_CELL
                ? "内容超过 " + LONGEST_CELL + " 个字，请缩短。"
                : null;
    }

    /** What was said stays to the letter; null for an empty cell. A cell that is no value keeps what the file shows. */
    private static String text(ReceivedCell cell, OpinionColumn column) {
        if (cell.fault() != null) {
            return cell.raw();
        }
        if (column == OpinionColumn.SAID_ON && cell.number()) {
            return Objects.requireNonNullElse(cell.day(), cell.plain());
        }
        return OpinionColumn.WORDS.contains(column) && cell.plain() != null ? cell.text() : cell.plain();
    }
}
