package cn.zhengxun.suggestion;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Hands in what people send, from outside a transaction.
 *
 * <p>While one group is being written, whoever comes next stands in line; when it is written, the first of the line writes
 * the whole line in one transaction. So a person alone waits for nobody, and a thousand at once share the questions to the
 * database and the writing to disk. A group that fails for one is undone for all, and each of them goes alone.
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
    private final Queue<Waiting> line = new ArrayDeque<>();
    private boolean writing;

    SubmissionDesk(HandingIn handingIn, SubmissionRows rows) {
        this.handingIn = handingIn;
        this.rows = rows;
    }

    /** As {@link Suggestions#submit}, also when two requests with one key race. Only for what the public sends. */
    public Receipt submit(SubmitSuggestions command) {
        Waiting mine = new Waiting(command);
        if (goesFirst(mine) || mine.isCalledToWrite()) {
            writeGroup(mine);
        }
        if (mine.failure != null) {
            throw mine.failure;
        }
        return mine.receipt == null ? alone(command) : mine.receipt;
    }

    /** Which submission a form with this key became; empty before it is handed in. */
    public Optional<Long> submission(String idempotencyKey) {
        return rows.idOfKey(idempotencyKey);
    }

    /** @return false where a group is being written, and this one stands in line now */
    private boolean goesFirst(Waiting mine) {
        synchronized (line) {
            if (writing) {
                line.add(mine);
                return false;
            }
            writing = true;
            return true;
        }
    }

    private void writeGroup(Waiting first) {
        List<Waiting> called = withTheLine(first);
        try {
            write(called);
        } finally {
            callNext();
            called.forEach(one -> one.calledToWrite.complete(false));
        }
    }

    private List<Waiting> withTheLine(Waiting first) {
        List<Waiting> called = new ArrayList<>(List.of(first));
        synchronized (line) {
            while (called.size() < MOST_TOGETHER && !line.isEmpty()) {
                called.add(line.remove());
            }
        }
        return called;
    }

    private void write(List<Waiting> called) {
        Map<String, Waiting> group = new LinkedHashMap<>();
        // who pressed twice goes alone afterwards, and finds the first receipt
        called.forEach(one -> group.putIfAbsent(one.command.idempotencyKey(), one));
        try {
            Iterator<Receipt> receipts = handingIn
                    .together(group.values().stream().map(one -> one.command).toList(), null)
                    .iterator();
            group.values().forEach(one -> one.receipt = receipts.next());
        } catch (TransactionException | DataAccessResourceFailureException unreachable) {
            // everybody would wait as long once more to learn the same
            called.forEach(one -> one.failure = unreachable);
        } catch (RuntimeException forOne) {
            // everybody learns from an own attempt what is wrong with the own words, if anything is
        }
    }

    private void callNext() {
        Waiting next;
        synchronized (line) {
            next = line.poll();
            writing = next != null;
        }
        if (next != null) {
            next.calledToWrite.complete(true);
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

    /** Somebody in line. What became of it is set before it is called, and read after that. */
    private static final class Waiting {
        private final SubmitSuggestions command;
        private final CompletableFuture<Boolean> calledToWrite = new CompletableFuture<>();
        private Receipt receipt;
        private RuntimeException failure;

        Waiting(SubmitSuggestions command) {
            this.command = command;
        }

        /** Waits for its turn. @return false where somebody else has written it, or tried to */
        boolean isCalledToWrite() {
            return calledToWrite.join();
        }
    }
}
