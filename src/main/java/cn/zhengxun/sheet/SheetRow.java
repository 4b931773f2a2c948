package cn.zhengxun.sheet;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * One row of a table.
 *
 * @param line as the spreadsheet counts it
 * @param cells texts, stripped but for {@link Column#words}; an empty cell is not there, one that holds no plain value is
 *     there as the file has it
 * @param unreadable what is wrong with cells that hold no plain value
 */
public record SheetRow<C extends Enum<C> & Column>(int line, Map<C, String> cells, List<Finding> unreadable) {
    public SheetRow {
        cells = cells.isEmpty() ? Map.of() : Collections.unmodifiableMap(new EnumMap<>(cells));
        unreadable = List.copyOf(unreadable);
    }

    /** Null for an empty cell. */
    public String cell(C column) {
        return cells.get(column);
    }
}
