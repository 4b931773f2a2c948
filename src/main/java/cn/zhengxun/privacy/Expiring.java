package cn.zhengxun.privacy;

import java.time.Instant;
import java.time.Period;

/**
 * A class of data that is kept for a purpose and a while, and what happens then; every room that keeps such data serves
 * it as a bean. Its texts are retention.CODE.what, .purpose and .then of the message bundle.
 */
public interface Expiring {

    /** In the settings (zhengxun.retention.CODE) and in the ledger of runs, for example unsent-drafts. */
    String code();

    /** Where the settings say nothing, counted from the moment that the class itself names. */
    Period usually();

    /** How many rows were over before this moment; nothing is changed. */
    int due(Instant before);

    /**
     * Removes or de-identifies some of them in the caller's transaction.
     *
     * @param most about so many rows at once
     * @return how many; 0 where none is left
     */
    int remove(Instant before, int most);
}
