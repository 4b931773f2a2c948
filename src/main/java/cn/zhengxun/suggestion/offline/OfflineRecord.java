package cn.zhengxun.suggestion.offline;

import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.kernel.Shanghai;
import cn.zhengxun.suggestion.SuggestionId;
import cn.zhengxun.suggestion.attachment.Owner;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * A record as it stands. Of one that was handed in, speakers and statements are read from the suggestions.
 *
 * @param version counts the saves from 1
 * @param begunAt when it was saved first, which opens the grace period
 * @param handedInAt null for a draft, as is handedInBy
 */
record OfflineRecord(
        OfflineRecordId id,
        String key,
        ConsultationNumber consultation,
        Occasion occasion,
        List<Attendance> attendance,
        List<Voice> voices,
        List<Said> said,
        int version,
        Instant begunAt,
        String begunBy,
        Instant savedAt,
        String savedBy,
        Instant handedInAt,
        String handedInBy) {

    /** @param receipt null in a draft; @param late whether it came after the deadline */
    public record Voice(Speaker speaker, String receipt, boolean late) {}

    /**
     * @param clauseLabel null in a draft
     * @param suggestion what it became; null in a draft
     * @param changed whether it was withdrawn, or replaced by an amended one
     */
    public record Said(Statement statement, String clauseLabel, SuggestionId suggestion, boolean changed) {}

    public boolean handedIn() {
        return handedInAt != null;
    }

    public int people() {
        return attendance.stream().mapToInt(Attendance::people).sum();
    }

    public List<Speaker> speakers() {
        return voices.stream().map(Voice::speaker).toList();
    }

    public List<Statement> statements() {
        return said.stream().map(Said::statement).toList();
    }

    /** For example 2026年11月23日 09:00. */
    public String savedTime() {
        return Shanghai.minute(savedAt);
    }

    /** The same as it was read with this version, but for whether the person confirmed it. */
    SaveRecord confirmed(int read, boolean confirmed) {
        return new SaveRecord(
                id, key, read, consultation, occasion.confirmed(confirmed), attendance, speakers(), statements());
    }

    /** Whether keeping this would change nothing. */
    boolean keeps(SaveRecord command) {
        return occasion.equals(command.occasion())
                && attendance.equals(command.attendance())
                && statements().equals(command.statements());
    }

    /** Whether every word of it was handed in with this record. */
    boolean handedIn(SaveRecord command) {
        List<String> words =
                said.stream().map(one -> one.statement().original()).toList();
        return handedIn()
                && command.statements().stream()
                        .map(Statement::original)
                        .filter(Objects::nonNull)
                        .allMatch(words::contains);
    }

    /** Whom the files of a record belong to before it is handed in. */
    Owner filesOwner() {
        return filesOwner(id, occasion.meeting());
    }

    /** A meeting keeps its own files; those of one person go along with the submission, see {@link Readiness#key}. */
    static Owner filesOwner(OfflineRecordId record, boolean meeting) {
        return meeting ? Owner.meeting(record.value()) : Owner.staged(Readiness.key(record, 0));
    }
}
