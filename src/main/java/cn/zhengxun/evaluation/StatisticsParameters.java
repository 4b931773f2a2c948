package cn.zhengxun.evaluation;

import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.consultation.Level;
import cn.zhengxun.kernel.InvalidCommand;
import cn.zhengxun.kernel.NotFound;
import cn.zhengxun.suggestion.Channel;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.web.util.UriComponentsBuilder;

/** A {@link StatisticsFilter} as it stands in an address, word for word, so that a page shows again what was typed. */
public record StatisticsParameters(
        String from,
        String to,
        String level,
        String station,
        String consultation,
        String channel,
        String category,
        String month) {

    /** @throws InvalidCommand naming each parameter that cannot be read */
    StatisticsFilter filter() {
        List<InvalidCommand.Fault> faults = new ArrayList<>();
        LocalDate first = read("from", from, StatisticsParameters::day, "开始日期请写成 2026-11-03 的样子。", faults);
        LocalDate last = read("to", to, StatisticsParameters::day, "结束日期请写成 2026-11-03 的样子。", faults);
        if (first != null && last != null && first.isAfter(last)) {
            faults.add(new InvalidCommand.Fault("from", "开始日期不能晚于结束日期。"));
        }
        StatisticsFilter filter = new StatisticsFilter(
                first,
                last,
                read(
                        "level",
                        level,
                        Level::valueOf,
                        "层级只能是 NATIONAL（国家）、PROVINCIAL（省）、MUNICIPAL（市）或 DISTRICT（区）。",
                        faults),
                read("consultation", consultation, ConsultationNumber::new, "没有这个征询编号。", faults),
                read("station", station, Long::valueOf, "站点请填名录中的编号。", faults),
                read("channel", channel, Channel::valueOf, "没有这个渠道，请从列表中选择。", faults),
                blank(category) ? null : category.strip(),
                read("month", month, YearMonth::parse, "月份请写成 2026-11 的样子。", faults));
        if (!faults.isEmpty()) {
            throw new InvalidCommand(faults);
        }
        return filter;
    }

    /** The address of the list behind a figure; name and value narrow it to one line of a breakdown, both null for the total. */
    public String list(String count, String name, String value) {
        return address("/dashboard/list", count, name, value);
    }

    /** The same conditions at another address; count, name and value may be null. */
    public String address(String path, String count, String name, String value) {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("count", count);
        all.put("from", from);
        all.put("to", to);
        all.put("level", level);
        all.put("station", station);
        all.put("consultation", consultation);
        all.put("channel", channel);
        all.put("category", category);
        all.put("month", month);
        if (name != null) {
            all.put(name, value);
        }
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(path);
        List<Object> values = new ArrayList<>();
        all.forEach((parameter, text) -> {
            if (!blank(text)) {
                address.queryParam(parameter, "{" + parameter + "}");
                values.add(text);
            }
        });
        return address.encode().buildAndExpand(values.toArray()).toUriString();
    }

    private static <T> T read(
            String field, String text, Function<String, T> reader, String sentence, List<InvalidCommand.Fault> faults) {
        if (blank(text)) {
            return null;
        }
        try {
            return reader.apply(text.strip());
        } catch (DateTimeException | IllegalArgumentException | NotFound unreadable) {
            faults.add(new InvalidCommand.Fault(field, sentence));
            return null;
        }
    }

    /** Four digits of a year: what lies further off is no instant that a database can compare. */
    private static LocalDate day(String text) {
        LocalDate day = LocalDate.parse(text);
        if (day.getYear() < 1000 || day.getYear() > 9998) {
            throw new DateTimeException("not a year of four digits");
        }
        return day;
    }

    private static boolean blank(String text) {
        return text == null || text.isBlank();
    }
}
