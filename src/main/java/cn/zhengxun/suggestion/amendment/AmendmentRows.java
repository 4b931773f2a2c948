package cn.zhengxun.suggestion.amendment;

import cn.zhengxun.draft.clause.ClauseId;
import cn.zhengxun.kernel.Timestamps;
import cn.zhengxun.suggestion.Change;
import cn.zhengxun.suggestion.SubmitSuggestions;
import cn.zhengxun.suggestion.Suggestion;
import cn.zhengxun.suggestion.SuggestionId;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;

/** Table suggestion_change, and the marks of table suggestion that go with it. */
@Repository
class AmendmentRows {

    /** A suggestion's new words, with the clause's label and words that its author saw. */
    record Words(SubmitSuggestions.Item item, String clauseLabel, String clauseText) {}

    /**
     * @param suggestion the row it concerns, of an amendment the new one
     * @param key of the form, or minted for the change
     * @param by a user's id, or public
     */
    record Made(SuggestionId suggestion, Change change, String key, Instant at, String by, String reason) {}

    private final JdbcClient db;

    AmendmentRows(JdbcClient db) {
        this.db = db;
    }

    /** The new version that was made with this key. */
    Optional<SuggestionId> ofKey(String key) {
        return db.sql("SELECT suggestion_id FROM suggestion_change WHERE change_key = ?")
                .param(key)
                .query((row, n) -> new SuggestionId(row.getLong(1)))
                .optional();
    }

    /** Keeps it from being erased until the transaction ends. @return false where its person was erased */
    boolean keepUnerased(long submission) {
        return db.sql("UPDATE submission SET erased_at = NULL WHERE id = ? AND erased_at IS NULL")
                        .param(submission)
                        .update()
                == 1;
    }

    /** @return false where it was withdrawn before */
    boolean withdraw(SuggestionId suggestion, Instant at) {
        return db.sql("UPDATE suggestion SET withdrawn_at = ? WHERE id = ? AND withdrawn_at IS NULL")
                        .params(Timestamps.of(at), suggestion.value())
                        .update()
                == 1;
    }

    /** @return false where it was not withdrawn */
    boolean restore(SuggestionId suggestion) {
        return db.sql("UPDATE suggestion SET withdrawn_at = NULL WHERE id = ? AND withdrawn_at IS NOT NULL")
                        .param(suggestion.value())
                        .update()
                == 1;
    }

    Instant withdrawnAt(SuggestionId suggestion) {
        return db.sql("SELECT withdrawn_at FROM suggestion WHERE id = ?")
                .param(suggestion.value())
                .query((row, n) -> Optional.ofNullable(Timestamps.in(row, "withdrawn_at")))
                .single()
                .orElse(null);
    }

    /** The version that replaced this one. */
    Optional<SuggestionId> successor(SuggestionId suggestion, long submission) {
        return db.sql("SELECT id FROM suggestion WHERE submission_id = ? AND replaces_id = ?")
                .params(submission, suggestion.value())
                .query((row, n) -> new SuggestionId(row.getLong(1)))
                .optional();
    }

    /** The suggestion behind the last of its submission. */
    SuggestionId insert(Suggestion replaced, Words words) {
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        ClauseId clause = words.item().clause();
        db.sql("""
                        INSERT INTO suggestion (submission_id, consultation, position, clause_id, clause_label, kind, replaces_id)
                        SELECT submission_id, consultation, MAX(position) + 1, CAST(? AS BIGINT), ?, ?, CAST(? AS BIGINT)
                        FROM suggestion
                        WHERE submission_id = ?
                        GROUP BY submission_id, consultation
                        """)
                .param(1, clause == null ? null : clause.value(), java.sql.Types.BIGINT)
                .param(2, words.clauseLabel())
                .param(3, words.item().kind().name())
                .param(4, replaced.id().value())
                .param(5, replaced.submission())
                .update(key, "id");
        SuggestionId id = new SuggestionId(key.getKey().longValue());
        db.sql("""
                        INSERT INTO suggestion_words (suggestion_id, clause_text, original, proposed, reason)
                        VALUES (?, ?, ?, ?, ?)
                        """)
                .params(
                        id.value(),
                        words.clauseText(),
                        words.item().original(),
                        words.item().proposed(),
                        words.item().reason())
                .update();
        return id;
    }

    void keep(Made change) {
        db.sql("""
                        INSERT INTO suggestion_change (suggestion_id, kind, change_key, changed_at, changed_by, reason)
                        VALUES (?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        change.suggestion().value(),
                        change.change().name(),
                        change.key(),
                        Timestamps.of(change.at()),
                        change.by(),
                        change.reason())
                .update();
    }
}
