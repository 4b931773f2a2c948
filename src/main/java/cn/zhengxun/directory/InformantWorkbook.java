package cn.zhengxun.directory;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * Writes informants with the columns that are read back. Each cell is a text cell of text format, so that no spreadsheet
 * runs what somebody wrote as a formula, nor shortens a telephone number.
 */
final class InformantWorkbook implements AutoCloseable {
    private static final List<List<String>> EXAMPLES = List.of(
            List.of(
                    "示例甲",
                    "13800000000",
                    "jia@example.com",
                    "",
                    "45—59岁",
                    "早餐店主",
                    "行业:餐饮、身份:个体户",
                    "邮件",
                    "2026-03-01",
                    "2029-02-28",
                    "否",
                    "是"),
            List.of("示例乙", "", "", "", "70岁以上", "退休教师", "身份:老年人", "纸质", "2026-03-01", "", "否", "是"));

    private final Workbook book;
    private final Worksheet sheet;
    private int line;

    private InformantWorkbook(Workbook book, Worksheet sheet) {
        this.book = book;
        this.sheet = sheet;
    }

    static InformantWorkbook on(OutputStream out) {
        Workbook book = new Workbook(out, "Zhengxun", "1.0");
        Worksheet sheet = book.newWorksheet("信息员");
        for (InformantColumn column : InformantColumn.values()) {
            sheet.style(column.ordinal()).format("@").set();
            sheet.width(column.ordinal(), column.width());
            sheet.inlineString(0, column.ordinal(), column.heading());
            sheet.style(0, column.ordinal()).bold().format("@").set();
        }
        sheet.freezePane(0, 1);
        return new InformantWorkbook(book, sheet);
    }

    /** An empty list and a second sheet that says what goes into each column. */
    static void template(OutputStream out) throws IOException {
        try (InformantWorkbook book = on(out)) {
            Worksheet help = book.book.newWorksheet("填写说明");
            int row = 0;
            help.width(0, 20);
            help.width(1, 90);
            help.inlineString(row++, 0, "在“信息员”表里从第二行起每人一行，表头不要改动。已在名录里的人，空着的格子不改动原有资料。");
            for (InformantColumn column : InformantColumn.values()) {
                help.inlineString(row, 0, column.heading());
                help.style(row, 0).bold().set();
                help.inlineString(row++, 1, column.explanation());
            }
            help.inlineString(++row, 0, "填写示例");
            help.style(row++, 0).bold().set();
            for (InformantColumn column : InformantColumn.values()) {
                help.inlineString(row, column.ordinal(), column.heading());
                for (int i = 0; i < EXAMPLES.size(); i++) {
                    help.inlineString(
                            row + 1 + i, column.ordinal(), EXAMPLES.get(i).get(column.ordinal()));
                }
            }
        }
    }

    /** @param tagFamilies the family of each tag's name */
    void add(List<Informant> informants, Map<StationId, String> stations, Map<String, String> tagFamilies)
            throws IOException {
        for (Informant informant : informants) {
            line++;
            for (InformantColumn column : InformantColumn.values()) {
                String value = value(column, informant, stations, tagFamilies);
                if (value != null && !value.isEmpty()) {
                    sheet.inlineString(line, column.ordinal(), value);
                    sheet.style(line, column.ordinal()).format("@").set();
                }
            }
        }
        sheet.flush();
    }

    /** What the column says about the person; null where nothing is known. */
    static String value(
            InformantColumn column,
            Informant person,
            Map<StationId, String> stations,
            Map<String, String> tagFamilies) {
        return switch (column) {
            case NAME -> person.name();
            case PHONE -> person.phone();
            case EMAIL -> person.email();
            case STATION -> person.station() == null ? null : stations.get(person.station());
            case AGE_BAND -> person.ageBand();
            case OCCUPATION -> person.occupation();
            case TAGS ->
                person.tags().stream()
                        .map(tag -> tagFamilies.get(tag) + ":" + tag)
                        .sorted()
                        .collect(Collectors.joining("、"));
            case CHANNEL -> person.channel().chinese();
            case JOINED -> person.joinedOn().toString();
            case TERM_ENDS ->
                person.termEndsOn() == null ? null : person.termEndsOn().toString();
            case REFUSES_PROFILING -> person.profilingRefused() ? "是" : "否";
            case ACTIVE -> person.active() ? "是" : "否";
        };
    }

    @Override
    public void close() throws IOException {
        book.close();
    }
}
