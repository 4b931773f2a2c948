package cn.zhengxun.sheet;

import java.util.List;

/**
 * A row that waits, and what it came to when it was shown.
 *
 * @param informant whom of the directory it changes or is of; may be null
 * @param piece rows of one number are written together; null where nothing is written
 * @param label what in the draft it is about; may be null
 * @param note what to know before confirming; may be null
 * @param findings the faults of a faulty row, the changes (before → after) of a changed one
 */
public record WaitingRow<C extends Enum<C> & Column>(
        SheetRow<C> row,
        Verdict verdict,
        Long informant,
        Integer piece,
        String label,
        String note,
        List<Finding> findings) {

    public int line() {
        return row.line();
    }

    /** The first of what stands in the column of this name, in one line; null for an empty cell. */
    public String glance(String column) {
        return row.cells().entrySet().stream()
                .filter(cell -> cell.getKey().name().equals(column))
                .map(cell -> Finding.in("", cell.getValue(), "").value().replace('\n', ' '))
                .findFirst()
                .orElse(null);
    }
}
