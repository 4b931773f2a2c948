package cn.zhengxun.suggestion;

import cn.zhengxun.directory.SamePerson;
import cn.zhengxun.privacy.KnownAs;
import cn.zhengxun.privacy.Subject;
import cn.zhengxun.privacy.Traces;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What one person handed in, withdrawn and late ones too, for the rooms that hang something on it. */
@Component
@Transactional(readOnly = true)
public class OwnSuggestions implements KnownAs {
    private final JdbcClient db;
    private final SamePerson same;

    OwnSuggestions(JdbcClient db, SamePerson same) {
        this.db = db;
        this.same = same;
    }

    /** Ids of submissions; those whose person was erased as well, where the directory still leads there. */
    public List<Long> submissions(Subject subject) {
        if (subject.receipt() != null) {
            return db.sql("SELECT id FROM submission WHERE receipt = ? AND informant_id IS NULL")
                    .param(subject.receipt())
                    .query(Long.class)
                    .list();
        }
        Set<Long> entries = same.entries(subject);
        return entries.isEmpty()
                ? List.of()
                : db.sql("SELECT id FROM submission WHERE informant_id IN (:ids) ORDER BY id")
                        .param("ids", entries)
                        .query(Long.class)
                        .list();
    }

    /** Ids of suggestions. */
    public List<Long> suggestions(Subject subject) {
        List<Long> submissions = submissions(subject);
        return submissions.isEmpty()
                ? List.of()
                : db.sql("SELECT id FROM suggestion WHERE submission_id IN (:ids) ORDER BY id")
                        .param("ids", submissions)
                        .query(Long.class)
                        .list();
    }

    @Override
    public List<Subject> all(Subject subject) {
        Set<Long> entries = same.entries(subject);
        return entries.isEmpty()
                ? List.of(subject)
                : entries.stream().sorted().map(Subject::ofInformant).toList();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean held(Subject subject) {
        return !db.sql(
                        subject.informant() == null
                                ? "SELECT id FROM submission WHERE receipt = :of AND erased_at IS NULL FOR UPDATE"
                                : "SELECT id FROM informant WHERE id = :of AND erased_at IS NULL FOR UPDATE")
                .param("of", subject.informant() == null ? subject.receipt() : subject.informant())
                .query(Long.class)
                .list()
                .isEmpty();
    }

    /** What the person is recognised by, in the directory or on the form. */
    @Override
    public Traces traces(Subject subject) {
        SamePerson.Known known = same.known(subject);
        List<String> names = new ArrayList<>(known.names());
        List<String> contacts = new ArrayList<>(known.contacts());
        List<Long> submissions = submissions(subject);
        if (!submissions.isEmpty()) {
            db.sql("SELECT proposer_name, proposer_contact FROM submission WHERE id IN (:ids)")
                    .param("ids", submissions)
                    .query(row -> {
                        names.add(row.getString("proposer_name"));
                        contacts.add(row.getString("proposer_contact"));
                    });
        }
        return Traces.of(names, contacts);
    }
}
