package cn.zhengxun.collation;

import cn.zhengxun.privacy.ErasureHold;
import cn.zhengxun.privacy.Subject;
import cn.zhengxun.suggestion.OwnSuggestions;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What waits for a second person, to be held or to be released, is settled before its author goes; whether the hold was
 * begun on arrival or in step 6 makes no difference. What two people hold keeps nobody: its words stay without an author.
 */
@Component
class HeldSuggestions implements ErasureHold {
    private final JdbcClient db;
    private final OwnSuggestions own;

    HeldSuggestions(JdbcClient db, OwnSuggestions own) {
        this.db = db;
        this.own = own;
    }

    /** A decision of step 6 without a case was taken before holds on arrival were kept. */
    @Override
    public Optional<String> on(Subject subject) {
        List<Long> suggestions = own.suggestions(subject);
        if (suggestions.isEmpty()) {
            return Optional.empty();
        }
        return db.sql("""
                        SELECT DISTINCT s.consultation
                        FROM suggestion s
                        LEFT JOIN arrival_case h ON h.suggestion_id = s.id
                        LEFT JOIN screening k ON k.suggestion_id = s.id
                        WHERE s.id IN (:ids) AND s.withdrawn_at IS NULL
                          AND (h.state IN ('HOLD_PROPOSED', 'RELEASE_PROPOSED')
                            OR h.suggestion_id IS NULL AND k.decision = 'HOLD' AND k.confirmed_at IS NULL)
                        ORDER BY s.consultation
                        """).param("ids", suggestions).query(String.class).list().stream()
                .findFirst()
                .map(number -> "此人在%s里有意见暂存、等待第二个人复核，请先在“待核查”里办完复核，再执行删除。".formatted(number));
    }
}
