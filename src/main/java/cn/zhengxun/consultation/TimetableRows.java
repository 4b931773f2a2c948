package cn.zhengxun.consultation;

import cn.zhengxun.kernel.Timestamps;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table timetable_entry. */
@Repository
class TimetableRows {
    private static final String COLUMNS = "step, owner_group, begins_at, due_at, warned_at, escalated_at";

    private final JdbcClient db;

    TimetableRows(JdbcClient db) {
        this.db = db;
    }

    List<TimetableEntry> of(ConsultationNumber number) {
        return db.sql("SELECT " + COLUMNS + " FROM timetable_entry WHERE consultation = ? ORDER BY step")
                .param(number.value())
                .query(TimetableRows::read)
                .list();
    }

    Map<ConsultationNumber, List<TimetableEntry>> all() {
        Map<ConsultationNumber, List<TimetableEntry>> all = new HashMap<>();
        db.sql("SELECT consultation, " + COLUMNS + " FROM timetable_entry ORDER BY consultation, step")
                .query((row, index) -> all.computeIfAbsent(
                                new ConsultationNumber(row.getString("consultation")), number -> new ArrayList<>())
                        .add(read(row, index)))
                .list();
        return all;
    }

    /** Replaces these steps' entries. */
    void replace(ConsultationNumber number, List<TimetableEntry> entries) {
        for (TimetableEntry entry : entries) {
            db.sql("DELETE FROM timetable_entry WHERE consultation = ? AND step = ?")
                    .params(number.value(), entry.step())
                    .update();
            db.sql("""
                            INSERT INTO timetable_entry (consultation, step, owner_group, begins_at, due_at, warned_at,
                                                         escalated_at)
                            VALUES (?, ?, ?, ?, ?, ?, ?)
                            """)
                    .params(Arrays.asList(
                            number.value(),
                            entry.step(),
                            entry.ownerGroup(),
                            Timestamps.of(entry.beginsAt()),
                            Timestamps.of(entry.dueAt()),
                            Timestamps.of(entry.warnedAt()),
                            Timestamps.of(entry.escalatedAt())))
                    .update();
        }
    }

    void setWarned(ConsultationNumber number, int step, Instant at) {
        db.sql("UPDATE timetable_entry SET warned_at = ? WHERE consultation = ? AND step = ?")
                .params(Timestamps.of(at), number.value(), step)
                .update();
    }

    void setEscalated(ConsultationNumber number, int step, Instant at) {
        db.sql("UPDATE timetable_entry SET escalated_at = ? WHERE consultation = ? AND step = ?")
                .params(Timestamps.of(at), number.value(), step)
                .update();
    }

    private static TimetableEntry read(ResultSet row, int index) throws SQLException {
        return new TimetableEntry(
                row.getInt("step"),
                row.getString("owner_group"),
                Timestamps.in(row, "begins_at"),
                Timestamps.in(row, "due_at"),
                Timestamps.in(row, "warned_at"),
                Timestamps.in(row, "escalated_at"));
    }
}
