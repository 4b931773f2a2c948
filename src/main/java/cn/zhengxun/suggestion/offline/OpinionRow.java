package cn.zhengxun.suggestion.offline;

import cn.zhengxun.directory.sheet.Finding;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * One row of the table of offline opinions.
 *
 * @param line as the spreadsheet counts it
 * @param cells texts; those of {@link OpinionColumn#WORDS} to the letter, the others stripped; an empty cell is not there
 * @param unreadable what is wrong with cells that hold no plain value
 */
record OpinionRow(int line, Map<OpinionColumn, String> cells, List<Finding> unreadable) {
    OpinionRow {
        cells = cells.isEmpty() ? new EnumMap<>(OpinionColumn.class) : new EnumMap<>(cells);
        unreadable = List.copyOf(unreadable);
    }

    /** Null for an empty cell. */
    String cell(OpinionColumn column) {
        return cells.get(column);
    }
}
