package cn.zhengxun.outreach.audience;

import cn.zhengxun.kernel.Shanghai;
import cn.zhengxun.kernel.Timestamps;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;

/** An expression as one SQL over the whole directory at a given moment, with the values it binds. */
final class AudienceSql {
    /** What predicates refer to: i is the person, s the station or nothing. */
    static final String PEOPLE = "informant i LEFT JOIN station s ON s.id = i.station_id";
    /** The column's width. */
    private static final int LONGEST_REASON = 300;

    private final AudienceExpression expression;
    private final Instant now;
    private final Map<String, Object> values = new LinkedHashMap<>();

    AudienceSql(AudienceExpression expression, Instant now) {
        this.expression = expression;
        this.now = now;
    }

    /** @return the placeholder, such as :v3 */
    String bind(Object value) {
        String name = "v" + values.size();
        values.put(name, value);
        return ":" + name;
    }

    /** All that was bound so far, by name. */
    Map<String, Object> values() {
        return values;
    }

    LocalDate today() {
        return Shanghai.dateOf(now);
    }

    OffsetDateTime ago(int days) {
        return Timestamps.of(now.minus(Duration.ofDays(days)));
    }

    /** A table in brackets: every person's columns and the verdict, a name of {@link Verdict}. */
    String weighed() {
        return """
                (SELECT i.*, CASE
                     WHEN NOT i.active THEN 'INACTIVE'
                     WHEN i.term_ends_on < %s THEN 'EXPIRED'
                     ELSE CASE (%s) WHEN TRUE THEN 'CHOSEN' WHEN FALSE THEN 'UNMATCHED' ELSE 'REFUSED' END
                 END AS verdict
                 FROM %s)""".formatted(bind(today()), expression.predicate(this), PEOPLE);
    }

    /** Query of informant_id, included and reason for everybody; a reason that is too long is cut. */
    String members() {
        return """
                SELECT i.id AS informant_id, i.verdict = 'CHOSEN' AS included, CASE i.verdict
                    WHEN 'INACTIVE' THEN %s
                    WHEN 'EXPIRED' THEN %s
                    WHEN 'UNMATCHED' THEN %s
                    WHEN 'REFUSED' THEN %s
                    ELSE SUBSTRING('因' || SUBSTRING(%s FROM 2) FROM 1 FOR %d) END AS reason
                FROM %s i LEFT JOIN station s ON s.id = i.station_id""".formatted(
                        bind(Verdict.INACTIVE.reason()),
                        bind(Verdict.EXPIRED.reason()),
                        bind(Verdict.UNMATCHED.reason()),
                        bind(Verdict.REFUSED.reason()),
                        "(" + expression.grounds(this) + ")",
                        LONGEST_REASON,
                        weighed());
    }
}
