package cn.zhengxun.suggestion.arrival;

import cn.zhengxun.kernel.Timestamps;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;
import org.springframework.stereotype.Repository;

/** Tables arrival_rule and arrival_rule_version. */
@Repository
class ArrivalRuleRows {
    private static final String SELECT = """
            SELECT v.rule_id, v.version, v.name, v.concern, v.detector, v.words, v.active, v.changed_by, v.changed_at
            FROM arrival_rule_version v
            """;

    private final JdbcClient db;

    ArrivalRuleRows(JdbcClient db) {
        this.db = db;
    }

    /** Each in its latest version, oldest rule first. */
    List<ArrivalRule> current() {
        return db.sql(SELECT + """
                        WHERE v.version = (SELECT MAX(o.version) FROM arrival_rule_version o WHERE o.rule_id = v.rule_id)
                        ORDER BY v.rule_id
                        """).query((row, n) -> rule(row)).list();
    }

    /** Latest first. */
    List<ArrivalRule> versions(long rule) {
        return db.sql(SELECT + "WHERE v.rule_id = ? ORDER BY v.version DESC")
                .param(rule)
                .query((row, n) -> rule(row))
                .list();
    }

    /** Changes with every version of any rule. */
    long stamp() {
        return db.sql("SELECT COUNT(*) FROM arrival_rule_version")
                .query(Long.class)
                .single();
    }

    long insertRule() {
        KeyHolder key = new GeneratedKeyHolder();
        db.sql("INSERT INTO arrival_rule DEFAULT VALUES").update(key, "id");
        return key.getKey().longValue();
    }

    /** @throws org.springframework.dao.DuplicateKeyException where somebody else wrote this version */
    void insert(ArrivalRule rule) {
        db.sql("""
                        INSERT INTO arrival_rule_version (rule_id, version, name, concern, detector, words, active,
                            changed_by, changed_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        rule.id(),
                        rule.version(),
                        rule.name(),
                        rule.concern().name(),
                        rule.detector() == null ? null : rule.detector().name(),
                        rule.words(),
                        rule.active(),
                        rule.changedBy(),
                        Timestamps.of(rule.changedAt()))
                .update();
    }

    private static ArrivalRule rule(ResultSet row) throws SQLException {
        String detector = row.getString("detector");
        return new ArrivalRule(
                row.getLong("rule_id"),
                row.getInt("version"),
                row.getString("name"),
                Concern.valueOf(row.getString("concern")),
                detector == null ? null : Detector.valueOf(detector),
                row.getString("words"),
                row.getBoolean("active"),
                row.getString("changed_by"),
                Timestamps.in(row, "changed_at"));
    }
}
