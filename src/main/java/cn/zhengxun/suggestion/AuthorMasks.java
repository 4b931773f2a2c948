package cn.zhengxun.suggestion;

import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.consultation.Plans;
import cn.zhengxun.privacy.Traces;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * How experts, managers, machines, reports and case files see what people wrote: where authors wrote their own name,
 * number or address into their words, it is blackened, and a category in their own words is 其他. What is frozen or archived so never has to be changed when
 * somebody is erased. The words themselves stay as they were written.
 */
@Component
@Transactional(readOnly = true)
public class AuthorMasks {
    private static final int CHUNK = 1_000;
    private static final String AUTHORS = """
            SELECT s.id, s.consultation, m.identity_category, m.proposer_name, m.proposer_contact, i.name, i.phone, i.email
            FROM suggestion s
            JOIN submission m ON m.id = s.submission_id
            LEFT JOIN informant i ON i.id = m.informant_id
            """;

    private final JdbcClient db;
    private final Plans plans;

    AuthorMasks(JdbcClient db, Plans plans) {
        this.db = db;
        this.plans = plans;
    }

    /**
     * Texts about some suggestions, as others may read them.
     *
     * @param ownCategories suggestions whose authors said who they are in their own words, which may fit one person only
     */
    public record Masks(Map<Long, Traces> authors, Set<Long> ownCategories) {

        /** @param text may be null, which stays null */
        public String on(SuggestionId suggestion, String text) {
            return on(suggestion.value(), text);
        }

        public String on(long suggestion, String text) {
            Traces author = authors.get(suggestion);
            return author == null ? text : author.blacken(text);
        }

        /** An identity category that was offered, else 其他. @param category may be null, which stays null */
        public String category(long suggestion, String category) {
            return ownCategories.contains(suggestion) ? IdentityCategory.OTHER : category;
        }
    }

    /** For all of a consultation, late and withdrawn ones too. */
    public Masks of(ConsultationNumber consultation) {
        Reading reading = new Reading();
        db.sql(AUTHORS + "WHERE s.consultation = ?").param(consultation.value()).query(reading::read);
        return reading.masks();
    }

    public Masks of(Collection<Long> suggestions) {
        Reading reading = new Reading();
        List<Long> ids = suggestions.stream().distinct().toList();
        for (int from = 0; from < ids.size(); from += CHUNK) {
            db.sql(AUTHORS + "WHERE s.id IN (:ids)")
                    .param("ids", ids.subList(from, Math.min(ids.size(), from + CHUNK)))
                    .query(reading::read);
        }
        return reading.masks();
    }

    private final class Reading {
        private final Map<Long, Traces> authors = new HashMap<>();
        private final Set<Long> ownCategories = new HashSet<>();
        private final Map<String, List<String>> offered = new HashMap<>();

        void read(ResultSet row) throws SQLException {
            Traces author = Traces.of(
                    Arrays.asList(row.getString("proposer_name"), row.getString("name")),
                    Arrays.asList(row.getString("proposer_contact"), row.getString("phone"), row.getString("email")));
            if (!author.none()) {
                authors.put(row.getLong("id"), author);
            }
            String category = row.getString("identity_category");
            if (category != null
                    && !offered.computeIfAbsent(
                                    row.getString("consultation"),
                                    number -> plans.identityCategories(new ConsultationNumber(number)))
                            .contains(category)) {
                ownCategories.add(row.getLong("id"));
            }
        }

        Masks masks() {
            return new Masks(authors, ownCategories);
        }
    }
}
