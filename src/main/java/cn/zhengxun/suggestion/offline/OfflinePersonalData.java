package cn.zhengxun.suggestion.offline;

import cn.zhengxun.directory.SamePerson;
import cn.zhengxun.privacy.Chapter;
import cn.zhengxun.privacy.PersonalData;
import cn.zhengxun.privacy.Subject;
import cn.zhengxun.privacy.Traces;
import cn.zhengxun.privacy.TracesInTexts;
import cn.zhengxun.suggestion.OwnSuggestions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who spoke, in records not yet handed in. Afterwards the submissions alone know people, but for what staff typed around
 * the statements: notes, who was in the chair, names of photos and lists.
 */
@Component
class OfflinePersonalData implements PersonalData {
    private final JdbcClient db;
    private final SamePerson same;
    private final OwnSuggestions own;
    private final TracesInTexts texts;

    OfflinePersonalData(JdbcClient db, SamePerson same, OwnSuggestions own, TracesInTexts texts) {
        this.db = db;
        this.same = same;
        this.own = own;
        this.texts = texts;
    }

    private record Place(long record, int position, String label) {}

    @Override
    @Transactional(readOnly = true)
    public List<Chapter> copyOf(Subject subject) {
        List<Chapter.Fact> facts = new ArrayList<>();
        for (Place place : places(subject)) {
            db.sql("""
                            SELECT COALESCE(t.clause, '') AS clause, t.original
                            FROM offline_statement t JOIN offline_record r ON r.id = t.record_id
                            WHERE t.record_id = ? AND (t.speaker = ? OR NOT r.meeting)
                            ORDER BY t.position
                            """)
                    .params(place.record(), place.label())
                    .query((row, n) -> new Chapter.Fact(
                            "正在登记的发言" + (row.getString("clause").isBlank() ? "" : "（" + row.getString("clause") + "）"),
                            row.getString("original") == null ? "" : row.getString("original")))
                    .list()
                    .forEach(facts::add);
        }
        return facts.isEmpty() ? List.of() : List.of(new Chapter("正在登记、还没有提交的线下发言", facts));
    }

    @Override
    @Transactional
    public int erase(Subject subject) {
        List<Place> places = places(subject);
        Traces traces = own.traces(subject);
        for (Place place : places) {
            ownWords(place, traces);
            String nobody = Speaker.ANONYMOUS + (place.position() + 1);
            db.sql("UPDATE offline_statement SET speaker = ? WHERE record_id = ? AND speaker = ?")
                    .params(nobody, place.record(), place.label())
                    .update();
            db.sql("""
                            UPDATE offline_speaker
                            SET label = ?, informant_id = NULL, outsider = TRUE, contact = NULL, identity_category = NULL,
                                age_band = NULL, unit = NULL, call_back = FALSE, publish_name = FALSE
                            WHERE record_id = ? AND position = ?
                            """).params(nobody, place.record(), place.position()).update();
            // whoever still has the record open must not put the name back
            db.sql("UPDATE offline_record SET version = version + 1 WHERE id = ?")
                    .param(place.record())
                    .update();
        }
        return places.size() + aroundStatements(traces);
    }

    /** As an erasure does with what was handed in. */
    private void ownWords(Place place, Traces traces) {
        texts.blacken(
                traces,
                "offline_statement",
                "record_id = :record AND (speaker = :speaker OR record_id IN (SELECT id FROM offline_record WHERE NOT meeting))",
                Map.of("record", place.record(), "speaker", place.label()),
                List.of("original", "proposed", "reason"));
    }

    /** Of any record, since who attended need not have spoken. */
    private int aroundStatements(Traces traces) {
        return texts.blacken(
                        traces, "offline_record", "1 = 1", Map.of(), List.of("notes", "chair", "explainer", "place"))
                + texts.blacken(traces, "attachment", "meeting_id IS NOT NULL", Map.of(), List.of("file_name"));
    }

    private List<Place> places(Subject subject) {
        Set<Long> entries = same.entries(subject);
        if (entries.isEmpty()) {
            return List.of();
        }
        return db.sql("SELECT record_id, position, label FROM offline_speaker WHERE informant_id IN (:ids)")
                .param("ids", entries)
                .query((row, n) -> new Place(row.getLong("record_id"), row.getInt("position"), row.getString("label")))
                .list();
    }
}
