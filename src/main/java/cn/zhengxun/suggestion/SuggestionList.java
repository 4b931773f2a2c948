package cn.zhengxun.suggestion;

import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.draft.clause.ClauseId;
import cn.zhengxun.kernel.Timestamps;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Lists suggestions for the staff, a page at a time. */
@Repository
class SuggestionList {
    static final int PAGE = 50;

    /** @param number from 1; @param total of all pages together, in suggestions */
    record Page<T>(List<T> items, int number, int size, int total) {
        public int pages() {
            return Math.max(1, (total + size - 1) / size);
        }

        public boolean more() {
            return number < pages();
        }
    }

    /** A line of the list. number, station and collector are null where there is none. */
    record Line(
            SuggestionId id,
            Integer number,
            String clauseLabel,
            SuggestionKind kind,
            String original,
            String proposed,
            String reason,
            Channel channel,
            String station,
            boolean onBehalf,
            String identityCategory,
            Instant acceptedAt,
            long submission,
            String collector) {}

    /**
     * One suggestion with all that was handed in about its author. Texts about the person are null where not given.
     *
     * @param suspicion names of what looks as if a machine had filled in the form; empty for most
     * @param collector user or person who took it down, null for what people sent themselves
     */
    record Detail(
            Suggestion suggestion,
            Timing timing,
            String station,
            String informant,
            String proposerName,
            String proposerContact,
            String ageBand,
            String unit,
            String collector,
            boolean confirmedByPerson,
            boolean consentCallBack,
            boolean consentPublishName,
            List<String> suspicion) {}

    /** A clause that has suggestions. clause is null for the draft as a whole. */
    record Commented(ClauseId clause, String label, int suggestions) {}

    /** A station that suggestions came from. */
    record OfStation(long id, String name, int suggestions) {}

    private final JdbcClient db;
    private final SuggestionRows rows;

    SuggestionList(JdbcClient db, SuggestionRows rows) {
        this.db = db;
        this.rows = rows;
    }

    /** @param page from 1; one beyond the end is empty */
    Page<Line> page(SuggestionFilter filter, int page, int size) {
        List<Object> values = new ArrayList<>();
        String where = filter.where(values);
        int total = db.sql("""
                        SELECT COUNT(*) FROM suggestion s
                        JOIN submission m ON m.id = s.submission_id
                        JOIN suggestion_words w ON w.suggestion_id = s.id""" + where).params(values).query(Integer.class).single();
        values.add(size);
        values.add((long) (page - 1) * size);
        List<Line> lines = db.sql("""
                        SELECT s.id, s.number, s.clause_label, s.kind, w.original, w.proposed, w.reason, m.channel,
                               t.name AS station, m.on_behalf, m.identity_category, m.accepted_at, s.submission_id,
                               m.collector
                        FROM suggestion s
                        JOIN submission m ON m.id = s.submission_id
                        JOIN suggestion_words w ON w.suggestion_id = s.id
                        LEFT JOIN station t ON t.id = m.station_id""" + where + """
                         ORDER BY CASE WHEN s.number IS NULL THEN 1 ELSE 0 END, s.number, m.accepted_at, s.id
                        LIMIT ? OFFSET ?
                        """).params(values).query(LINE).list();
        return new Page<>(lines, page, size, total);
    }

    /** As above; a page past the last one is the last one. */
    Page<Line> page(SuggestionFilter filter, int page) {
        Page<Line> found = page(filter, Math.max(page, 1), PAGE);
        return found.number() > found.pages() ? page(filter, found.pages(), PAGE) : found;
    }

    /** How many came too late, and are not collected. */
    int late(ConsultationNumber consultation) {
        return db.sql("""
                        SELECT COUNT(*) FROM suggestion s JOIN submission m ON m.id = s.submission_id
                        WHERE s.consultation = ? AND s.withdrawn_at IS NULL AND m.timing = 'LATE'
                        """).param(consultation.value()).query(Integer.class).single();
    }

    /** By name; late ones count here too. */
    List<OfStation> stations(ConsultationNumber consultation) {
        return db.sql("""
                        SELECT t.id, t.name, COUNT(*) AS suggestions
                        FROM suggestion s JOIN submission m ON m.id = s.submission_id JOIN station t ON t.id = m.station_id
                        WHERE s.consultation = ? AND s.withdrawn_at IS NULL
                        GROUP BY t.id, t.name ORDER BY t.name, t.id
                        """)
                .param(consultation.value())
                .query((row, n) -> new OfStation(row.getLong("id"), row.getString("name"), row.getInt("suggestions")))
                .list();
    }

    /** In reading order, the whole draft first; late ones count here too. */
    List<Commented> commented(ConsultationNumber consultation) {
        return db.sql("""
                        SELECT s.clause_id, s.clause_label, COUNT(*) AS suggestions
                        FROM suggestion s LEFT JOIN clause c ON c.id = s.clause_id
                        WHERE s.consultation = ? AND s.withdrawn_at IS NULL
                        GROUP BY s.clause_id, s.clause_label, c.position
                        ORDER BY COALESCE(c.position, -1)
                        """)
                .param(consultation.value())
                .query((row, n) -> new Commented(
                        Optional.ofNullable(row.getObject("clause_id", Long.class))
                                .map(ClauseId::new)
                                .orElse(null),
                        row.getString("clause_label"),
                        row.getInt("suggestions")))
                .list();
    }

    Optional<Detail> detail(ConsultationNumber consultation, SuggestionId id) {
        return rows.find(id)
                .filter(suggestion -> suggestion.consultation().equals(consultation))
                .map(suggestion -> db.sql("""
                                SELECT m.timing, t.name AS station, i.name AS informant, m.proposer_name,
                                       CASE WHEN m.consent_call_back OR NOT EXISTS (
                                           SELECT 1 FROM submission_consent h
                                           WHERE h.submission_id = m.id AND h.kind = 'CALL_BACK')
                                           THEN m.proposer_contact END AS proposer_contact,
                                       m.age_band, m.unit, m.collector, m.confirmed_by_person,
                                       m.consent_call_back, m.consent_publish_name, m.suspicion
                                FROM submission m
                                LEFT JOIN station t ON t.id = m.station_id
                                LEFT JOIN informant i ON i.id = m.informant_id
                                WHERE m.id = ?
                                """)
                        .param(suggestion.submission())
                        .query((row, n) -> new Detail(
                                suggestion,
                                Timing.valueOf(row.getString("timing")),
                                row.getString("station"),
                                row.getString("informant"),
                                row.getString("proposer_name"),
                                row.getString("proposer_contact"),
                                row.getString("age_band"),
                                row.getString("unit"),
                                row.getString("collector"),
                                row.getBoolean("confirmed_by_person"),
                                row.getBoolean("consent_call_back"),
                                row.getBoolean("consent_publish_name"),
                                marks(row.getString("suspicion"))))
                        .single());
    }

    private static List<String> marks(String suspicion) {
        return suspicion == null ? List.of() : List.of(suspicion.split(","));
    }

    private static final RowMapper<Line> LINE = (row, n) -> new Line(
            new SuggestionId(row.getLong("id")),
            row.getObject("number", Integer.class),
            row.getString("clause_label"),
            SuggestionKind.valueOf(row.getString("kind")),
            row.getString("original"),
            row.getString("proposed"),
            row.getString("reason"),
            Channel.valueOf(row.getString("channel")),
            row.getString("station"),
            row.getBoolean("on_behalf"),
            row.getString("identity_category"),
            Timestamps.in(row, "accepted_at"),
            row.getLong("submission_id"),
            row.getString("collector"));
}
