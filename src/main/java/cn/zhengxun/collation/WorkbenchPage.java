package cn.zhengxun.collation;

import cn.zhengxun.suggestion.arrival.ArrivalState;
import java.util.List;
import java.util.Map;

/**
 * Everything the workbench shows.
 *
 * @param total collected suggestions; @param screened with a decision; @param confirmed agreed by a second person
 * @param own unconfirmed decisions of the person who looks
 * @param people names and how many they decided, as a list for the progress line
 * @param matching how many the filter lists over all pages; @param last the person's decision that can be undone, or null
 */
record WorkbenchPage(
        int total,
        int screened,
        int confirmed,
        int own,
        List<Person> people,
        Map<Decision, Integer> byDecision,
        List<CollationRows.ClauseCount> clauses,
        List<GroupRows.Group> groups,
        WorkbenchFilter filter,
        int matching,
        int pages,
        List<Item> items,
        CollationRow last) {

    record Person(String name, int suggestions) {}

    /**
     * @param arrival where it stands on its being looked at or held; null where nothing is to be said
     * @param screenedBy the name to show; @param alike the best first, at most three; @param alikeCount all direct ones
     */
    record Item(
            CollationRow row,
            ArrivalState arrival,
            String screenedBy,
            String confirmedBy,
            List<GroupRows.Membership> groups,
            List<AlikeWords> alike,
            int alikeCount) {}

    public int waiting() {
        return total - screened;
    }

    public boolean done() {
        return total > 0 && waiting() == 0;
    }
}
