package cn.zhengxun.suggestion;

import cn.zhengxun.kernel.Timestamps;
import cn.zhengxun.privacy.Expiring;
import cn.zhengxun.privacy.Subject;
import java.time.Instant;
import java.time.Period;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Name, contact and unit that were written on a form, from the archiving or the end of the consultation. They were given
 * so that questions could be asked and the outcome told; what was said stays, as after an erasure.
 */
@Component
class OutsiderContactRetention implements Expiring {
    private static final String OVER = """
            FROM submission m JOIN consultation c ON c.number = m.consultation
            WHERE m.erased_at IS NULL AND COALESCE(c.archived_at, c.ended_at) < :before
              AND (m.proposer_name IS NOT NULL OR m.proposer_contact IS NOT NULL OR m.unit IS NOT NULL)
            """;
    private final JdbcClient db;
    private final ErasedWords words;
    private final OwnCategories categories;
    private final OwnSuggestions own;

    OutsiderContactRetention(JdbcClient db, ErasedWords words, OwnCategories categories, OwnSuggestions own) {
        this.db = db;
        this.words = words;
        this.categories = categories;
        this.own = own;
    }

    @Override
    public String code() {
        return "contacts-on-forms";
    }

    @Override
    public Period usually() {
        return Period.ofYears(1);
    }

    @Override
    public int due(Instant before) {
        return db.sql("SELECT COUNT(*) " + OVER)
                .param("before", Timestamps.of(before))
                .query(Integer.class)
                .single();
    }

    /** The receipt stays: without a contact it leads nowhere, and its holder may still look up what became of the words. */
    @Override
    public int remove(Instant before, int most) {
        record Over(long id, String receipt, boolean outsider) {}
        List<Over> over = db.sql(
                        "SELECT m.id, m.receipt, m.informant_id " + OVER + " ORDER BY m.id FETCH FIRST :most ROWS ONLY")
                .param("before", Timestamps.of(before))
                .param("most", most)
                .query((row, n) ->
                        new Over(row.getLong("id"), row.getString("receipt"), row.getObject("informant_id") == null))
                .list();
        over.stream()
                .filter(Over::outsider)
                .forEach(one -> words.blacken(List.of(one.id()), own.traces(Subject.ofReceipt(one.receipt()))));
        if (over.isEmpty()) {
            return 0;
        }
        List<Long> ids = over.stream().map(Over::id).toList();
        categories.generalise(ids);
        return db.sql("""
                        UPDATE submission SET proposer_name = NULL, proposer_contact = NULL, unit = NULL,
                            consent_call_back = FALSE, consent_publish_name = FALSE
                        WHERE id IN (:ids)
                        """).param("ids", ids).update();
    }
}
