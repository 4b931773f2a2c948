package cn.zhengxun.collation;

import cn.zhengxun.privacy.ErasureHold;
import cn.zhengxun.privacy.Subject;
import cn.zhengxun.suggestion.OwnSuggestions;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was held for two people to look at is looked at before its author goes. */
@Component
class HeldScreening implements ErasureHold {
    private final JdbcClient db;
    private final OwnSuggestions own;

    HeldScreening(JdbcClient db, OwnSuggestions own) {
        this.db = db;
        this.own = own;
    }

    @Override
    public Optional<String> on(Subject subject) {
        List<Long> suggestions = own.suggestions(subject);
        if (suggestions.isEmpty()) {
            return Optional.empty();
        }
        return db.sql("""
                        SELECT DISTINCT consultation FROM screening
                        WHERE suggestion_id IN (:ids) AND decision = 'HOLD' AND confirmed_at IS NULL
                        ORDER BY consultation
                        """).param("ids", suggestions).query(String.class).list().stream()
                .findFirst()
                .map(number -> "此人在%s里有意见暂存、等待第二个人复核，请先办完复核，再执行删除。".formatted(number));
    }
}
