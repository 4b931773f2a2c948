package cn.zhengxun.outreach.audience;

import cn.zhengxun.outreach.audience.AudienceTerm.AtStation;
import cn.zhengxun.outreach.audience.AudienceTerm.AtStationOfKind;
import cn.zhengxun.outreach.audience.AudienceTerm.Everyone;
import cn.zhengxun.outreach.audience.AudienceTerm.HasTag;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What an expression gives over the directory as it is now; nothing of it is stored. */
@Repository
class DirectoryCounts {
    private static final String MAY_BE_ASKED = "i.active AND (i.term_ends_on IS NULL OR i.term_ends_on >= :today)";

    private final JdbcClient db;

    DirectoryCounts(JdbcClient db) {
        this.db = db;
    }

    Map<Verdict, Integer> verdicts(AudienceSql expression) {
        Map<Verdict, Integer> counts = new EnumMap<>(Verdict.class);
        String weighed = expression.weighed();
        db.sql("SELECT w.verdict, COUNT(*) FROM " + weighed + " w GROUP BY w.verdict")
                .params(expression.values())
                .query(row -> {
                    counts.put(Verdict.valueOf(row.getString(1)), row.getInt(2));
                });
        return counts;
    }

    List<String> emptyStations(AudienceSql expression) {
        String weighed = expression.weighed();
        return db.sql("""
                        SELECT s.name FROM station s
                        WHERE s.active AND s.id NOT IN (
                            SELECT w.station_id FROM %s w WHERE w.verdict = 'CHOSEN' AND w.station_id IS NOT NULL)
                        ORDER BY s.id
                        """.formatted(weighed))
                .params(expression.values())
                .query(String.class)
                .list();
    }

    /** By family; the tags of people who refused profiling do not count. */
    Map<String, List<String>> emptyTags(AudienceSql expression) {
        Map<String, List<String>> families = new LinkedHashMap<>();
        String weighed = expression.weighed();
        db.sql("""
                        SELECT t.family, t.name FROM tag t
                        WHERE t.id NOT IN (
                            SELECT it.tag_id FROM informant_tag it JOIN %s w ON w.id = it.informant_id
                            WHERE w.verdict = 'CHOSEN' AND NOT w.profiling_refused)
                        ORDER BY t.family, t.name
                        """.formatted(weighed)).params(expression.values()).query(row -> {
            families.computeIfAbsent(row.getString(1), family -> new ArrayList<>())
                    .add(row.getString(2));
        });
        return families;
    }

    /** How many of those chosen were asked how often since then; those not asked at all are left out. */
    Map<Integer, Integer> asked(AudienceSql expression) {
        Map<Integer, Integer> counts = new TreeMap<>();
        String weighed = expression.weighed();
        String since = expression.bind(expression.ago(Audiences.LATELY_DAYS));
        db.sql("""
                        SELECT times, COUNT(*) FROM (
                            SELECT v.informant_id, COUNT(*) AS times FROM invitation v
                            WHERE v.issued_at >= %s AND v.informant_id IN (
                                SELECT w.id FROM %s w WHERE w.verdict = 'CHOSEN')
                            GROUP BY v.informant_id) a
                        GROUP BY times
                        """.formatted(since, weighed)).params(expression.values()).query(row -> {
            counts.put(row.getInt(1), row.getInt(2));
        });
        return counts;
    }

    List<AudienceOutlook.ViaStation> viaStations(AudienceSql expression) {
        String weighed = expression.weighed();
        return db.sql("""
                        SELECT s.name AS station, c.name AS coordinator, COUNT(*) AS people
                        FROM %s w LEFT JOIN station s ON s.id = w.station_id LEFT JOIN informant c ON c.id = s.coordinator_id
                        WHERE w.verdict = 'REFUSED' GROUP BY s.name, c.name ORDER BY people DESC, station
                        """.formatted(weighed))
                .params(expression.values())
                .query((row, n) -> new AudienceOutlook.ViaStation(
                        row.getString("station"), row.getString("coordinator"), row.getInt("people")))
                .list();
    }

    WeighedPeople people(AudienceSql expression, Verdict verdict, int total, int wantedPage) {
        int pages = Math.max(1, (total + ListedPeople.PAGE_SIZE - 1) / ListedPeople.PAGE_SIZE);
        int page = Math.min(Math.max(1, wantedPage), pages);
        String weighed = expression.weighed();
        String since = expression.bind(expression.ago(Audiences.LATELY_DAYS));
        List<WeighedPeople.Person> people = db.sql("""
                        SELECT w.name, s.name AS station, c.name AS coordinator,
                               (SELECT COUNT(*) FROM invitation v WHERE v.informant_id = w.id AND v.issued_at >= %s) AS asked
                        FROM %s w LEFT JOIN station s ON s.id = w.station_id LEFT JOIN informant c ON c.id = s.coordinator_id
                        WHERE w.verdict = :verdict ORDER BY w.id LIMIT :size OFFSET :skip
                        """.formatted(since, weighed))
                .params(expression.values())
                .param("verdict", verdict.name())
                .param("size", ListedPeople.PAGE_SIZE)
                .param("skip", (page - 1) * ListedPeople.PAGE_SIZE)
                .query((row, n) -> new WeighedPeople.Person(
                        row.getString("name"),
                        row.getString("station"),
                        row.getString("coordinator"),
                        row.getInt("asked")))
                .list();
        return new WeighedPeople(verdict.reason(), people, total, page, pages);
    }

    /** What is asked for and nobody who may be asked has, such as 行业“餐饮”; whoever asks for everyone asks for all. */
    List<String> gaps(Set<AudienceTerm> wanted, LocalDate today) {
        List<String> gaps = new ArrayList<>();
        if (wanted.contains(new Everyone())) {
            gaps.addAll(tags("TRUE", Map.of(), today).entrySet().stream()
                    .filter(tag -> !tag.getValue().held())
                    .map(tag -> tag.getValue().family() + "“" + tag.getKey() + "”")
                    .toList());
            gaps.addAll(stations("s.active", Map.of(), today).entrySet().stream()
                    .filter(station -> !station.getValue())
                    .map(station -> "站点“" + station.getKey() + "”")
                    .toList());
        }
        Set<String> tags = names(wanted, HasTag.class);
        if (!tags.isEmpty()) {
            Map<String, Held> known = tags("t.name IN (:names)", Map.of("names", tags), today);
            tags.stream()
                    .filter(tag -> !known.containsKey(tag) || !known.get(tag).held())
                    .map(tag -> (known.containsKey(tag) ? known.get(tag).family() : "标签") + "“" + tag + "”")
                    .forEach(gaps::add);
        }
        Set<String> stations = names(wanted, AtStation.class);
        if (!stations.isEmpty()) {
            Map<String, Boolean> known = stations("s.name IN (:names)", Map.of("names", stations), today);
            stations.stream()
                    .filter(station -> !known.getOrDefault(station, false))
                    .map(station -> "站点“" + station + "”")
                    .forEach(gaps::add);
        }
        Set<String> kinds = names(wanted, AtStationOfKind.class);
        kinds.stream()
                .filter(kind -> !kindHasPeople(kind, today))
                .map(kind -> "站点类别“" + kind + "”")
                .forEach(gaps::add);
        return gaps.stream().distinct().toList();
    }

    private static Set<String> names(Set<AudienceTerm> wanted, Class<? extends AudienceTerm> type) {
        return wanted.stream()
                .filter(type::isInstance)
                .map(DirectoryCounts::name)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static String name(AudienceTerm term) {
        if (term instanceof HasTag tag) {
            return tag.name();
        }
        return term instanceof AtStation station ? station.name() : ((AtStationOfKind) term).kind();
    }

    /** held: somebody who may be asked, and by tags, has it. */
    private record Held(String family, boolean held) {}

    private Map<String, Held> tags(String which, Map<String, Object> values, LocalDate today) {
        Map<String, Held> tags = new LinkedHashMap<>();
        db.sql("""
                        SELECT t.family, t.name, EXISTS (
                            SELECT 1 FROM informant_tag it JOIN informant i ON i.id = it.informant_id
                            WHERE it.tag_id = t.id AND NOT i.profiling_refused AND %s) AS held
                        FROM tag t WHERE %s ORDER BY t.family, t.name
                        """.formatted(MAY_BE_ASKED, which))
                .param("today", today)
                .params(values)
                .query(row -> {
                    tags.put(row.getString("name"), new Held(row.getString("family"), row.getBoolean("held")));
                });
        return tags;
    }

    private Map<String, Boolean> stations(String which, Map<String, Object> values, LocalDate today) {
        Map<String, Boolean> stations = new LinkedHashMap<>();
        db.sql("""
                        SELECT s.name, EXISTS (SELECT 1 FROM informant i WHERE i.station_id = s.id AND %s) AS held
                        FROM station s WHERE %s ORDER BY s.id
                        """.formatted(MAY_BE_ASKED, which))
                .param("today", today)
                .params(values)
                .query(row -> {
                    stations.put(row.getString("name"), row.getBoolean("held"));
                });
        return stations;
    }

    private boolean kindHasPeople(String kind, LocalDate today) {
        return db.sql("""
                        SELECT COUNT(*) FROM station s
                        WHERE s.kind = :kind AND EXISTS (SELECT 1 FROM informant i WHERE i.station_id = s.id AND %s)
                        """.formatted(MAY_BE_ASKED))
                        .param("kind", kind)
                        .param("today", today)
                        .query(Integer.class)
                        .single()
                > 0;
    }
}
