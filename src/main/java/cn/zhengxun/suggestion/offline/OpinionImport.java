package cn.zhengxun.suggestion.offline;

import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.kernel.Shanghai;
import cn.zhengxun.sheet.Finding;
import cn.zhengxun.sheet.SheetRow;
import cn.zhengxun.suggestion.offline.JudgedOpinion.Verdict;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * A table of offline opinions that waits for its confirmation.
 *
 * @param counts rows by verdict; a verdict no row has is 0
 * @param people how many receipts there will be
 * @param linked how many rows are of people of the directory
 */
record OpinionImport(
        String id,
        ConsultationNumber consultation,
        String fileName,
        String fileSha256,
        String uploadedBy,
        Instant uploadedAt,
        Instant expiresAt,
        Map<Verdict, Integer> counts,
        int people,
        int linked) {
    public int sound() {
        return counts.get(Verdict.NEW);
    }

    public int known() {
        return counts.get(Verdict.KNOWN);
    }

    public int faulty() {
        return counts.get(Verdict.FAULT);
    }

    /** For example 2026年11月23日 11:00. */
    public String keptUntil() {
        return Shanghai.minute(expiresAt);
    }

    /** A line of the file with what it comes to; clauseLabel and note may be null. */
    record Line(SheetRow<OpinionColumn> row, String clauseLabel, String note, List<Finding> findings) {
        public int number() {
            return row.line();
        }

        public String name() {
            return row.cell(OpinionColumn.NAME);
        }

        public String channel() {
            return row.cell(OpinionColumn.CHANNEL);
        }

        /** The first of the words, in one line. */
        public String words() {
            return Finding.in("", row.cell(OpinionColumn.ORIGINAL), "").value().replace('\n', ' ');
        }
    }

    /** What one person takes home. name is null for somebody anonymous; late: kept, not counted. */
    record Slip(String receipt, String name, String contact, LocalDate saidOn, int suggestions, boolean late) {}

    /** What a confirmation, or a part of it, came to. left: rows that still wait. */
    record Progress(int suggestions, int receipts, int known, int left) {
        Progress plus(Progress more) {
            return new Progress(
                    suggestions + more.suggestions, receipts + more.receipts, known + more.known, more.left);
        }
    }
}
