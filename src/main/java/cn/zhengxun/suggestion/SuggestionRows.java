package cn.zhengxun.suggestion;

import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.directory.InformantId;
import cn.zhengxun.directory.StationId;
import cn.zhengxun.draft.Visibility;
import cn.zhengxun.draft.clause.ClauseId;
import cn.zhengxun.kernel.Timestamps;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads suggestions, and numbers them once. */
@Repository
public class SuggestionRows {
    private static final String COLUMNS = """
            SELECT s.id, s.submission_id, m.receipt, s.number, s.consultation, s.clause_id, s.clause_label,
                   w.clause_text, s.kind, w.original, w.proposed, w.reason, m.informant_id, m.station_id,
                   m.channel, m.on_behalf, m.identity_category, m.accepted_at
            """;

    private static final String FROM = """
            FROM suggestion s
            JOIN submission m ON m.id = s.submission_id
            JOIN suggestion_words w ON w.suggestion_id = s.id
            """;

    private static final String SELECT = COLUMNS + FROM;

    /** With the consultation's title, for the author. */
    private static final String SELECT_TOLD = COLUMNS
            + ", s.position, s.replaces_id, s.withdrawn_at, m.timing, c.title, c.visibility\n" + FROM
            + "JOIN consultation c ON c.number = s.consultation\n";

    private final JdbcClient db;
    private final JdbcOperations batches;

    SuggestionRows(JdbcClient db, JdbcOperations batches) {
        this.db = db;
        this.batches = batches;
    }

    /**
     * One after the other: whoever calls this next waits until the caller's transaction ends. An update rather than a
     * lock, since each submission's foreign key shares the row already, and two that share it would wait for each other's
     * lock for ever.
     */
    public void keepTheDoor(ConsultationNumber consultation) {
        db.sql("UPDATE consultation SET collect_closed_at = collect_closed_at WHERE number = ?")
                .param(consultation.value())
                .update();
    }

    /** Whether collection has not been closed yet. */
    boolean collecting(ConsultationNumber consultation) {
        return db.sql("SELECT collect_closed_at IS NULL FROM consultation WHERE number = ?")
                .param(consultation.value())
                .query(Boolean.class)
                .single();
    }

    /** In the order they were written. */
    List<Long> ofSubmission(long submission) {
        return db.sql("SELECT id FROM suggestion WHERE submission_id = ? ORDER BY position")
                .param(submission)
                .query(Long.class)
                .list();
    }

    /** The collected ones without a number, in order of arrival. */
    List<Long> unnumbered(ConsultationNumber consultation) {
        return db.sql("""
                        SELECT s.id
                        FROM suggestion s JOIN submission m ON m.id = s.submission_id
                        WHERE s.consultation = ? AND s.number IS NULL
                          AND s.withdrawn_at IS NULL AND m.timing <> 'LATE'
                        ORDER BY m.accepted_at, s.id
                        """).param(consultation.value()).query(Long.class).list();
    }

    /** @return 0 where none has a number yet */
    int highestNumber(ConsultationNumber consultation) {
        return db.sql("SELECT COALESCE(MAX(number), 0) FROM suggestion WHERE consultation = ?")
                .param(consultation.value())
                .query(Integer.class)
                .single();
    }

    /** Gives the suggestions, in this order, the numbers from first on. */
    void number(List<Long> suggestions, int first) {
        batches.batchUpdate(
                "UPDATE suggestion SET number = ? WHERE id = ? AND number IS NULL",
                IntStream.range(0, suggestions.size())
                        .mapToObj(i -> new Object[] {first + i, suggestions.get(i)})
                        .toList());
    }

    int count(ConsultationNumber consultation) {
        return db.sql("""
                        SELECT COUNT(*)
                        FROM suggestion s JOIN submission m ON m.id = s.submission_id
                        WHERE s.consultation = ? AND s.withdrawn_at IS NULL AND m.timing <> 'LATE'
                        """).param(consultation.value()).query(Integer.class).single();
    }

    /** Gives it the number behind the highest where it is collected: neither withdrawn nor late. */
    public void numberNext(ConsultationNumber consultation, SuggestionId suggestion) {
        if (counted(suggestion)) {
            number(List.of(suggestion.value()), highestNumber(consultation) + 1);
        }
    }

    private boolean counted(SuggestionId suggestion) {
        return db.sql("""
                        SELECT COUNT(*)
                        FROM suggestion s JOIN submission m ON m.id = s.submission_id
                        WHERE s.id = ? AND s.withdrawn_at IS NULL AND m.timing <> 'LATE'
                        """).param(suggestion.value()).query(Integer.class).single() > 0;
    }

    List<Suggestion> collected(ConsultationNumber consultation) {
        return db.sql(SELECT + """
                        WHERE s.consultation = ? AND s.withdrawn_at IS NULL AND m.timing <> 'LATE'
                        ORDER BY CASE WHEN s.number IS NULL THEN 1 ELSE 0 END, s.number, m.accepted_at, s.id
                        """)
                .param(consultation.value())
                .query(SUGGESTION)
                .list();
    }

    public Optional<Suggestion> find(SuggestionId id) {
        return db.sql(SELECT + "WHERE s.id = ?")
                .param(id.value())
                .query(SUGGESTION)
                .optional();
    }

    List<Suggestion> ofInformant(InformantId informant) {
        return db.sql(SELECT + """
                        WHERE m.informant_id = ? AND s.withdrawn_at IS NULL
                        ORDER BY m.accepted_at DESC, s.submission_id DESC, s.position
                        """).param(informant.value()).query(SUGGESTION).list();
    }

    /**
     * @param replaces the version before, null for what was handed in
     * @param withdrawnAt null unless withdrawn, or replaced
     * @param title of the consultation; @param visibility of its draft
     */
    public record Told(
            Suggestion suggestion,
            int position,
            SuggestionId replaces,
            Instant withdrawnAt,
            Timing timing,
            String title,
            Visibility visibility) {}

    /** One person's of these consultations, the newest submission first, with every version and what was withdrawn. */
    public List<Told> handedBy(InformantId informant, Collection<ConsultationNumber> consultations) {
        return db.sql(SELECT_TOLD + """
                        WHERE m.informant_id = :informant AND s.consultation IN (:consultations)
                        ORDER BY m.accepted_at DESC, s.submission_id DESC, s.position
                        """)
                .param("informant", informant.value())
                .param(
                        "consultations",
                        consultations.stream().map(ConsultationNumber::value).toList())
                .query(TOLD)
                .list();
    }

    /** @param lastAt of the latest submission; @param suggestions that are not withdrawn, late ones too */
    public record Spoken(ConsultationNumber consultation, Instant lastAt, int suggestions) {}

    /** On which consultations one person said anything. */
    public Map<ConsultationNumber, Spoken> spoken(InformantId informant) {
        return db
                .sql("""
                        SELECT s.consultation, MAX(m.accepted_at) AS last_at,
                               SUM(CASE WHEN s.withdrawn_at IS NULL THEN 1 ELSE 0 END) AS suggestions
                        FROM submission m JOIN suggestion s ON s.submission_id = m.id
                        WHERE m.informant_id = ?
                        GROUP BY s.consultation
                        """)
                .param(informant.value())
                .query((row, n) -> new Spoken(
                        new ConsultationNumber(row.getString("consultation")),
                        Timestamps.in(row, "last_at"),
                        row.getInt("suggestions")))
                .stream()
                .collect(Collectors.toMap(Spoken::consultation, one -> one));
    }

    /** All of one consultation, late ones too, in the order of their numbers. */
    List<Told> handedTo(ConsultationNumber consultation) {
        return db.sql(SELECT_TOLD + """
                        WHERE s.consultation = ? AND s.withdrawn_at IS NULL
                        ORDER BY CASE WHEN s.number IS NULL THEN 1 ELSE 0 END, s.number, m.accepted_at, s.id
                        """).param(consultation.value()).query(TOLD).list();
    }

    /** How many of these consultations, late ones too. */
    int handedTo(Collection<ConsultationNumber> consultations) {
        return consultations.isEmpty()
                ? 0
                : db.sql("SELECT COUNT(*) FROM suggestion WHERE withdrawn_at IS NULL AND consultation IN (:numbers)")
                        .param(
                                "numbers",
                                consultations.stream()
                                        .map(ConsultationNumber::value)
                                        .toList())
                        .query(Integer.class)
                        .single();
    }

    /**
     * Those of one submission, with every version and what was withdrawn; none once its person was erased: what stands in
     * the receipt's place then could be guessed.
     */
    public List<Told> handedWith(String receipt) {
        return db.sql(SELECT_TOLD + "WHERE m.receipt = ? AND m.erased_at IS NULL ORDER BY s.position")
                .param(receipt)
                .query(TOLD)
                .list();
    }

    /** The same for those who work with it, whoever it came from. */
    List<Told> handedAs(long submission) {
        return db.sql(SELECT_TOLD + "WHERE m.id = ? ORDER BY s.position")
                .param(submission)
                .query(TOLD)
                .list();
    }

    /** Name and contact of the people outside the directory, by submission; both may be null. */
    Map<Long, Outsider> outsiders(ConsultationNumber consultation) {
        return db
                .sql("""
                        SELECT id, proposer_name, proposer_contact
                        FROM submission
                        WHERE consultation = ? AND informant_id IS NULL
                        """)
                .param(consultation.value())
                .query((row, n) -> new Outsider(
                        row.getLong("id"), row.getString("proposer_name"), row.getString("proposer_contact")))
                .stream()
                .collect(Collectors.toMap(Outsider::submission, outsider -> outsider));
    }

    /** The submissions whose person was erased: nobody is left to be told. */
    Set<Long> erased(ConsultationNumber consultation) {
        return new HashSet<>(db.sql("SELECT id FROM submission WHERE consultation = ? AND erased_at IS NOT NULL")
                .param(consultation.value())
                .query(Long.class)
                .list());
    }

    record Outsider(long submission, String name, String contact) {}

    private static final RowMapper<Suggestion> SUGGESTION = (row, n) -> new Suggestion(
            new SuggestionId(row.getLong("id")),
            row.getLong("submission_id"),
            row.getString("receipt"),
            row.getObject("number", Integer.class),
            new ConsultationNumber(row.getString("consultation")),
            id(row, "clause_id").map(ClauseId::new).orElse(null),
            row.getString("clause_label"),
            row.getString("clause_text"),
            SuggestionKind.valueOf(row.getString("kind")),
            row.getString("original"),
            row.getString("proposed"),
            row.getString("reason"),
            id(row, "informant_id").map(InformantId::new).orElse(null),
            id(row, "station_id").map(StationId::new).orElse(null),
            Channel.valueOf(row.getString("channel")),
            row.getBoolean("on_behalf"),
            row.getString("identity_category"),
            Timestamps.in(row, "accepted_at"));

    private static final RowMapper<Told> TOLD = (row, n) -> new Told(
            SUGGESTION.mapRow(row, n),
            row.getInt("position"),
            id(row, "replaces_id").map(SuggestionId::new).orElse(null),
            Timestamps.in(row, "withdrawn_at"),
            Timing.valueOf(row.getString("timing")),
            row.getString("title"),
            Visibility.valueOf(row.getString("visibility")));

    private static Optional<Long> id(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, Long.class));
    }
}
