package cn.zhengxun.suggestion;

import java.util.Optional;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/**
 * Hands in from outside a transaction, where a race can be settled: a unique key that another request took first has
 * aborted this request's transaction, so the first receipt is looked up in a new one.
 */
@Component
public class SubmissionDesk {
    /** Another receipt number or a lock that ran out is settled by one more try; the rest is a fault of the database. */
    private static final int TRIES = 4;

    private final Suggestions suggestions;
    private final SubmissionRows rows;

    SubmissionDesk(Suggestions suggestions, SubmissionRows rows) {
        this.suggestions = suggestions;
        this.rows = rows;
    }

    /** As {@link Suggestions#submit}, also when two requests with one key race. */
    public Receipt submit(SubmitSuggestions command) {
        for (int tried = 1; ; tried++) {
            try {
                return suggestions.submit(command);
            } catch (DuplicateKeyException | ConcurrencyFailureException | ClosedMeanwhile again) {
                if (tried == TRIES) {
                    throw again;
                }
            }
        }
    }

    /** Which submission a form with this key became; empty before it is handed in. */
    public Optional<Long> submission(String idempotencyKey) {
        return rows.idOfKey(idempotencyKey);
    }
}
