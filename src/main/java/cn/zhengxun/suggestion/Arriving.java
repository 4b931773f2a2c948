package cn.zhengxun.suggestion;

import cn.zhengxun.directory.InformantId;
import cn.zhengxun.outreach.Invitation;
import java.time.Instant;
import java.util.List;

/**
 * A submission about to be kept: what was handed in, and what was found out about it.
 *
 * @param invitation null where it came without one
 * @param receipt the number that it is going to have
 * @param words of the suggestions, in their order
 */
record Arriving(
        SubmitSuggestions command,
        Invitation invitation,
        String receipt,
        Instant at,
        Timing timing,
        List<Words> words) {

    /** A suggestion with the clause's label and words that its author saw. */
    record Words(SubmitSuggestions.Item item, String clauseLabel, String clauseText) {}

    /** @return null where nobody knows who it was */
    InformantId informant() {
        return invitation == null ? command.informant() : invitation.informant();
    }

    boolean late() {
        return timing == Timing.LATE;
    }

    Receipt given() {
        return new Receipt(receipt, at, words.size(), late(), false);
    }
}
