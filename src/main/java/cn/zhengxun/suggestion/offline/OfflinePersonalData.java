package cn.zhengxun.suggestion.offline;

import cn.zhengxun.privacy.Chapter;
import cn.zhengxun.privacy.PersonalData;
import cn.zhengxun.privacy.Subject;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who spoke, in records not yet handed in. Afterwards the submissions alone know people. */
@Component
class OfflinePersonalData implements PersonalData {
    private final JdbcClient db;

    OfflinePersonalData(JdbcClient db) {
        this.db = db;
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
        for (Place place : places) {
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
        return places.size();
    }

    private List<Place> places(Subject subject) {
        if (subject.informant() == null) {
            return List.of();
        }
        return db.sql("SELECT record_id, position, label FROM offline_speaker WHERE informant_id = ?")
                .param(subject.informant())
                .query((row, n) -> new Place(row.getLong("record_id"), row.getInt("position"), row.getString("label")))
                .list();
    }
}
