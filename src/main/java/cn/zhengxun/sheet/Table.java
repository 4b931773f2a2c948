package cn.zhengxun.sheet;

import cn.zhengxun.kernel.RuleViolation;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A table that people fill in and hand in as a file.
 *
 * @param purpose what its files are read for, in at most 20 characters
 * @param fewestHeadings a line with fewer of its headings is a title above the table; 0: there is no title
 * @param beside headings of columns that are read over
 * @param empty says that there are no rows, and what to do
 */
public record Table<C extends Enum<C> & Column>(
        String purpose, Class<C> columns, int fewestHeadings, Set<String> beside, String empty) {

    List<C> all() {
        return List.of(columns.getEnumConstants());
    }

    Optional<C> headed(String heading) {
        String plain = Column.plain(heading);
        return Stream.of(columns.getEnumConstants())
                .filter(column -> column.heading().equals(plain))
                .findFirst();
    }

    /**
     * Reads the first sheet of an xlsx file.
     *
     * @return at least one row
     * @throws RuleViolation where the file as a whole cannot be read
     */
    public List<SheetRow<C>> read(byte[] file) {
        TableReading<C> reading = new TableReading<>(this);
        ReceivedSheet.read(file, reading::take);
        return reading.rows();
    }

    /** The same, but a file whose name ends in csv may also be one. */
    public List<SheetRow<C>> read(String fileName, byte[] file) {
        if (!fileName.toLowerCase(Locale.ROOT).endsWith(".csv") || file.length == 0 || file[0] == 'P') {
            return read(file);
        }
        if (file.length > SheetArchive.MOST_BYTES) {
            throw new RuleViolation("文件超过 10 MB，请分成几个文件导入。");
        }
        TableReading<C> reading = new TableReading<>(this);
        CommaSeparated.read(file, reading::take);
        return reading.rows();
    }
}
