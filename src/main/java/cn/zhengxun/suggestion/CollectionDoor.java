package cn.zhengxun.suggestion;

import java.util.concurrent.ThreadLocalRandom;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Where submissions and closing meet. Whoever hands in passes by one of the slots, whoever closes holds all of them, both
 * until their transaction ends: closing waits for what is under way, and what comes then sees that it has closed.
 * Rows of a table, since H2 has no shared lock on a row; several, or else submissions would write to disk one by one.
 */
@Repository
class CollectionDoor {
    private static final int SLOTS = 32;

    private final JdbcClient db;

    CollectionDoor(JdbcClient db) {
        this.db = db;
    }

    void pass() {
        take(ThreadLocalRandom.current().nextInt(SLOTS));
    }

    /** In one order, so that two who close wait for each other once only. */
    void hold() {
        for (int slot = 0; slot < SLOTS; slot++) {
            take(slot);
        }
    }

    private void take(int slot) {
        db.sql("UPDATE collection_door SET passed = passed + 1 WHERE slot = ?")
                .param(slot)
                .update();
    }
}
