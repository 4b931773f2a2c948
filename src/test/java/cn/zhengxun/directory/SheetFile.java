package cn.zhengxun.directory;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** A file of informants as a clerk hands it in. */
final class SheetFile {
    private final List<List<String>> rows = new ArrayList<>();
    private BiConsumer<Worksheet, Integer> extra = (sheet, line) -> {};

    static SheetFile headed() {
        return headed(Stream.of(InformantColumn.values())
                .map(InformantColumn::heading)
                .toArray(String[]::new));
    }

    static SheetFile headed(String... headings) {
        return new SheetFile().row(headings);
    }

    /** Cells from the left; null for an empty one. */
    SheetFile row(String... cells) {
        rows.add(java.util.Arrays.asList(cells));
        return this;
    }

    /** Writes what is no text into the line (from 0) below the rows. */
    SheetFile below(BiConsumer<Worksheet, Integer> extra) {
        this.extra = extra;
        return this;
    }

    byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(bytes, "Test", "1.0")) {
            Worksheet sheet = book.newWorksheet("表");
            for (int line = 0; line < rows.size(); line++) {
                List<String> cells = rows.get(line);
                for (int column = 0; column < cells.size(); column++) {
                    if (cells.get(column) != null) {
                        sheet.value(line, column, cells.get(column));
                    }
                }
            }
            extra.accept(sheet, rows.size());
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
        return bytes.toByteArray();
    }
}
