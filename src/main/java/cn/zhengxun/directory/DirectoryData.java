package cn.zhengxun.directory;

import cn.zhengxun.kernel.Shanghai;
import cn.zhengxun.kernel.Timestamps;
import cn.zhengxun.privacy.Chapter;
import cn.zhengxun.privacy.Chapter.Fact;
import cn.zhengxun.privacy.PersonalData;
import cn.zhengxun.privacy.Subject;
import cn.zhengxun.privacy.Traces;
import cn.zhengxun.privacy.Way;
import cn.zhengxun.sheet.WaitingFiles;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What the directory knows about a person. The id and the station stay after an erasure, so that what was counted by
 * person and by station still counts the same; nothing else of the entry does.
 */
@Component
@Order(Way.DIRECTORY)
class DirectoryData implements PersonalData {
    /** In every list where a name stood. */
    static final String NOBODY = "（已删除）";

    private final JdbcClient db;
    private final SamePerson same;
    private final InformantRows informants;
    private final RecordRows records;
    private final StationRows stations;
    private final WaitingFiles files;
    private final Clock clock;

    DirectoryData(
            JdbcClient db,
            SamePerson same,
            InformantRows informants,
            RecordRows records,
            StationRows stations,
            WaitingFiles files,
            Clock clock) {
        this.db = db;
        this.same = same;
        this.informants = informants;
        this.records = records;
        this.stations = stations;
        this.files = files;
        this.clock = clock;
    }

    @Override
    public List<Chapter> copyOf(Subject subject) {
        List<InformantId> entries =
                same.entries(subject).stream().map(InformantId::new).toList();
        List<Chapter> chapters = new ArrayList<>();
        for (Informant entry : informants.find(entries)) {
            if (!NOBODY.equals(entry.name())) {
                chapters.add(new Chapter("名录中的资料", facts(entry)));
                List<Fact> further = further(entry.id());
                if (!further.isEmpty()) {
                    chapters.add(new Chapter("同意记录和培训记录", further));
                }
            }
        }
        return chapters;
    }

    private List<Fact> facts(Informant entry) {
        List<Fact> facts = new ArrayList<>();
        fact(facts, "姓名", entry.name());
        fact(facts, "手机", entry.phone());
        fact(facts, "邮箱", entry.email());
        fact(
                facts,
                "所在站点",
                entry.station() == null
                        ? null
                        : stations.find(entry.station()).map(Station::name).orElse(null));
        fact(facts, "年龄段", entry.ageBand());
        fact(facts, "职业", entry.occupation());
        fact(facts, "标签", String.join("、", entry.tags()));
        fact(facts, "联系方式偏好", entry.channel().chinese());
        fact(facts, "按标签推送", entry.profilingRefused() ? "已拒绝" : "未拒绝");
        fact(facts, "加入日期", date(entry.joinedOn()));
        fact(facts, "任期到", date(entry.termEndsOn()));
        fact(facts, "在任", entry.active() ? "是" : "否");
        fact(facts, "邮件退信情况", entry.mailFailure());
        return facts;
    }

    private List<Fact> further(InformantId entry) {
        List<Fact> facts = new ArrayList<>();
        records.consents(entry)
                .forEach(consent -> fact(
                        facts,
                        consent.kind().chinese(),
                        date(consent.decidedOn()) + (consent.given() ? "同意：" : "不同意：") + consent.wording()));
        records.trainings(entry)
                .forEach(training -> fact(facts, "培训", date(training.trainedOn()) + " " + training.topic()));
        return facts;
    }

    private static void fact(List<Fact> facts, String label, String text) {
        if (text != null && !text.isBlank()) {
            facts.add(new Fact(label, text));
        }
    }

    private static String date(LocalDate date) {
        return date == null ? null : Shanghai.date(date);
    }

    /** Not by FOR UPDATE, for which everything that names the entry in a foreign key would have to wait. */
    @Override
    public void hold(Subject subject) {
        Set<Long> entries = same.entries(subject);
        if (!entries.isEmpty()) {
            db.sql("UPDATE informant SET active = active WHERE id IN (:ids)")
                    .param("ids", entries)
                    .update();
        }
    }

    @Override
    public int erase(Subject subject) {
        Set<Long> entries = same.entries(subject);
        if (entries.isEmpty()) {
            return 0;
        }
        Traces traces = same.known(subject).traces();
        int changed = waitingImports(subject, entries, traces);
        for (String table : List.of("informant_tag", "informant_training", "informant_consent")) {
            changed += db.sql("DELETE FROM " + table + " WHERE informant_id IN (:ids)")
                    .param("ids", entries)
                    .update();
        }
        changed += db.sql("DELETE FROM informant_distinct WHERE lower_id IN (:ids) OR higher_id IN (:ids)")
                .param("ids", entries)
                .update();
        changed += db.sql("UPDATE station SET coordinator_id = NULL WHERE coordinator_id IN (:ids)")
                .param("ids", entries)
                .update();
        return changed
                + db.sql("""
                                UPDATE informant
                                SET name = :nobody, phone = NULL, email = NULL, age_band = NULL, occupation = NULL,
                                    profiling_refused = TRUE, active = FALSE, term_ends_on = NULL, channel = 'PAPER',
                                    mail_failure = NULL, mail_failed_at = NULL, joined_on = DATE '1900-01-01',
                                    erased_at = :now
                                WHERE id IN (:ids) AND erased_at IS NULL
                                """)
                        .param("nobody", NOBODY)
                        .param("now", Timestamps.of(clock.instant()))
                        .param("ids", entries)
                        .update();
    }

    /** A file that waits for confirmation may be about to write the person again: its rows about the person go. */
    private int waitingImports(Subject subject, Set<Long> entries, Traces traces) {
        int removed = files.forget(entries);
        for (String contact : same.known(subject).contacts()) {
            removed += contact == null || contact.isBlank() ? 0 : files.forgetHolding(InformantColumn.TABLE, contact);
        }
        return removed + files.blacken(InformantColumn.TABLE, traces, List.of("note", "findings"));
    }
}
