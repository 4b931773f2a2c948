package cn.zhengxun.suggestion.offline;

import cn.zhengxun.directory.InformantId;
import cn.zhengxun.sheet.Finding;
import cn.zhengxun.sheet.SheetRow;
import cn.zhengxun.sheet.Verdict;
import cn.zhengxun.sheet.WaitingRow;
import cn.zhengxun.suggestion.SubmitSuggestions;
import java.time.LocalDate;
import java.util.List;

/**
 * A row and what it comes to.
 *
 * @param fingerprint the same for the same opinion in another file; null for a faulty row
 * @param informant whom of the directory it is; null for somebody else
 * @param command hands in this row alone; null for a faulty row, as are clauseLabel and saidOn
 * @param note what the clerk should know before confirming; may be null
 */
record JudgedOpinion(
        SheetRow<OpinionColumn> row,
        Verdict verdict,
        String fingerprint,
        InformantId informant,
        SubmitSuggestions command,
        String clauseLabel,
        LocalDate saidOn,
        String note,
        List<Finding> findings) {

    /** @param receipt rows of one number are one person's, who gets one for them; null where nothing is handed in */
    WaitingRow<OpinionColumn> waiting(Integer receipt) {
        return new WaitingRow<>(
                row, verdict, informant == null ? null : informant.value(), receipt, clauseLabel, note, findings);
    }
}
