package cn.zhengxun.suggestion.offline;

import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.directory.InformantId;
import cn.zhengxun.directory.StationId;
import cn.zhengxun.kernel.Timestamps;
import cn.zhengxun.suggestion.Channel;
import cn.zhengxun.suggestion.SuggestionId;
import cn.zhengxun.suggestion.SuggestionKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;
import org.springframework.stereotype.Repository;

/** Tables offline_record, offline_attendance, offline_speaker and offline_statement. */
@Repository
class OfflineRecordRows {
    private final JdbcClient db;
    private final JdbcOperations batches;

    OfflineRecordRows(JdbcClient db, JdbcOperations batches) {
        this.db = db;
        this.batches = batches;
    }

    Optional<OfflineRecordId> ofKey(String key) {
        return db.sql("SELECT id FROM offline_record WHERE form_key = ?")
                .param(key)
                .query(Long.class)
                .optional()
                .map(OfflineRecordId::new);
    }

    OfflineRecordId insert(SaveRecord command, String by, Instant at) {
        Occasion occasion = command.occasion();
        KeyHolder key = new GeneratedKeyHolder();
        db.sql("""
                        INSERT INTO offline_record (consultation, form_key, meeting, channel, station_id, collector,
                            held_on, from_time, to_time, place, chair, explainer, notes, notice_read, confirmed,
                            status, version, begun_at, begun_by, saved_at, saved_by)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'DRAFT', 1, ?, ?, ?, ?)
                        """)
                .params(
                        command.consultation().value(),
                        command.key(),
                        occasion.meeting(),
                        occasion.channel().name(),
                        value(occasion.station()),
                        occasion.collector(),
                        occasion.heldOn(),
                        occasion.from(),
                        occasion.to(),
                        occasion.place(),
                        occasion.chair(),
                        occasion.explainer(),
                        occasion.notes(),
                        occasion.noticeRead(),
                        occasion.confirmed(),
                        Timestamps.of(at),
                        by,
                        Timestamps.of(at),
                        by)
                .update(key, "id");
        OfflineRecordId id = new OfflineRecordId(key.getKey().longValue());
        insertParts(id, command);
        return id;
    }

    /** @return false where it is no draft of this version any more */
    boolean overwrite(OfflineRecordId id, SaveRecord command, String by, Instant at) {
        Occasion occasion = command.occasion();
        int changed = db.sql("""
                        UPDATE offline_record
                        SET channel = ?, station_id = ?, collector = ?, held_on = ?, from_time = ?, to_time = ?,
                            place = ?, chair = ?, explainer = ?, notes = ?, notice_read = ?, confirmed = ?,
                            version = version + 1, saved_at = ?, saved_by = ?
                        WHERE id = ? AND version = ? AND status = 'DRAFT'
                        """)
                .params(
                        occasion.channel().name(),
                        value(occasion.station()),
                        occasion.collector(),
                        occasion.heldOn(),
                        occasion.from(),
                        occasion.to(),
                        occasion.place(),
                        occasion.chair(),
                        occasion.explainer(),
                        occasion.notes(),
                        occasion.noticeRead(),
                        occasion.confirmed(),
                        Timestamps.of(at),
                        by,
                        id.value(),
                        command.version())
                .update();
        if (changed == 0) {
            return false;
        }
        deleteParts(id);
        insertParts(id, command);
        return true;
    }

    /** @return false where it is no draft of this version any more; keeps others waiting until the transaction ends */
    boolean seal(OfflineRecordId id, int version, String by, Instant at) {
        return db.sql("""
                        UPDATE offline_record SET status = 'HANDED_IN', handed_in_at = ?, handed_in_by = ?
                        WHERE id = ? AND version = ? AND status = 'DRAFT'
                        """).params(Timestamps.of(at), by, id.value(), version).update() == 1;
    }

    /** @return false where it is no draft any more */
    boolean delete(OfflineRecordId id) {
        int drafts = db.sql("UPDATE offline_record SET version = version + 1 WHERE id = ? AND status = 'DRAFT'")
                .param(id.value())
                .update();
        if (drafts == 0) {
            return false;
        }
        deleteParts(id);
        db.sql("DELETE FROM offline_record WHERE id = ?").param(id.value()).update();
        return true;
    }

    private void deleteParts(OfflineRecordId id) {
        for (String table : List.of("offline_attendance", "offline_speaker", "offline_statement")) {
            db.sql("DELETE FROM " + table + " WHERE record_id = ?")
                    .param(id.value())
                    .update();
        }
    }

    private void insertParts(OfflineRecordId id, SaveRecord command) {
        List<Attendance> attendance = command.attendance();
        batches.batchUpdate(
                "INSERT INTO offline_attendance (record_id, position, category, people) VALUES (?, ?, ?, ?)",
                IntStream.range(0, attendance.size())
                        .mapToObj(i -> new Object[] {
                            id.value(),
                            i,
                            attendance.get(i).category(),
                            attendance.get(i).people()
                        })
                        .toList());
        insertSpeakers(id, Turns.speakers(command.occasion().meeting(), command.speakers(), command.statements()));
        List<Statement> statements = command.statements();
        batches.batchUpdate(
                """
                INSERT INTO offline_statement (record_id, position, speaker, clause, kind, original, proposed, reason)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                """,
                IntStream.range(0, statements.size())
                        .mapToObj(i -> {
                            Statement one = statements.get(i);
                            return new Object[] {
                                id.value(),
                                i,
                                one.speaker(),
                                one.clause(),
                                one.kind() == null ? null : one.kind().name(),
                                one.original(),
                                one.proposed(),
                                one.reason()
                            };
                        })
                        .toList());
    }

    private void insertSpeakers(OfflineRecordId id, List<Speaker> speakers) {
        batches.batchUpdate(
                """
                INSERT INTO offline_speaker (record_id, position, label, informant_id, outsider, contact,
                    identity_category, age_band, unit, confirmed, guardian, call_back, publish_name)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                IntStream.range(0, speakers.size())
                        .mapToObj(i -> {
                            Speaker one = speakers.get(i);
                            return new Object[] {
                                id.value(),
                                i,
                                Turns.label(one.label()),
                                one.informant() == null ? null : one.informant().value(),
                                one.outsider(),
                                one.contact(),
                                one.identityCategory(),
                                one.ageBand(),
                                one.unit(),
                                one.confirmed(),
                                one.guardian(),
                                one.callBack(),
                                one.publishName()
                            };
                        })
                        .toList());
    }

    /** Takes out what stands in the submissions now; each speaker's and each statement's place stays. */
    void handOver(OfflineRecordId id) {
        db.sql("DELETE FROM offline_speaker WHERE record_id = ?")
                .param(id.value())
                .update();
        db.sql("DELETE FROM offline_statement WHERE record_id = ?")
                .param(id.value())
                .update();
    }

    /** A speaker and what this person said, as they were handed in with this receipt; statements are places in the record. */
    void link(OfflineRecordId id, int speaker, Speaker who, String receipt, List<Integer> statements) {
        long submission = db.sql("SELECT id FROM submission WHERE receipt = ?")
                .param(receipt)
                .query(Long.class)
                .single();
        db.sql("""
                        INSERT INTO offline_speaker (record_id, position, outsider, confirmed, guardian, call_back,
                            publish_name, submission_id)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        id.value(),
                        speaker,
                        who.outsider(),
                        who.confirmed(),
                        who.guardian(),
                        who.callBack(),
                        who.publishName(),
                        submission)
                .update();
        List<Long> suggestions = db.sql("SELECT id FROM suggestion WHERE submission_id = ? ORDER BY position, id")
                .param(submission)
                .query(Long.class)
                .list();
        batches.batchUpdate(
                "INSERT INTO offline_statement (record_id, position, said_by, suggestion_id) VALUES (?, ?, ?, ?)",
                IntStream.range(0, statements.size())
                        .mapToObj(i -> new Object[] {id.value(), statements.get(i), speaker, suggestions.get(i)})
                        .toList());
    }

    Optional<OfflineRecord> find(OfflineRecordId id) {
        return db.sql("SELECT * FROM offline_record WHERE id = ?")
                .param(id.value())
                .query((row, n) -> record(row, voices(id)))
                .optional();
    }

    private OfflineRecord record(ResultSet row, List<OfflineRecord.Voice> voices) throws SQLException {
        OfflineRecordId id = new OfflineRecordId(row.getLong("id"));
        Long station = row.getObject("station_id", Long.class);
        return new OfflineRecord(
                id,
                row.getString("form_key"),
                new ConsultationNumber(row.getString("consultation")),
                new Occasion(
                        row.getBoolean("meeting"),
                        Channel.valueOf(row.getString("channel")),
                        station == null ? null : new StationId(station),
                        row.getString("collector"),
                        row.getObject("held_on", LocalDate.class),
                        row.getObject("from_time", LocalTime.class),
                        row.getObject("to_time", LocalTime.class),
                        row.getString("place"),
                        row.getString("chair"),
                        row.getString("explainer"),
                        row.getString("notes"),
                        row.getBoolean("notice_read"),
                        row.getBoolean("confirmed")),
                attendance(id),
                voices,
                said(id, voices),
                row.getInt("version"),
                Timestamps.in(row, "begun_at"),
                row.getString("begun_by"),
                Timestamps.in(row, "saved_at"),
                row.getString("saved_by"),
                Timestamps.in(row, "handed_in_at"),
                row.getString("handed_in_by"));
    }

    private List<Attendance> attendance(OfflineRecordId id) {
        return db.sql("SELECT category, people FROM offline_attendance WHERE record_id = ? ORDER BY position")
                .param(id.value())
                .query((row, n) -> new Attendance(row.getString("category"), row.getInt("people")))
                .list();
    }

    private List<OfflineRecord.Voice> voices(OfflineRecordId id) {
        return db.sql("""
                        SELECT COALESCE(p.label, i.name, m.proposer_name, '匿名') AS label,
                               COALESCE(p.informant_id, m.informant_id) AS informant_id, p.outsider,
                               COALESCE(p.contact, m.proposer_contact) AS contact,
                               COALESCE(p.identity_category, m.identity_category) AS identity_category,
                               COALESCE(p.age_band, m.age_band) AS age_band, COALESCE(p.unit, m.unit) AS unit,
                               p.confirmed, p.guardian, p.call_back, p.publish_name, m.receipt, m.timing
                        FROM offline_speaker p
                        LEFT JOIN submission m ON m.id = p.submission_id
                        LEFT JOIN informant i ON i.id = m.informant_id
                        WHERE p.record_id = ?
                        ORDER BY p.position
                        """).param(id.value()).query((row, n) -> voice(row)).list();
    }

    private static OfflineRecord.Voice voice(ResultSet row) throws SQLException {
        Long informant = row.getObject("informant_id", Long.class);
        return new OfflineRecord.Voice(
                new Speaker(
                        row.getString("label"),
                        informant == null ? null : new InformantId(informant),
                        row.getBoolean("outsider"),
                        row.getString("contact"),
                        row.getString("identity_category"),
                        row.getString("age_band"),
                        row.getString("unit"),
                        row.getBoolean("confirmed"),
                        row.getBoolean("guardian"),
                        row.getBoolean("call_back"),
                        row.getBoolean("publish_name")),
                row.getString("receipt"),
                "LATE".equals(row.getString("timing")));
    }

    private List<OfflineRecord.Said> said(OfflineRecordId id, List<OfflineRecord.Voice> voices) {
        return db.sql("""
                        SELECT t.speaker, t.said_by, t.clause, t.kind, t.original, t.proposed, t.reason, t.suggestion_id,
                               s.clause_label, s.kind AS given_kind, s.withdrawn_at, w.original AS given,
                               w.proposed AS given_proposed, w.reason AS given_reason
                        FROM offline_statement t
                        LEFT JOIN suggestion s ON s.id = t.suggestion_id
                        LEFT JOIN suggestion_words w ON w.suggestion_id = t.suggestion_id
                        WHERE t.record_id = ?
                        ORDER BY t.position
                        """)
                .param(id.value())
                .query((row, n) -> said(row, voices))
                .list();
    }

    private static OfflineRecord.Said said(ResultSet row, List<OfflineRecord.Voice> voices) throws SQLException {
        Long suggestion = row.getObject("suggestion_id", Long.class);
        if (suggestion == null) {
            String kind = row.getString("kind");
            Statement statement = new Statement(
                    row.getString("speaker"),
                    row.getString("clause"),
                    kind == null ? null : SuggestionKind.valueOf(kind),
                    row.getString("original"),
                    row.getString("proposed"),
                    row.getString("reason"));
            return new OfflineRecord.Said(statement, null, null, false);
        }
        return new OfflineRecord.Said(
                new Statement(
                        voices.get(row.getInt("said_by")).speaker().label(),
                        row.getString("clause_label"),
                        SuggestionKind.valueOf(row.getString("given_kind")),
                        row.getString("given"),
                        row.getString("given_proposed"),
                        row.getString("given_reason")),
                row.getString("clause_label"),
                new SuggestionId(suggestion),
                row.getObject("withdrawn_at") != null);
    }

    private static Long value(StationId station) {
        return station == null ? null : station.value();
    }
}
