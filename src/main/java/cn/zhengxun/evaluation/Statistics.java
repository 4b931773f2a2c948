package cn.zhengxun.evaluation;

import cn.zhengxun.consultation.Level;
import cn.zhengxun.consultation.Status;
import cn.zhengxun.evaluation.StatisticsRows.Fact;
import cn.zhengxun.evaluation.Summary.Line;
import cn.zhengxun.suggestion.Channel;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The numbers managers report, from the domain's tables. One query reads everything, so that the breakdowns of one
 * answer always add up to its total.
 */
@Service
@Transactional(readOnly = true)
public class Statistics {
    private final StatisticsRows rows;

    Statistics(StatisticsRows rows) {
        this.rows = rows;
    }

    public Summary summary(StatisticsFilter filter) {
        List<Fact> facts = rows.facts(filter);
        long drafts = facts.stream()
                .filter(fact -> fact.status() != Status.DECLINED)
                .map(Fact::consultation)
                .distinct()
                .count();
        List<Fact> counted =
                facts.stream().filter(fact -> fact.figures().collected() > 0).toList();
        return new Summary(
                drafts,
                sum(facts),
                byLevel(facts),
                lines(facts, Fact::consultation, Fact::title),
                byName(lines(
                        counted,
                        fact -> Long.toString(Objects.requireNonNullElse(fact.station(), StatisticsFilter.NO_STATION)),
                        fact -> Objects.requireNonNullElse(fact.stationName(), "未经站点"))),
                byChannel(counted),
                byName(lines(counted, Statistics::category, fact -> label(category(fact)))),
                byKey(lines(
                        counted,
                        fact -> fact.month().toString(),
                        fact -> fact.month().toString())));
    }

    /** The rows behind a figure of {@link #summary}: over all pages exactly as many as the figure says. */
    public List<CountedSuggestion> list(StatisticsFilter filter, Count count, int offset, int limit) {
        return rows.list(filter, count, offset, limit);
    }

    /** The same, row by row. */
    public void each(StatisticsFilter filter, Count count, Consumer<CountedSuggestion> reader) {
        rows.each(filter, count, reader);
    }

    /** @return how long the list behind a figure is */
    public long length(StatisticsFilter filter, Count count) {
        Figures total = sum(rows.facts(filter));
        return switch (count) {
            case COLLECTED -> total.collected();
            case SUBMITTED -> total.submitted();
            case ADOPTED -> total.adopted();
        };
    }

    private static List<Line> byLevel(List<Fact> facts) {
        Map<String, Line> lines = byKeys(
                lines(facts, fact -> fact.level().name(), fact -> fact.level().chinese()));
        return Arrays.stream(Level.values())
                .map(level -> lines.get(level.name()))
                .filter(Objects::nonNull)
                .toList();
    }

    private static List<Line> byChannel(List<Fact> facts) {
        Map<String, Line> lines = byKeys(lines(
                facts, fact -> fact.channel().name(), fact -> fact.channel().chinese()));
        return Arrays.stream(Channel.values())
                .map(channel -> lines.get(channel.name()))
                .filter(Objects::nonNull)
                .toList();
    }

    private static String category(Fact fact) {
        return fact.category() == null || fact.category().isBlank() ? StatisticsFilter.NO_CATEGORY : fact.category();
    }

    private static String label(String category) {
        return category.equals(StatisticsFilter.NO_CATEGORY) ? "未填写" : category;
    }

    /** In the order of the facts. */
    private static List<Line> lines(List<Fact> facts, Function<Fact, String> key, Function<Fact, String> label) {
        Map<String, List<Fact>> groups =
                facts.stream().collect(Collectors.groupingBy(key, LinkedHashMap::new, Collectors.toList()));
        return groups.entrySet().stream()
                .map(group ->
                        new Line(group.getKey(), label.apply(group.getValue().get(0)), sum(group.getValue())))
                .toList();
    }

    private static Map<String, Line> byKeys(List<Line> lines) {
        return lines.stream().collect(Collectors.toMap(Line::key, Function.identity()));
    }

    private static List<Line> byName(List<Line> lines) {
        return lines.stream().sorted(Comparator.comparing(Line::label)).toList();
    }

    private static List<Line> byKey(List<Line> lines) {
        return lines.stream().sorted(Comparator.comparing(Line::key)).toList();
    }

    private static Figures sum(List<Fact> facts) {
        return facts.stream().map(Fact::figures).reduce(Figures.NONE, Figures::plus);
    }
}
