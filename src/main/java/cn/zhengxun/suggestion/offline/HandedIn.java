package cn.zhengxun.suggestion.offline;

import java.time.LocalDate;

/** What came of a file of opinions. */
final class HandedIn {
    private HandedIn() {}

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
