package cn.zhengxun.suggestion;

import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.privacy.Traces;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * How experts, managers, machines, reports and case files see what people wrote: where authors wrote their own name,
 * number or address into their words, it is blackened. What is frozen or archived so never has to be changed when
 * somebody is erased. The words themselves stay as they were written.
 */
@Component
@Transactional(readOnly = true)
public class AuthorMasks {
    private static final int CHUNK = 1_000;
    private static final String AUTHORS = """
            SELECT s.id, m.proposer_name, m.proposer_contact, i.name, i.phone, i.email
            FROM suggestion s
            JOIN submission m ON m.id = s.submission_id
            LEFT JOIN informant i ON i.id = m.informant_id
            """;

    private final JdbcClient db;

    AuthorMasks(JdbcClient db) {
        this.db = db;
    }

    /** Texts about some suggestions, as others may read them. */
    public record Masks(Map<Long, Traces> authors) {

        /** @param text may be null, which stays null */
        public String on(SuggestionId suggestion, String text) {
            return on(suggestion.value(), text);
        }

        public String on(long suggestion, String text) {
            Traces author = authors.get(suggestion);
            return author == null ? text : author.blacken(text);
        }
    }

    /** For all of a consultation, late and withdrawn ones too. */
    public Masks of(ConsultationNumber consultation) {
        Map<Long, Traces> authors = new HashMap<>();
        read(db.sql(AUTHORS + "WHERE s.consultation = ?").param(consultation.value()), authors);
        return new Masks(authors);
    }

    public Masks of(Collection<Long> suggestions) {
        Map<Long, Traces> authors = new HashMap<>();
        List<Long> ids = suggestions.stream().distinct().toList();
        for (int from = 0; from < ids.size(); from += CHUNK) {
            read(
                    db.sql(AUTHORS + "WHERE s.id IN (:ids)")
                            .param("ids", ids.subList(from, Math.min(ids.size(), from + CHUNK))),
                    authors);
        }
        return new Masks(authors);
    }

    private static void read(JdbcClient.StatementSpec statement, Map<Long, Traces> authors) {
        statement.query(row -> {
            Traces author = Traces.of(
                    Arrays.asList(row.getString("proposer_name"), row.getString("name")),
                    Arrays.asList(row.getString("proposer_contact"), row.getString("phone"), row.getString("email")));
            if (!author.none()) {
                authors.put(row.getLong("id"), author);
            }
        });
    }
}
