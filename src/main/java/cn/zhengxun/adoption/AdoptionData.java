package cn.zhengxun.adoption;

import cn.zhengxun.kernel.Shanghai;
import cn.zhengxun.kernel.Timestamps;
import cn.zhengxun.privacy.Chapter;
import cn.zhengxun.privacy.Chapter.Fact;
import cn.zhengxun.privacy.PersonalData;
import cn.zhengxun.privacy.Subject;
import cn.zhengxun.privacy.TracesInTexts;
import cn.zhengxun.privacy.Way;
import cn.zhengxun.suggestion.OwnSuggestions;
import java.util.List;
import java.util.Map;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Outcomes and the letters that tell them. A letter is a row of ids, written out only when it is looked at. */
@Component
@Order(Way.ADOPTION)
class AdoptionData implements PersonalData {
    private final JdbcClient db;
    private final OwnSuggestions own;
    private final TracesInTexts texts;

    AdoptionData(JdbcClient db, OwnSuggestions own, TracesInTexts texts) {
        this.db = db;
        this.own = own;
        this.texts = texts;
    }

    @Override
    public List<Chapter> copyOf(Subject subject) {
        List<Long> suggestions = own.suggestions(subject);
        if (suggestions.isEmpty()) {
            return List.of();
        }
        List<Fact> facts = db.sql("""
                        SELECT s.number, s.clause_label, o.outcome, o.reason, o.published_at
                        FROM outcome o JOIN suggestion s ON s.id = o.suggestion_id
                        JOIN submission m ON m.id = s.submission_id AND m.erased_at IS NULL
                        WHERE o.suggestion_id IN (:ids) AND o.published_at IS NOT NULL ORDER BY s.id
                        """)
                .param("ids", suggestions)
                .query((row, n) -> new Fact(
                        row.getString("clause_label") + "（编号" + row.getInt("number") + "）",
                        OutcomeKind.valueOf(row.getString("outcome")).chinese() + "：" + row.getString("reason") + "（"
                                + Shanghai.date(Timestamps.in(row, "published_at")) + "告知）"))
                .list();
        return facts.isEmpty() ? List.of() : List.of(new Chapter("您的意见的结果", facts));
    }

    @Override
    public int erase(Subject subject) {
        List<Long> suggestions = own.suggestions(subject);
        return suggestions.isEmpty()
                ? 0
                : texts.blacken(
                        own.traces(subject),
                        "outcome",
                        "suggestion_id IN (:ids)",
                        Map.of("ids", suggestions),
                        List.of("reason", "evidence"));
    }
}
