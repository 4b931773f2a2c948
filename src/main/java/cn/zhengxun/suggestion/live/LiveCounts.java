package cn.zhengxun.suggestion.live;

import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.kernel.Sha256;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Tells whoever watches a consultation what has come in. One thread looks once a second at the consultations that are
 * watched and that changed, reads each once, and sends the same to all its watchers; every ten seconds it looks at the
 * others, too, for what another node took in. Each event is the whole state with its hash as id, so that a watcher who
 * comes back gets what is missing, and nothing where nothing is.
 */
@Component
public class LiveCounts {
    /** Of all consultations together; more would only be told the figures when they load the page. */
    static final int MOST_WATCHERS = 200;

    private static final Logger LOG = LoggerFactory.getLogger(LiveCounts.class);
    private static final long TICK_MILLIS = 1_000;
    private static final int TICKS_UNTIL_A_LOOK = 10;
    /** A reading may take this part of the time at most: a slow one makes the next come later. */
    private static final int PAUSE_PER_READING = 10;

    private final TallyRows rows;
    private final ObjectMapper json;
    private final Map<ConsultationNumber, Watched> watched = new HashMap<>();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread daemon = new Thread(task, "live-counts");
        daemon.setDaemon(true);
        return daemon;
    });
    private boolean closed;

    /** @param words whether this watcher may read what people wrote; @param session null without one */
    private record Watcher(SseEmitter emitter, boolean words, String session) {}

    /** A consultation somebody watches. */
    private static class Watched {
        private final List<Watcher> watchers = new ArrayList<>();
        private boolean changed;
        private int ticks;
        private long readAgainAt = System.nanoTime();
        private String sent = "";
    }

    /** @param id the hash of the state; both texts are JSON */
    private record State(String id, String withWords, String withoutWords) {
        String of(Watcher watcher) {
            return watcher.words() ? withWords : withoutWords;
        }
    }

    LiveCounts(TallyRows rows, ObjectMapper json) {
        this.rows = rows;
        this.json = json;
        thread.scheduleWithFixedDelay(this::tickSafely, TICK_MILLIS, TICK_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** What a page shows when it loads. */
    public Tally now(ConsultationNumber number, boolean words) {
        Tally tally = rows.of(number);
        return words ? tally : tally.withoutWords();
    }

    /** Something came in, or will have once the running transaction is committed. */
    public void changed(ConsultationNumber number) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            mark(number);
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                mark(number);
            }
        });
    }

    private synchronized void mark(ConsultationNumber number) {
        Watched one = watched.get(number);
        if (one != null) {
            one.changed = true;
        }
    }

    /**
     * @param known the id of the last event the watcher has, null without one
     * @return empty where too many watch already, or at the end of the program
     */
    Optional<SseEmitter> watch(ConsultationNumber number, boolean words, String session, String known) {
        // lives as long as the session lets it; a browser that goes away is noticed at the next sign of life
        SseEmitter emitter = new SseEmitter(Duration.ofHours(8).toMillis());
        return watch(number, words, session, known, emitter) ? Optional.of(emitter) : Optional.empty();
    }

    /**
     * The database is asked before the lock is taken: whoever commits waits for the lock with a connection in hand, so to
     * wait for a connection inside it would stop everybody.
     */
    boolean watch(ConsultationNumber number, boolean words, String session, String known, SseEmitter emitter) {
        if (full()) {
            return false;
        }
        State state = state(number);
        synchronized (this) {
            if (full()) {
                return false;
            }
            Watched one = watched.computeIfAbsent(number, fresh -> new Watched());
            Watcher watcher = new Watcher(emitter, words, session);
            one.watchers.add(watcher);
            emitter.onCompletion(() -> forget(number, watcher));
            emitter.onTimeout(emitter::complete);
            emitter.onError(broken -> forget(number, watcher));
            if (one.watchers.size() == 1) {
                one.sent = state.id();
            }
            // what came in since it was read was marked for nobody, or was sent before this watcher was there
            one.changed = true;
            if (!state.id().equals(one.sent)) {
                one.sent = "";
            }
            if (!state.id().equals(known)) {
                send(watcher, state);
            }
            return true;
        }
    }

    private synchronized boolean full() {
        return closed || watchers() >= MOST_WATCHERS;
    }

    synchronized int watchers() {
        return watched.values().stream().mapToInt(one -> one.watchers.size()).sum();
    }

    private synchronized void forget(ConsultationNumber number, Watcher watcher) {
        Watched one = watched.get(number);
        if (one != null && one.watchers.remove(watcher) && one.watchers.isEmpty()) {
            watched.remove(number);
        }
    }

    private void tickSafely() {
        try {
            tick();
        } catch (RuntimeException unread) {
            LOG.warn(
                    "The live counts could not be read this time: {}",
                    unread.getClass().getName());
        }
    }

    /** Reads what changed, each consultation once, and tells its watchers. */
    void tick() {
        for (ConsultationNumber number : due()) {
            long begun = System.nanoTime();
            State state = state(number);
            tell(number, state, System.nanoTime() - begun);
        }
    }

    private synchronized List<ConsultationNumber> due() {
        List<ConsultationNumber> due = new ArrayList<>();
        watched.forEach((number, one) -> {
            one.ticks++;
            if ((one.changed || one.ticks >= TICKS_UNTIL_A_LOOK) && System.nanoTime() - one.readAgainAt >= 0) {
                one.changed = false;
                due.add(number);
            }
        });
        return due;
    }

    private void tell(ConsultationNumber number, State state, long took) {
        List<Watcher> all;
        boolean news;
        boolean sign;
        synchronized (this) {
            Watched one = watched.get(number);
            if (one == null) {
                return;
            }
            all = List.copyOf(one.watchers);
            news = !state.id().equals(one.sent);
            sign = one.ticks >= TICKS_UNTIL_A_LOOK;
            one.sent = state.id();
            one.ticks = 0;
            one.readAgainAt = System.nanoTime() + PAUSE_PER_READING * took;
        }
        for (Watcher watcher : all) {
            boolean there = news ? send(watcher, state) : !sign || signOfLife(watcher);
            if (!there) {
                forget(number, watcher);
            }
        }
    }

    private static boolean send(Watcher watcher, State state) {
        return sent(watcher, SseEmitter.event().id(state.id()).name("tally").data(state.of(watcher)));
    }

    /** Shows whether the watcher is still there. */
    private static boolean signOfLife(Watcher watcher) {
        return sent(watcher, SseEmitter.event().comment("still here"));
    }

    private static boolean sent(Watcher watcher, SseEmitter.SseEventBuilder event) {
        try {
            watcher.emitter().send(event);
            return true;
        } catch (IOException | IllegalStateException gone) {
            return false;
        }
    }

    private State state(ConsultationNumber number) {
        Tally tally = rows.of(number);
        try {
            String words = json.writeValueAsString(tally);
            return new State(Sha256.of(words).substring(0, 16), words, json.writeValueAsString(tally.withoutWords()));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a tally is plain text and numbers", impossible);
        }
    }

    /** Whoever signed out, or was away for too long, watches no more. @param session null for all */
    void end(String session) {
        List<Watcher> theirs = new ArrayList<>();
        synchronized (this) {
            watched.values()
                    .forEach(one -> one.watchers.removeIf(watcher -> {
                        boolean ends = session == null || session.equals(watcher.session());
                        return ends && theirs.add(watcher);
                    }));
            watched.values().removeIf(one -> one.watchers.isEmpty());
        }
        theirs.forEach(watcher -> watcher.emitter().complete());
    }

    /** Before the web server waits for answers that are under way. */
    @EventListener(ContextClosedEvent.class)
    void close() {
        synchronized (this) {
            closed = true;
        }
        thread.shutdownNow();
        end(null);
    }
}
