package cn.zhengxun.suggestion.offline;

import cn.zhengxun.directory.InformantId;
import cn.zhengxun.kernel.Shanghai;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** People of the directory who bear the name of somebody who spoke. Only a person can tell whether it is the same one. */
@Component
@Transactional(readOnly = true)
class Namesakes {
    private static final int MOST = 12;
    private static final int AT_ONCE = 500;

    /** @param station, ageBand, occupation and joinedOn tell people of one name apart; all but the last may be null */
    public record Namesake(
            InformantId id, String name, String station, String ageBand, String occupation, LocalDate joinedOn) {
        /** For example 王芳（人民广场小院，教师，2025年1月1日起）. */
        public String description() {
            return Stream.of(station, occupation, ageBand, Shanghai.date(joinedOn) + "起")
                    .filter(text -> text != null && !text.isBlank())
                    .collect(Collectors.joining("，", name + "（", "）"));
        }
    }

    private final JdbcClient db;

    Namesakes(JdbcClient db) {
        this.db = db;
    }

    private static final String SELECT = """
            SELECT i.id, i.name, t.name AS station, i.age_band, i.occupation, i.joined_on
            FROM informant i LEFT JOIN station t ON t.id = i.station_id
            WHERE i.active
            """;

    /** @return by name, only those names that somebody active bears */
    public Map<String, List<Namesake>> of(Collection<String> names) {
        Set<String> asked = new LinkedHashSet<>(names);
        asked.removeIf(name -> name == null || name.isBlank());
        List<String> all = List.copyOf(asked);
        Map<String, List<Namesake>> found = new LinkedHashMap<>();
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            List<String> some = all.subList(from, Math.min(from + AT_ONCE, all.size()));
            String places = some.stream().map(name -> "?").collect(Collectors.joining(", "));
            found.putAll(db
                    .sql(SELECT + " AND i.name IN (" + places + ") ORDER BY i.id")
                    .params(some)
                    .query((row, n) -> namesake(row))
                    .stream()
                    .collect(Collectors.groupingBy(Namesake::name)));
        }
        return found;
    }

    /** Some whose names begin so, for completion. */
    public List<Namesake> beginning(String name) {
        String start = name.strip().replace("!", "!!").replace("%", "!%").replace("_", "!_");
        return start.isEmpty()
                ? List.of()
                : db.sql(SELECT + " AND i.name LIKE ? ESCAPE '!' ORDER BY i.name, i.id LIMIT " + MOST)
                        .param(start + "%")
                        .query((row, n) -> namesake(row))
                        .list();
    }

    private static Namesake namesake(ResultSet row) throws SQLException {
        return new Namesake(
                new InformantId(row.getLong("id")),
                row.getString("name"),
                row.getString("station"),
                row.getString("age_band"),
                row.getString("occupation"),
                row.getObject("joined_on", LocalDate.class));
    }
}
