package cn.zhengxun.directory;

import cn.zhengxun.kernel.CurrentActor;
import cn.zhengxun.kernel.Timestamps;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Tables informant and informant_distinct, looked at for people who are there twice. */
@Repository
class DuplicateRows {
    private final JdbcClient db;
    private final CurrentActor actor;
    private final Clock clock;

    DuplicateRows(JdbcClient db, CurrentActor actor, Clock clock) {
        this.db = db;
        this.actor = actor;
        this.clock = clock;
    }

    /** Two entries that look alike, the older one first. */
    record Pair(long older, long newer, Likeness likeness) {}

    /** At most so many pairs, surest likeness first; pairs that were judged to be two people are left out. */
    List<Pair> pairs(int most) {
        Map<String, List<PersonKeys>> byPhone = new HashMap<>();
        Map<String, List<PersonKeys>> byEmail = new HashMap<>();
        Map<String, List<PersonKeys>> byName = new HashMap<>();
        db.sql(
                        "SELECT id, name, phone, email, station_id FROM informant WHERE merged_into IS NULL AND active ORDER BY id")
                .query(row -> {
                    PersonKeys person = new PersonKeys(
                            row.getLong("id"),
                            row.getString("name"),
                            row.getString("phone"),
                            row.getString("email"),
                            row.getObject("station_id", Long.class));
                    put(byPhone, person.phone(), person);
                    put(byEmail, person.email(), person);
                    put(byName, person.name(), person);
                });
        Found found = new Found(distinct(), most);
        byPhone.values().forEach(alike -> found.each(alike, Likeness.SAME_PHONE));
        byEmail.values().forEach(alike -> found.each(alike, Likeness.SAME_EMAIL));
        byName.values().forEach(alike -> found.each(alike, Likeness.SAME_STATION));
        byName.values().forEach(alike -> found.each(alike, Likeness.NEAR_PHONE));
        return found.pairs;
    }

    private static void put(Map<String, List<PersonKeys>> index, String key, PersonKeys person) {
        if (key != null && !key.isEmpty()) {
            index.computeIfAbsent(key, none -> new ArrayList<>(1)).add(person);
        }
    }

    private Set<List<Long>> distinct() {
        return new HashSet<>(db.sql("SELECT lower_id, higher_id FROM informant_distinct")
                .query((row, n) -> List.of(row.getLong(1), row.getLong(2)))
                .list());
    }

    /** Collects each pair once. */
    private static final class Found {
        private final Set<List<Long>> seen;
        private final int most;
        private final List<Pair> pairs = new ArrayList<>();

        Found(Set<List<Long>> seen, int most) {
            this.seen = seen;
            this.most = most;
        }

        void each(List<PersonKeys> alike, Likeness likeness) {
            for (int i = 0; i < alike.size() && pairs.size() < most; i++) {
                for (int j = i + 1; j < alike.size() && pairs.size() < most; j++) {
                    PersonKeys older = alike.get(i);
                    PersonKeys newer = alike.get(j);
                    if (holds(likeness, older, newer) && seen.add(List.of(older.id(), newer.id()))) {
                        pairs.add(new Pair(older.id(), newer.id(), likeness));
                    }
                }
            }
        }

        private static boolean holds(Likeness likeness, PersonKeys one, PersonKeys other) {
            return switch (likeness) {
                case SAME_PHONE, SAME_EMAIL -> true;
                case SAME_STATION -> one.station() != null && Objects.equals(one.station(), other.station());
                case NEAR_PHONE -> Likeness.nearPhones(one.phone(), other.phone());
            };
        }
    }

    /** @return false where this was said before */
    boolean insertDistinct(InformantId one, InformantId other) {
        long lower = Math.min(one.value(), other.value());
        long higher = Math.max(one.value(), other.value());
        return db.sql("""
                        INSERT INTO informant_distinct (lower_id, higher_id, decided_by, decided_at)
                        SELECT i.id, :higher, :by, :at FROM informant i
                        WHERE i.id = :lower AND NOT EXISTS (
                            SELECT 1 FROM informant_distinct d WHERE d.lower_id = :lower AND d.higher_id = :higher)
                        """)
                        .param("lower", lower)
                        .param("higher", higher)
                        .param("by", actor.id())
                        .param("at", Timestamps.of(clock.instant()))
                        .update()
                > 0;
    }

    /** Until the transaction ends nobody else merges either of them, or two entries could point at each other. */
    void lock(InformantId one, InformantId other) {
        db.sql("SELECT id FROM informant WHERE id IN (:ids) ORDER BY id FOR UPDATE")
                .param("ids", List.of(one.value(), other.value()))
                .query(Long.class)
                .list();
    }

    /** The one entry is out of use and points to the kept one, which bears the tags of both and leads its stations. */
    int merge(InformantId gone, InformantId kept) {
        db.sql("""
                        INSERT INTO informant_tag (informant_id, tag_id)
                        SELECT :kept, tag_id FROM informant_tag it
                        WHERE informant_id = :gone AND NOT EXISTS (
                            SELECT 1 FROM informant_tag own WHERE own.informant_id = :kept AND own.tag_id = it.tag_id)
                        """).param("kept", kept.value()).param("gone", gone.value()).update();
        db.sql("UPDATE station SET coordinator_id = :kept WHERE coordinator_id = :gone")
                .param("kept", kept.value())
                .param("gone", gone.value())
                .update();
        // whoever was merged into the one before means the kept one now
        db.sql("UPDATE informant SET merged_into = :kept WHERE merged_into = :gone")
                .param("kept", kept.value())
                .param("gone", gone.value())
                .update();
        return db.sql(
                        "UPDATE informant SET active = FALSE, merged_into = :kept WHERE id = :gone AND merged_into IS NULL")
                .param("kept", kept.value())
                .param("gone", gone.value())
                .update();
    }
}
