package cn.zhengxun.suggestion.offline;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** A table of offline opinions as a clerk hands it in. */
final class OpinionFile {
    private final List<Map<OpinionColumn, String>> rows = new ArrayList<>();

    /** A sound row: somebody said this on a visit about the second article. Pairs of column and text change it; null empties. */
    OpinionFile row(String name, String original, Object... changes) {
        Map<OpinionColumn, String> row = new EnumMap<>(OpinionColumn.class);
        row.put(OpinionColumn.CHANNEL, "走访");
        row.put(OpinionColumn.SAID_ON, "2026-11-20");
        row.put(OpinionColumn.NAME, name);
        row.put(OpinionColumn.CLAUSE, "2");
        row.put(OpinionColumn.ORIGINAL, original);
        row.put(OpinionColumn.PROCESSING, "是");
        for (int i = 0; i < changes.length; i += 2) {
            row.put((OpinionColumn) changes[i], (String) changes[i + 1]);
        }
        rows.add(row);
        return this;
    }

    byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(bytes, "Test", "1.0")) {
            Worksheet sheet = book.newWorksheet("表");
            for (OpinionColumn column : OpinionColumn.values()) {
                sheet.value(0, column.ordinal(), column.heading());
                for (int i = 0; i < rows.size(); i++) {
                    String text = rows.get(i).get(column);
                    if (text != null) {
                        sheet.value(i + 1, column.ordinal(), text);
                    }
                }
            }
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
        return bytes.toByteArray();
    }
}
