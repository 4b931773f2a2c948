package cn.zhengxun.directory;

import cn.zhengxun.sheet.Finding;
import cn.zhengxun.sheet.SheetRow;
import cn.zhengxun.sheet.Verdict;
import cn.zhengxun.sheet.WaitingRow;
import java.util.List;

/**
 * A row and what it comes to.
 *
 * @param informant the person it changes or leaves as is; null for somebody new and for a faulty row
 * @param twin why a new person may be there already, in one sentence; null where nothing points to it
 * @param findings the faults of a faulty row, the changes (before → after) of a changed one
 * @param details null for a faulty row
 */
record JudgedRow(
        SheetRow<InformantColumn> row,
        Verdict verdict,
        InformantId informant,
        String twin,
        List<Finding> findings,
        InformantDetails details,
        boolean active) {

    WaitingRow<InformantColumn> waiting() {
        boolean writes = verdict == Verdict.NEW || verdict == Verdict.CHANGED;
        return new WaitingRow<>(
                row, verdict, informant == null ? null : informant.value(), writes ? 0 : null, null, twin, findings);
    }
}
