package cn.zhengxun.directory;

import cn.zhengxun.kernel.Timestamps;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;

/** Tables informant and informant_tag. */
@Repository
class InformantRows {
    private static final int CHUNK = 1000;
    private final JdbcClient db;

    InformantRows(JdbcClient db) {
        this.db = db;
    }

    List<Informant> find(Collection<InformantId> ids) {
        List<Long> keys = ids.stream().map(InformantId::value).distinct().toList();
        List<Informant> found = new ArrayList<>();
        for (int from = 0; from < keys.size(); from += CHUNK) {
            found.addAll(findChunk(keys.subList(from, Math.min(keys.size(), from + CHUNK))));
        }
        return found;
    }

    /** In one statement, since every page behind a personal link asks. */
    Optional<Informant> find(InformantId id) {
        return db.sql("""
                        SELECT i.*, t.name AS tag
                        FROM informant i
                        LEFT JOIN informant_tag it ON it.informant_id = i.id
                        LEFT JOIN tag t ON t.id = it.tag_id
                        WHERE i.id = ?
                        ORDER BY t.name
                        """).param(id.value()).query(rows -> {
            if (!rows.next()) {
                return Optional.empty();
            }
            Set<String> tags = new LinkedHashSet<>();
            Informant found = informant(rows, Map.of(id.value(), tags));
            do {
                if (rows.getString("tag") != null) {
                    tags.add(rows.getString("tag"));
                }
            } while (rows.next());
            return Optional.of(found);
        });
    }

    private List<Informant> findChunk(List<Long> keys) {
        Map<Long, Set<String>> tags = tagsByInformant(db.sql("""
                        SELECT it.informant_id, t.name FROM informant_tag it JOIN tag t ON t.id = it.tag_id
                        WHERE it.informant_id IN (:ids) ORDER BY t.name
                        """).param("ids", keys));
        return db.sql("SELECT * FROM informant WHERE id IN (:ids) ORDER BY id")
                .param("ids", keys)
                .query((row, n) -> informant(row, tags))
                .list();
    }

    /** Everybody of these names but merged entries. */
    List<Informant> named(Collection<String> names) {
        List<String> distinct = names.stream().distinct().toList();
        List<InformantId> ids = new ArrayList<>();
        for (int from = 0; from < distinct.size(); from += CHUNK) {
            ids.addAll(db.sql("SELECT id FROM informant WHERE name IN (:names) AND merged_into IS NULL ORDER BY id")
                    .param("names", distinct.subList(from, Math.min(distinct.size(), from + CHUNK)))
                    .query((row, n) -> new InformantId(row.getLong("id")))
                    .list());
        }
        return find(ids);
    }

    /** How many are in office at each station; stations of nobody are left out. */
    Map<StationId, Long> members() {
        Map<StationId, Long> members = new HashMap<>();
        db.sql("""
                        SELECT station_id, COUNT(*) AS people FROM informant
                        WHERE active AND station_id IS NOT NULL GROUP BY station_id
                        """).query(row -> {
            members.put(new StationId(row.getLong("station_id")), row.getLong("people"));
        });
        return members;
    }

    /**
     * Who may lead the station: the one chosen so far, the station's own people, then others, by name.
     *
     * @param station null for a new one
     * @param chosen null for nobody; offered even where out of office or of another name
     * @param words part of a name, empty for all
     */
    List<Informant> coordinators(StationId station, InformantId chosen, String words, int most) {
        List<InformantId> ids = db.sql("""
                        SELECT id FROM informant
                        WHERE id = :chosen OR active AND (:words = '' OR POSITION(:words IN name) > 0)
                        ORDER BY CASE WHEN id = :chosen THEN 0 WHEN station_id = :station THEN 1 ELSE 2 END, name, id
                        FETCH NEXT :most ROWS ONLY
                        """)
                .param("chosen", chosen == null ? 0L : chosen.value())
                .param("station", station == null ? 0L : station.value())
                .param("words", words)
                .param("most", most)
                .query((row, n) -> new InformantId(row.getLong("id")))
                .list();
        return inOrder(ids);
    }

    List<Informant> all() {
        Map<Long, Set<String>> tags = tagsByInformant(db.sql("""
                        SELECT it.informant_id, t.name FROM informant_tag it JOIN tag t ON t.id = it.tag_id ORDER BY t.name
                        """));
        return db.sql("SELECT * FROM informant ORDER BY id")
                .query((row, n) -> informant(row, tags))
                .list();
    }

    InformantSearch.Page search(InformantSearch search, LocalDate today) {
        long total = bind(db.sql("SELECT COUNT(*) FROM informant i WHERE " + MATCHES), search, today)
                .query(Long.class)
                .single();
        List<InformantId> ids = bind(
                        db.sql("SELECT i.id FROM informant i WHERE " + MATCHES
                                + " ORDER BY i.name, i.id LIMIT :size OFFSET :skip"),
                        search,
                        today)
                .param("size", InformantSearch.PAGE_SIZE)
                .param("skip", (long) (search.page() - 1) * InformantSearch.PAGE_SIZE)
                .query((row, n) -> new InformantId(row.getLong("id")))
                .list();
        return new InformantSearch.Page(inOrder(ids), total, search.page());
    }

    private List<Informant> inOrder(List<InformantId> ids) {
        Map<InformantId, Informant> found = new HashMap<>();
        find(ids).forEach(informant -> found.put(informant.id(), informant));
        return ids.stream().map(found::get).toList();
    }

    private static final String MATCHES = """
            (:name = '' OR i.name LIKE :like)
            AND (:station = 0 OR i.station_id = :station)
            AND (:tag = '' OR EXISTS (
                SELECT 1 FROM informant_tag it JOIN tag t ON t.id = it.tag_id
                WHERE it.informant_id = i.id AND t.name = :tag))
            AND (:withInactive OR i.active)
            AND (:state = ''
                 OR :state = 'ENDING' AND i.term_ends_on BETWEEN :today AND :soon
                 OR :state = 'OVER' AND i.term_ends_on < :today
                 OR :state = 'MAIL_FAILS' AND i.mail_failure IS NOT NULL)
            """;

    private static JdbcClient.StatementSpec bind(
            JdbcClient.StatementSpec statement, InformantSearch search, LocalDate today) {
        return statement
                .param("name", search.name())
                .param("like", "%" + search.name().replaceAll("[\\\\%_]", "") + "%")
                .param(
                        "station",
                        search.station() == null ? 0L : search.station().value())
                .param("tag", search.tag())
                .param("withInactive", search.withInactive())
                .param("state", search.state() == null ? "" : search.state().name())
                .param("today", today)
                .param("soon", today.plusDays(InformantSearch.SOON_DAYS));
    }

    InformantId insert(InformantDetails details) {
        var key = new GeneratedKeyHolder();
        bind(db.sql("""
                        INSERT INTO informant (name, phone, email, station_id, age_band, occupation,
                                               profiling_refused, active, joined_on, term_ends_on, channel)
                        VALUES (:name, :phone, :email, :station, :ageBand, :occupation,
                                :profilingRefused, TRUE, :joinedOn, :termEndsOn, :channel)
                        """), details).update(key, "id");
        return new InformantId(key.getKeyAs(Long.class));
    }

    void update(InformantId id, InformantDetails details, boolean active) {
        bind(db.sql("""
                        UPDATE informant
                        SET name = :name, phone = :phone, email = :email, station_id = :station, age_band = :ageBand,
                            occupation = :occupation, profiling_refused = :profilingRefused, active = :active,
                            joined_on = :joinedOn, term_ends_on = :termEndsOn, channel = :channel,
                            mail_failure = CASE WHEN COALESCE(email, '') = COALESCE(:email, '') THEN mail_failure END,
                            mail_failed_at = CASE WHEN COALESCE(email, '') = COALESCE(:email, '') THEN mail_failed_at END
                        WHERE id = :id
                        """), details)
                .param("id", id.value())
                .param("active", active)
                .update();
    }

    private static JdbcClient.StatementSpec bind(JdbcClient.StatementSpec statement, InformantDetails details) {
        return statement
                .param("name", details.name())
                .param("phone", details.phone())
                .param("email", details.email())
                .param(
                        "station",
                        details.station() == null ? null : details.station().value())
                .param("ageBand", details.ageBand())
                .param("occupation", details.occupation())
                .param("profilingRefused", details.profilingRefused())
                .param("joinedOn", details.joinedOn())
                .param("termEndsOn", details.termEndsOn())
                .param("channel", details.channel().name());
    }

    void mailFailed(InformantId id, String sentence, Instant at) {
        db.sql("UPDATE informant SET mail_failure = ?, mail_failed_at = ? WHERE id = ?")
                .params(sentence, Timestamps.of(at), id.value())
                .update();
    }

    void refuseProfiling(InformantId id, boolean refused) {
        db.sql("UPDATE informant SET profiling_refused = ? WHERE id = ?")
                .params(refused, id.value())
                .update();
    }

    /** @return how many of them are in office and have the new term */
    int renew(Collection<InformantId> ids, LocalDate until) {
        return db.sql("UPDATE informant SET term_ends_on = :until WHERE active AND id IN (:ids)")
                .param("until", until)
                .param("ids", ids.stream().map(InformantId::value).toList())
                .update();
    }

    boolean erased(InformantId id) {
        return db.sql("SELECT COUNT(*) FROM informant WHERE id = ? AND erased_at IS NOT NULL")
                        .param(id.value())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    Optional<InformantId> mergedInto(InformantId id) {
        return db.sql("SELECT merged_into FROM informant WHERE id = ? AND merged_into IS NOT NULL")
                .param(id.value())
                .query(Long.class)
                .optional()
                .map(InformantId::new);
    }

    /** What is not known of the one is taken from the other, together with what is known of the address. */
    void fillFrom(InformantId kept, InformantId gone) {
        db.sql("""
                        UPDATE informant
                        SET phone = COALESCE(phone, (SELECT o.phone FROM informant o WHERE o.id = :gone)),
                            mail_failure = CASE WHEN email IS NOT NULL THEN mail_failure
                                ELSE (SELECT o.mail_failure FROM informant o WHERE o.id = :gone) END,
                            mail_failed_at = CASE WHEN email IS NOT NULL THEN mail_failed_at
                                ELSE (SELECT o.mail_failed_at FROM informant o WHERE o.id = :gone) END,
                            email = COALESCE(email, (SELECT o.email FROM informant o WHERE o.id = :gone)),
                            station_id = COALESCE(station_id, (SELECT o.station_id FROM informant o WHERE o.id = :gone))
                        WHERE id = :kept
                        """).param("kept", kept.value()).param("gone", gone.value()).update();
    }

    /** The next thousand by id, those merged into another left out. */
    List<Informant> after(long id) {
        return find(db.sql("SELECT id FROM informant WHERE id > ? AND merged_into IS NULL ORDER BY id LIMIT 1000")
                .param(id)
                .query((row, n) -> new InformantId(row.getLong("id")))
                .list());
    }

    /** Until the transaction ends nobody else changes or merges them; always in the same order, so that none wait for each other. */
    void lock(Collection<InformantId> ids) {
        List<Long> keys =
                ids.stream().map(InformantId::value).distinct().sorted().toList();
        for (int from = 0; from < keys.size(); from += CHUNK) {
            db.sql("SELECT id FROM informant WHERE id IN (:ids) ORDER BY id FOR UPDATE")
                    .param("ids", keys.subList(from, Math.min(keys.size(), from + CHUNK)))
                    .query(Long.class)
                    .list();
        }
    }

    void deactivate(InformantId id) {
        db.sql("UPDATE informant SET active = FALSE WHERE id = ?")
                .param(id.value())
                .update();
    }

    void reactivate(InformantId id) {
        db.sql("UPDATE informant SET active = TRUE WHERE id = ?")
                .param(id.value())
                .update();
    }

    void replaceTags(InformantId id, Collection<Long> tags) {
        db.sql("DELETE FROM informant_tag WHERE informant_id = ?")
                .param(id.value())
                .update();
        for (Long tag : tags) {
            db.sql("INSERT INTO informant_tag (informant_id, tag_id) VALUES (?, ?)")
                    .params(id.value(), tag)
                    .update();
        }
    }

    private static Map<Long, Set<String>> tagsByInformant(JdbcClient.StatementSpec statement) {
        Map<Long, Set<String>> tags = new HashMap<>();
        statement.query(row -> {
            tags.computeIfAbsent(row.getLong(1), id -> new LinkedHashSet<>()).add(row.getString(2));
        });
        return tags;
    }

    private static Informant informant(ResultSet row, Map<Long, Set<String>> tags) throws SQLException {
        Long station = row.getObject("station_id", Long.class);
        return new Informant(
                new InformantId(row.getLong("id")),
                row.getString("name"),
                row.getString("phone"),
                row.getString("email"),
                station == null ? null : new StationId(station),
                row.getString("age_band"),
                row.getString("occupation"),
                row.getBoolean("profiling_refused"),
                row.getBoolean("active"),
                row.getObject("joined_on", LocalDate.class),
                row.getObject("term_ends_on", LocalDate.class),
                PreferredChannel.valueOf(row.getString("channel")),
                row.getString("mail_failure"),
                tags.getOrDefault(row.getLong("id"), Set.of()));
    }
}
