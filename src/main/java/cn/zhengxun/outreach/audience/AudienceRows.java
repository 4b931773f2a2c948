package cn.zhengxun.outreach.audience;

import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.directory.InformantId;
import cn.zhengxun.kernel.BulkWrites;
import cn.zhengxun.kernel.Timestamps;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Tables audience and audience_member. */
@Repository
class AudienceRows {
    /** Reasons of people moved by hand begin with one of these; they are counted together. */
    static final String JOINED = "人工加入";

    static final String LEFT = "人工移出";

    private final JdbcClient db;
    private final BulkWrites bulk;

    AudienceRows(JdbcClient db, BulkWrites bulk) {
        this.db = db;
        this.bulk = bulk;
    }

    Optional<Audience> find(ConsultationNumber number) {
        return read("SELECT * FROM audience WHERE consultation = ?", number);
    }

    /** As find; nobody else changes the list until the transaction ends. */
    Optional<Audience> lock(ConsultationNumber number) {
        return read("SELECT * FROM audience WHERE consultation = ? FOR UPDATE", number);
    }

    private Optional<Audience> read(String sql, ConsultationNumber number) {
        return db.sql(sql)
                .param(number.value())
                .query((row, n) -> new Audience(
                        row.getString("expression"),
                        Timestamps.in(row, "proposed_at"),
                        Timestamps.in(row, "frozen_at"),
                        row.getString("frozen_by")))
                .optional();
    }

    void insert(ConsultationNumber number, String expression, Instant proposedAt) {
        db.sql("INSERT INTO audience (consultation, expression, proposed_at) VALUES (?, ?, ?)")
                .params(number.value(), expression, Timestamps.of(proposedAt))
                .update();
    }

    void update(ConsultationNumber number, String expression, Instant proposedAt) {
        db.sql("UPDATE audience SET expression = ?, proposed_at = ? WHERE consultation = ?")
                .params(expression, Timestamps.of(proposedAt), number.value())
                .update();
    }

    /** Everybody of the directory, in or out, with the reason. @return how many */
    int replaceMembers(ConsultationNumber number, AudienceSql expression) {
        db.sql("DELETE FROM audience_member WHERE consultation = ?")
                .param(number.value())
                .update();
        String members = expression.members();
        int weighed = db.sql("""
                        INSERT INTO audience_member (consultation, informant_id, included, reason)
                        SELECT CAST(:consultation AS VARCHAR), m.informant_id, m.included, m.reason FROM (%s) m
                        """.formatted(members))
                .params(expression.values())
                .param("consultation", number.value())
                .update();
        bulk.written("audience_member", weighed);
        return weighed;
    }

    /** @return 0 where the person is not on the list */
    int adjust(ConsultationNumber number, AudienceMember member) {
        return db.sql("""
                        UPDATE audience_member SET included = ?, reason = ? WHERE consultation = ? AND informant_id = ?
                        """)
                .params(
                        member.included(),
                        member.reason(),
                        number.value(),
                        member.informant().value())
                .update();
    }

    void add(ConsultationNumber number, AudienceMember member) {
        db.sql("INSERT INTO audience_member (consultation, informant_id, included, reason) VALUES (?, ?, ?, ?)")
                .params(number.value(), member.informant().value(), member.included(), member.reason())
                .update();
    }

    AudienceTally tally(ConsultationNumber number) {
        Map<String, Integer> excluded = new LinkedHashMap<>();
        db.sql("""
                        SELECT reason, COUNT(*) FROM (
                            SELECT CASE WHEN reason LIKE '人工移出：%' THEN '人工移出' ELSE reason END AS reason
                            FROM audience_member WHERE consultation = ? AND NOT included) m
                        GROUP BY reason ORDER BY 2 DESC, reason
                        """).param(number.value()).query(row -> {
            excluded.put(row.getString(1), row.getInt(2));
        });
        return new AudienceTally(included(number), excluded);
    }

    private static final String MATCHES = """
            FROM audience_member m JOIN informant i ON i.id = m.informant_id LEFT JOIN station s ON s.id = i.station_id
            WHERE m.consultation = :consultation AND m.included = :included
              AND (:reason = '' OR m.reason = :reason OR m.reason LIKE :reasonBegins)
              AND (:name = '' OR i.name LIKE :nameLike)
            """;

    /** How often somebody was asked is counted for the page's people only, not for those it skips. */
    ListedPeople page(ConsultationNumber number, ListSearch search, Instant latelySince) {
        int total = bind("SELECT COUNT(*) " + MATCHES, number, search)
                .query(Integer.class)
                .single();
        int pages = Math.max(1, (total + ListedPeople.PAGE_SIZE - 1) / ListedPeople.PAGE_SIZE);
        int page = Math.min(search.page(), pages);
        List<ListedPerson> people = bind("""
                        SELECT shown.*, (SELECT COUNT(*) FROM invitation v
                                         WHERE v.informant_id = shown.informant_id AND v.issued_at >= :since
                                           AND v.consultation <> :consultation) AS asked
                        FROM (SELECT m.informant_id, i.name, s.name AS station, m.included, m.reason
                        """ + MATCHES + """
                              ORDER BY m.informant_id LIMIT :size OFFSET :skip) shown
                        ORDER BY shown.informant_id
                        """, number, search)
                .param("since", Timestamps.of(latelySince))
                .param("size", ListedPeople.PAGE_SIZE)
                .param("skip", (page - 1) * ListedPeople.PAGE_SIZE)
                .query((row, n) -> new ListedPerson(
                        new InformantId(row.getLong("informant_id")),
                        row.getString("name"),
                        row.getString("station"),
                        row.getBoolean("included"),
                        row.getString("reason"),
                        row.getInt("asked")))
                .list();
        return new ListedPeople(people, total, page, pages);
    }

    private JdbcClient.StatementSpec bind(String sql, ConsultationNumber number, ListSearch search) {
        boolean byHand = search.reason().equals(LEFT) || search.reason().equals(JOINED);
        return db.sql(sql)
                .param("consultation", number.value())
                .param("included", search.included())
                .param("reason", search.reason())
                .param("reasonBegins", byHand ? search.reason() + "：%" : "")
                .param("name", search.name())
                .param("nameLike", "%" + search.name().replaceAll("[\\\\%_]", "") + "%");
    }

    int included(ConsultationNumber number) {
        return db.sql("SELECT COUNT(*) FROM audience_member WHERE consultation = ? AND included")
                .param(number.value())
                .query(Integer.class)
                .single();
    }

    void freeze(ConsultationNumber number, Instant at, String by) {
        db.sql("UPDATE audience SET frozen_at = ?, frozen_by = ? WHERE consultation = ?")
                .params(Timestamps.of(at), by, number.value())
                .update();
    }
}
