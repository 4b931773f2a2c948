package cn.zhengxun.directory;

import cn.zhengxun.directory.sheet.Finding;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * One row of the informants' file.
 *
 * @param line as the spreadsheet counts it
 * @param cells stripped texts; an empty cell is not there
 * @param unreadable what is wrong with cells that hold no plain value
 */
record SheetRow(int line, Map<SheetColumn, String> cells, List<Finding> unreadable) {
    SheetRow {
        cells = cells.isEmpty() ? new EnumMap<>(SheetColumn.class) : new EnumMap<>(cells);
        unreadable = List.copyOf(unreadable);
    }

    /** Null for an empty cell. */
    String cell(SheetColumn column) {
        return cells.get(column);
    }
}
