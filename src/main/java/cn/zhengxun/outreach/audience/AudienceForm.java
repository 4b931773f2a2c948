package cn.zhengxun.outreach.audience;

import cn.zhengxun.directory.Station;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Conditions picked row by row, as the page sends them, and the expression they make. Rows without a term are left out.
 *
 * @param any whether one of the wanted terms is enough; what is not wanted is always left out
 */
public record AudienceForm(boolean any, List<Row> rows) {
    private static final int FEWEST_ROWS = 3;
    private static final int MOST_ROWS = 20;
    private static final Pattern PLAIN = Pattern.compile("(?!.*[且或非])[\\p{L}\\p{N}]+");

    /** @param term in the expression's language, such as 标签:餐饮; empty for a row not filled in */
    public record Row(boolean unwanted, String term) {}

    /** One entry of a list to pick from. */
    public record Choice(String term, String label) {}

    public AudienceForm {
        rows = List.copyOf(rows);
    }

    /** Both lists in the order of the rows; a missing sign means wanted. */
    public static AudienceForm of(boolean any, List<String> signs, List<String> terms, int spareRows) {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < Math.min(terms.size(), MOST_ROWS); i++) {
            rows.add(new Row(
                    i < signs.size() && signs.get(i).equals("not"), terms.get(i).strip()));
        }
        int wanted = Math.min(MOST_ROWS, Math.max(FEWEST_ROWS, rows.size() + spareRows));
        while (rows.size() < wanted) {
            rows.add(new Row(false, ""));
        }
        return new AudienceForm(any, rows);
    }

    /** Empty where no row is filled in, which means everyone. */
    public String expression() {
        List<String> wanted = terms(false);
        List<String> unwanted = terms(true);
        String first = String.join(any ? " 或 " : " 且 ", wanted);
        if (any && wanted.size() > 1 && !unwanted.isEmpty()) {
            first = "（" + first + "）";
        }
        List<String> parts = new ArrayList<>();
        if (!first.isEmpty()) {
            parts.add(first);
        }
        unwanted.forEach(term -> parts.add("非 " + term));
        return String.join(" 且 ", parts);
    }

    private List<String> terms(boolean unwanted) {
        return rows.stream()
                .filter(row -> row.unwanted() == unwanted && !row.term().isEmpty())
                .map(Row::term)
                .distinct()
                .toList();
    }

    /** Everything that can be picked, by the heading it stands under. */
    public static Map<String, List<Choice>> choices(Map<String, List<String>> tags, List<Station> stations) {
        Map<String, List<Choice>> choices = new LinkedHashMap<>();
        tags.forEach((family, names) -> choices.put(
                family,
                names.stream()
                        .map(name -> new Choice("标签:" + quoted(name), name))
                        .toList()));
        choices.put(
                "站点",
                stations.stream()
                        .map(station -> new Choice("站点:" + quoted(station.name()), station.name()))
                        .collect(Collectors.toCollection(ArrayList::new)));
        choices.get("站点").add(0, new Choice("站点", "任一站点"));
        choices.put(
                "站点类别",
                stations.stream()
                        .map(Station::kind)
                        .distinct()
                        .map(kind -> new Choice("站点类别:" + quoted(kind), kind))
                        .collect(Collectors.toCollection(ArrayList::new)));
        choices.get("站点类别").add(new Choice("站点停用", "站点已停用"));
        choices.put("任期", List.of(new Choice("任期:将满", "90天内任期将满")));
        choices.put(
                "征询经历",
                List.of(
                        new Choice("近30天未征询", "近30天未征询"),
                        new Choice("近90天未征询", "近90天未征询"),
                        new Choice("近90天征询过", "近90天征询过"),
                        new Choice("从未征询", "从未征询"),
                        new Choice("曾提意见", "曾提意见")));
        return choices;
    }

    private static String quoted(String name) {
        return PLAIN.matcher(name).matches() ? name : "“" + name + "”";
    }
}
