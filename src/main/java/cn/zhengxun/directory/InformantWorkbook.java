package cn.zhengxun.directory;

import cn.zhengxun.sheet.Template;
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
    private static final List<Map<InformantColumn, String>> EXAMPLES = List.of(
            Map.ofEntries(
                    Map.entry(InformantColumn.NAME, "示例甲"),
                    Map.entry(InformantColumn.PHONE, "13800000000"),
                    Map.entry(InformantColumn.EMAIL, "jia@example.com"),
                    Map.entry(InformantColumn.AGE_BAND, "45—59岁"),
                    Map.entry(InformantColumn.OCCUPATION, "早餐店主"),
                    Map.entry(InformantColumn.TAGS, "行业:餐饮、身份:个体户"),
                    Map.entry(InformantColumn.CHANNEL, "邮件"),
                    Map.entry(InformantColumn.JOINED, "2026-03-01"),
                    Map.entry(InformantColumn.TERM_ENDS, "2029-02-28"),
                    Map.entry(InformantColumn.REFUSES_PROFILING, "否"),
                    Map.entry(InformantColumn.ACTIVE, "是")),
            Map.of(
                    InformantColumn.NAME, "示例乙",
                    InformantColumn.AGE_BAND, "70岁以上",
                    InformantColumn.OCCUPATION, "退休教师",
                    InformantColumn.TAGS, "身份:老年人",
                    InformantColumn.CHANNEL, "纸质",
                    InformantColumn.JOINED, "2026-03-01",
                    InformantColumn.REFUSES_PROFILING, "否",
                    InformantColumn.ACTIVE, "是"));

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
        Template.headings(InformantColumn.TABLE, sheet, 0);
        return new InformantWorkbook(book, sheet);
    }

    /** An empty list and a second sheet that says what goes into each column. */
    static void template(OutputStream out) throws IOException {
        try (InformantWorkbook book = on(out)) {
            Template.help(InformantColumn.TABLE, book.book, "在“信息员”表里从第二行起每人一行，表头不要改动。已在名录里的人，空着的格子不改动原有资料。", EXAMPLES);
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
