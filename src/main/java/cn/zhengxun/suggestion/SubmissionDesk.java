package cn.zhengxun.suggestion;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/**
 * Hands in what people send, from outside a transaction.
 *
 * <p>While one group is being written, whoever comes next waits in line; the first of them then writes the whole line in one
 * transaction. So a person alone waits for nobody, and a thousand at once share the questions to the database and the writing
 * to disk. A group that fails for one is undone for all, and each of them goes alone.
 *
 * <p>Here, too, a race can be settled: a unique key that another request took first has aborted this request's transaction, so
 * the first receipt is looked up in a new one.
 */
@Component
public class SubmissionDesk {
    /** Another receipt number or a lock that ran out is settled by one more try; the rest is a fault of the database. */
    private static final int TRIES = 4;

    private static final int MOST_TOGETHER = 64;

    private final HandingIn handingIn;
    private final SubmissionRows rows;
    private final Queue<Waiting> line = new ConcurrentLinkedQueue<>();
    private final Lock desk = new ReentrantLock();

    SubmissionDesk(HandingIn handingIn, SubmissionRows rows) {
        this.handingIn = handingIn;
        this.rows = rows;
    }

    /** As {@link Suggestions#submit}, also when two requests with one key race. Only for what the public sends. */
    public Receipt submit(SubmitSuggestions command) {
        Waiting mine = new Waiting(command);
        line.add(mine);
        desk.lock();
        try {
            while (!mine.called) {
                writeNextGroup();
            }
        } finally {
            desk.unlock();
        }
        return mine.receipt == null ? alone(command) : mine.receipt;
    }

    /** Which submission a form with this key became; empty before it is handed in. */
    public Optional<Long> submission(String idempotencyKey) {
        return rows.idOfKey(idempotencyKey);
    }

    private void writeNextGroup() {
        Map<String, Waiting> group = new LinkedHashMap<>();
        for (Waiting next; group.size() < MOST_TOGETHER && (next = line.poll()) != null; ) {
            next.called = true;
            // who pressed twice goes alone afterwards, and finds the first receipt
            group.putIfAbsent(next.command.idempotencyKey(), next);
        }
        try {
            Iterator<Receipt> receipts = handingIn
                    .together(group.values().stream().map(one -> one.command).toList(), null)
                    .iterator();
            group.values().forEach(one -> one.receipt = receipts.next());
        } catch (RuntimeException forOne) {
            // everybody learns from an own attempt what is wrong with the own words, if anything is
        }
    }

    private Receipt alone(SubmitSuggestions command) {
        for (int tried = 1; ; tried++) {
            try {
                return handingIn.together(List.of(command), null).get(0);
            } catch (DuplicateKeyException | ConcurrencyFailureException | ClosedMeanwhile again) {
                if (tried == TRIES) {
                    throw again;
                }
            }
        }
    }

    /** Somebody in line; written and read only by whoever is at the desk, and by the one who waited after that. */
    private static final class Waiting {
        private final SubmitSuggestions command;
        private boolean called;
        private Receipt receipt;

        Waiting(SubmitSuggestions command) {
            this.command = command;
        }
    }
}
