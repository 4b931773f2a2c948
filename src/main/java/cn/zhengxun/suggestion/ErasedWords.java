package cn.zhengxun.suggestion;

import cn.zhengxun.privacy.Traces;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The one lawful change of original words: where people wrote their own name, number or address into them, an erasure
 * blackens it. OriginalWordsTest lets exactly this statement pass.
 */
@Repository
class ErasedWords {
    private final JdbcClient db;

    ErasedWords(JdbcClient db) {
        this.db = db;
    }

    private record Words(long id, String original, String proposed, String reason) {}

    /** @return how many suggestions' words were changed */
    int blacken(List<Long> submissions, Traces traces) {
        List<Words> all = db.sql("""
                        SELECT w.suggestion_id, w.original, w.proposed, w.reason
                        FROM suggestion_words w JOIN suggestion s ON s.id = w.suggestion_id
                        WHERE s.submission_id IN (:ids) ORDER BY w.suggestion_id
                        """)
                .param("ids", submissions)
                .query((row, n) -> new Words(
                        row.getLong("suggestion_id"),
                        row.getString("original"),
                        row.getString("proposed"),
                        row.getString("reason")))
                .list();
        int changed = 0;
        for (Words words : all) {
            Words blackened = new Words(
                    words.id(),
                    traces.blacken(words.original()),
                    traces.blacken(words.proposed()),
                    traces.blacken(words.reason()));
            if (!Objects.equals(words, blackened)) {
                changed += db.sql(
                                "UPDATE suggestion_words SET original = ?, proposed = ?, reason = ? WHERE suggestion_id = ?")
                        .params(blackened.original(), blackened.proposed(), blackened.reason(), blackened.id())
                        .update();
            }
        }
        return changed;
    }
}
