package cn.zhengxun.suggestion.live;

import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.kernel.Shanghai;
import cn.zhengxun.kernel.Timestamps;
import java.time.Clock;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Counts one consultation, in two queries however many people watch. */
@Repository
class TallyRows {
    private static final int LATEST = 10;
    private static final int WORDS_SHOWN = 80;
    private static final Map<String, String> CHANNELS = Map.of(
            "PERSONAL_LINK",
            "个人链接",
            "QR_CODE",
            "扫码",
            "MEETING",
            "座谈会",
            "VISIT",
            "走访",
            "PAPER",
            "书面",
            "TELEPHONE",
            "电话代录",
            "VIDEO",
            "视频");

    private final JdbcClient db;
    private final Clock clock;

    TallyRows(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    private record Cell(String clause, String station, String channel, boolean late, int all, int today) {}

    Tally of(ConsultationNumber number) {
        List<Cell> cells = db.sql("""
                        SELECT s.clause_label, t.name AS station, m.channel,
                               CASE WHEN m.timing = 'LATE' THEN TRUE ELSE FALSE END AS late, COUNT(*) AS suggestions,
                               SUM(CASE WHEN m.accepted_at >= ? THEN 1 ELSE 0 END) AS today
                        FROM suggestion s
                        JOIN submission m ON m.id = s.submission_id
                        LEFT JOIN station t ON t.id = m.station_id
                        LEFT JOIN clause c ON c.id = s.clause_id
                        WHERE s.consultation = ? AND s.withdrawn_at IS NULL
                        GROUP BY s.clause_label, c.position, t.name, m.channel,
                                 CASE WHEN m.timing = 'LATE' THEN TRUE ELSE FALSE END
                        ORDER BY COALESCE(c.position, -1), s.clause_label
                        """)
                .params(
                        Timestamps.of(Shanghai.at(Shanghai.dateOf(clock.instant()), LocalTime.MIDNIGHT)),
                        number.value())
                .query((row, n) -> new Cell(
                        row.getString("clause_label"),
                        row.getString("station"),
                        CHANNELS.getOrDefault(row.getString("channel"), row.getString("channel")),
                        row.getBoolean("late"),
                        row.getInt("suggestions"),
                        row.getInt("today")))
                .list();
        List<Cell> counted = cells.stream().filter(cell -> !cell.late()).toList();
        return new Tally(
                counted.stream().mapToInt(Cell::all).sum(),
                counted.stream().mapToInt(Cell::today).sum(),
                cells.stream().filter(Cell::late).mapToInt(Cell::all).sum(),
                by(counted, Cell::clause),
                mostFirst(by(counted, Cell::station)),
                mostFirst(by(counted, Cell::channel)),
                latest(number));
    }

    /** In the order of the cells; what has no such name is left out. */
    private static List<Tally.Count> by(List<Cell> cells, Function<Cell, String> name) {
        Map<String, Integer> sums = new LinkedHashMap<>();
        cells.stream()
                .filter(cell -> Objects.nonNull(name.apply(cell)))
                .forEach(cell -> sums.merge(name.apply(cell), cell.all(), Integer::sum));
        return sums.entrySet().stream()
                .map(sum -> new Tally.Count(sum.getKey(), sum.getValue()))
                .toList();
    }

    private static List<Tally.Count> mostFirst(List<Tally.Count> counts) {
        return counts.stream()
                .sorted(Comparator.comparing(Tally.Count::suggestions)
                        .reversed()
                        .thenComparing(Tally.Count::name))
                .toList();
    }

    private List<Tally.Latest> latest(ConsultationNumber number) {
        return db.sql("""
                        SELECT s.id, s.clause_label, w.original, m.channel, t.name AS station, m.accepted_at
                        FROM suggestion s
                        JOIN submission m ON m.id = s.submission_id
                        JOIN suggestion_words w ON w.suggestion_id = s.id
                        LEFT JOIN station t ON t.id = m.station_id
                        WHERE s.consultation = ? AND s.withdrawn_at IS NULL AND m.timing <> 'LATE'
                        ORDER BY s.id DESC
                        LIMIT ?
                        """)
                .params(number.value(), LATEST)
                .query((row, n) -> new Tally.Latest(
                        row.getLong("id"),
                        row.getString("clause_label"),
                        beginning(row.getString("original")),
                        CHANNELS.getOrDefault(row.getString("channel"), row.getString("channel")),
                        row.getString("station"),
                        Shanghai.minute(Timestamps.in(row, "accepted_at"))))
                .list();
    }

    private static String beginning(String words) {
        String plain = words.strip();
        return plain.codePointCount(0, plain.length()) <= WORDS_SHOWN
                ? plain
                : plain.substring(0, plain.offsetByCodePoints(0, WORDS_SHOWN)) + "…";
    }
}
