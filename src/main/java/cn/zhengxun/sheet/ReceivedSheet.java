package cn.zhengxun.sheet;

import cn.zhengxun.kernel.RuleViolation;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.function.ObjIntConsumer;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;

/** Reads the first sheet of a received xlsx. The file is a stranger's: nothing in it is believed or run. */
public final class ReceivedSheet {
    public static final int MOST_CELLS = 200_000;

    private ReceivedSheet() {}

    /**
     * @param reader gets each line's filled cells and its number as the spreadsheet counts it, from above
     * @throws RuleViolation where the file as a whole cannot be read, or the reader will not go on
     */
    public static void read(byte[] file, ObjIntConsumer<List<ReceivedCell>> reader) {
        SheetArchive.require(file);
        try (ReadableWorkbook book =
                        new ReadableWorkbook(new ByteArrayInputStream(file), new ReadingOptions(false, true));
                Stream<Row> lines = book.getFirstSheet().openStream()) {
            int cells = 0;
            Iterator<Row> each = lines.iterator();
            while (each.hasNext()) {
                Row line = each.next();
                List<ReceivedCell> filled = line.stream()
                        .filter(cell -> cell != null && cell.getType() != CellType.EMPTY)
                        .map(ReceivedCell::of)
                        .toList();
                cells += filled.size();
                if (cells > MOST_CELLS) {
                    throw new RuleViolation("文件超过 " + MOST_CELLS + " 个格子，请分成几个文件导入。");
                }
                reader.accept(filled, line.getRowNum());
            }
        } catch (RuleViolation refused) {
            throw refused;
        } catch (IOException | RuntimeException broken) {
            // the reader's own exceptions quote cells, so only their kind is kept
            throw new RuleViolation(
                    "这个文件打不开，可能已损坏；请用表格软件打开后另存为 xlsx 再上传。（" + broken.getClass().getSimpleName() + "）");
        }
    }
}
