package cn.zhengxun.privacy;

import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Blackens a person's traces in texts that others have written: notes, reasons, wordings. Never used for original words,
 * whose one lawful change stands beside them.
 */
@Component
public class TracesInTexts {
    private final JdbcClient db;

    TracesInTexts(JdbcClient db) {
        this.db = db;
    }

    /**
     * @param table and columns: names from the code, never typed by anybody
     * @param condition which rows are looked at, with the named parameters of values
     * @return how many texts were changed
     */
    public int blacken(Traces traces, String table, String condition, Map<String, ?> values, List<String> columns) {
        return traces.none()
                ? 0
                : columns.stream()
                        .mapToInt(column -> blacken(traces, table, condition, values, column))
                        .sum();
    }

    private int blacken(Traces traces, String table, String condition, Map<String, ?> values, String column) {
        List<String> texts = db.sql("SELECT DISTINCT %2$s FROM %1$s WHERE %2$s IS NOT NULL AND (%3$s)"
                        .formatted(table, column, condition))
                .params(values)
                .query(String.class)
                .list();
        int changed = 0;
        for (String text : texts) {
            String blackened = traces.blacken(text);
            if (!blackened.equals(text)) {
                changed += db.sql("UPDATE %1$s SET %2$s = :blackened WHERE %2$s = :text AND (%3$s)"
                                .formatted(table, column, condition))
                        .params(values)
                        .param("blackened", blackened)
                        .param("text", text)
                        .update();
            }
        }
        return changed;
    }
}
