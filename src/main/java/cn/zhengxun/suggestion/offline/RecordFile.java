package cn.zhengxun.suggestion.offline;

import cn.zhengxun.draft.file.WrittenRecord;
import cn.zhengxun.draft.file.WrittenRecord.Piece;
import cn.zhengxun.kernel.RuleViolation;
import cn.zhengxun.sheet.ReceivedCell;
import cn.zhengxun.sheet.ReceivedSheet;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The record of a meeting as a file: a Word document, or the first sheet of a table. */
final class RecordFile {
    private static final int MOST_COLUMNS = 100;

    private RecordFile() {}

    /** Whether it is a table, whatever its name says: names of a zip's parts stand in it as they are. */
    static boolean isSheet(byte[] content) {
        return content.length > 1
                && content[0] == 'P'
                && new String(content, StandardCharsets.ISO_8859_1).contains("xl/workbook.xml");
    }

    /** @return at least one piece; @throws RuleViolation where the file cannot be read */
    static List<Piece> read(byte[] content) {
        List<Piece> pieces = isSheet(content) ? ofSheet(content) : WrittenRecord.of(content);
        if (pieces.isEmpty()) {
            throw new RuleViolation("这份文件里没有文字。如果是扫描件或照片，请在“新建座谈会”里照着录入，再把它作为附件添加。");
        }
        return pieces;
    }

    private static List<Piece> ofSheet(byte[] content) {
        List<Piece> pieces = new ArrayList<>();
        ReceivedSheet.read(content, (filled, line) -> {
            List<String> cells = new ArrayList<>();
            String label = "";
            for (ReceivedCell cell : filled) {
                if (cell.column() >= MOST_COLUMNS) {
                    throw new RuleViolation("第" + line + "行在很靠右的列里有内容，请移到前面的列再上传。");
                }
                while (cells.size() < cell.column()) {
                    cells.add("");
                }
                cells.add(text(cell, label));
                label = cells.get(cell.column());
            }
            if (cells.stream().anyMatch(text -> !text.isBlank())) {
                pieces.add(new Piece("", 1, cells));
            }
        });
        return pieces;
    }

    /** A day beside 时间 is kept as a number of days. */
    private static String text(ReceivedCell cell, String label) {
        boolean day = cell.day() != null
                && MinutesHead.Entry.called(label)
                        .filter(entry -> entry == MinutesHead.Entry.TIME)
                        .isPresent();
        return day ? cell.day() : Objects.requireNonNullElse(cell.fault() == null ? cell.text() : cell.raw(), "");
    }
}
