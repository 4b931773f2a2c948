package cn.zhengxun.suggestion.offline;

import cn.zhengxun.suggestion.ClosedMeanwhile;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/**
 * Keeps and hands in records from outside a transaction. What another request did first has aborted this one's
 * transaction, so it is looked at again in a new one.
 */
@Component
class OfflineDesk {
    private static final int TRIES = 4;

    private final OfflineRecords records;

    OfflineDesk(OfflineRecords records) {
        this.records = records;
    }

    /** As {@link OfflineRecords#save}. */
    public OfflineRecords.Saved save(SaveRecord command) {
        return again(() -> records.save(command));
    }

    /** As {@link OfflineRecords#handIn}. */
    public List<Slip> handIn(HandInRecord command) {
        return again(() -> records.handIn(command));
    }

    private static <T> T again(Supplier<T> work) {
        for (int tried = 1; ; tried++) {
            try {
                return work.get();
            } catch (DuplicateKeyException | ConcurrencyFailureException | ClosedMeanwhile overtaken) {
                if (tried == TRIES) {
                    throw overtaken;
                }
            }
        }
    }
}
