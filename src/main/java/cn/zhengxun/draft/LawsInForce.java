package cn.zhengxun.draft;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The texts of the library that were promulgated. */
@Repository
class LawsInForce {
    private final JdbcClient db;

    LawsInForce(JdbcClient db) {
        this.db = db;
    }

    /** @return the latest public 公布文本 whose own title or whose bill's is one of these */
    Optional<DraftId> titled(List<String> titles) {
        return db.sql("""
                        SELECT draft.id
                          FROM draft
                          JOIN bill ON bill.id = draft.bill_id
                         WHERE draft.reading = :reading
                           AND draft.visibility = 'PUBLIC'
                           AND draft.replaced_by IS NULL
                           AND (draft.title IN (:titles) OR bill.title IN (:titles))
                         ORDER BY draft.imported_at DESC, draft.id DESC
                         LIMIT 1
                        """)
                .param("reading", Reading.PROMULGATED.chinese())
                .param("titles", titles)
                .query(Long.class)
                .optional()
                .map(DraftId::new);
    }
}
