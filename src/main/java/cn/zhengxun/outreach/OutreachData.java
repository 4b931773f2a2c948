package cn.zhengxun.outreach;

import cn.zhengxun.directory.SamePerson;
import cn.zhengxun.kernel.Shanghai;
import cn.zhengxun.kernel.Timestamps;
import cn.zhengxun.privacy.Chapter;
import cn.zhengxun.privacy.Chapter.Fact;
import cn.zhengxun.privacy.PersonalData;
import cn.zhengxun.privacy.Subject;
import cn.zhengxun.privacy.Traces;
import cn.zhengxun.privacy.TracesInTexts;
import cn.zhengxun.privacy.Way;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Invitations and lists. Every link ends. An invitation that was answered stands as it is, since it is counted; one that
 * was not is revoked while the collection is open, so that nobody is reminded or printed.
 */
@Component
@Order(Way.OUTREACH)
class OutreachData implements PersonalData {
    private final JdbcClient db;
    private final SamePerson same;
    private final TracesInTexts texts;
    private final Clock clock;

    OutreachData(JdbcClient db, SamePerson same, TracesInTexts texts, Clock clock) {
        this.db = db;
        this.same = same;
        this.texts = texts;
        this.clock = clock;
    }

    @Override
    public List<Chapter> copyOf(Subject subject) {
        Set<Long> entries = same.entries(subject);
        if (same.unknown(subject)) {
            return List.of();
        }
        List<Fact> facts = db.sql("""
                        SELECT c.title, i.issued_at, i.opened_at, i.answered_at, m.reason
                        FROM invitation i
                        JOIN consultation c ON c.number = i.consultation
                        LEFT JOIN audience_member m ON m.consultation = i.consultation AND m.informant_id = i.informant_id
                        WHERE i.informant_id IN (:ids)
                        ORDER BY i.id
                        """)
                .param("ids", entries)
                .query((row, n) -> new Fact(
                        row.getString("title"),
                        "邀请" + Shanghai.minute(Timestamps.in(row, "issued_at"))
                                + at("，打开", Timestamps.in(row, "opened_at"))
                                + at("，答复", Timestamps.in(row, "answered_at"))
                                + (row.getString("reason") == null ? "" : "；邀请您的理由：" + row.getString("reason"))))
                .list();
        return facts.isEmpty() ? List.of() : List.of(new Chapter("向您发出的邀请", facts));
    }

    private static String at(String what, Instant at) {
        return at == null ? "" : what + Shanghai.minute(at);
    }

    /** Answered ones and those of the past as well: a page that was opened by their links may still be open. */
    @Override
    public void hold(Subject subject) {
        Set<Long> entries = same.entries(subject);
        if (!entries.isEmpty()) {
            db.sql("UPDATE invitation SET erased_at = COALESCE(erased_at, :now) WHERE informant_id IN (:ids)")
                    .param("now", Timestamps.of(clock.instant()))
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
        return links(entries) + ownReasons(entries) + othersTexts(entries, traces);
    }

    private int links(Set<Long> entries) {
        int tokens = db.sql("""
                        DELETE FROM invitation_token
                        WHERE invitation_id IN (SELECT id FROM invitation WHERE informant_id IN (:ids))
                        """).param("ids", entries).update();
        int slips = db.sql("DELETE FROM station_slip_token WHERE informant_id IN (:ids)")
                .param("ids", entries)
                .update();
        int unanswered = db.sql("""
                        UPDATE invitation SET revoked_at = :now
                        WHERE informant_id IN (:ids) AND answered_at IS NULL AND revoked_at IS NULL
                          AND consultation IN (SELECT number FROM consultation WHERE collect_closed_at IS NULL)
                        """)
                .param("now", Timestamps.of(clock.instant()))
                .param("ids", entries)
                .update();
        return tokens + slips + unanswered;
    }

    /** What somebody wrote behind 人工加入, 人工移出 or 替换 goes; that it was done by hand stays. */
    private int ownReasons(Set<Long> entries) {
        return db.sql("""
                        UPDATE audience_member
                        SET reason = CASE WHEN reason LIKE '替换%' THEN '替换' ELSE SUBSTRING(reason FROM 1 FOR POSITION('：' IN reason) - 1) END
                        WHERE informant_id IN (:ids) AND POSITION('：' IN reason) > 1
                          AND (reason LIKE '人工%' OR reason LIKE '替换%')
                        """).param("ids", entries).update();
    }

    private int othersTexts(Set<Long> entries, Traces traces) {
        Map<String, Object> ids = Map.of("ids", entries);
        return texts.blacken(
                        traces,
                        "audience_member",
                        "(reason LIKE '人工%' OR reason LIKE '替换%') AND consultation IN"
                                + " (SELECT consultation FROM invitation WHERE informant_id IN (:ids))",
                        ids,
                        List.of("reason"))
                + texts.blacken(traces, "station_slip", "withdraw_reason <> ''", Map.of(), List.of("withdraw_reason"))
                + texts.blacken(traces, "station_report", "note <> ''", Map.of(), List.of("note"));
    }
}
