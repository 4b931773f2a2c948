package cn.zhengxun.draft;

import cn.zhengxun.draft.clause.ParsedDraft;
import cn.zhengxun.draft.clause.UnreadableDraft;
import cn.zhengxun.kernel.InvalidCommand;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** What was typed into the import page. Every field may be null or anything at all. */
record ImportForm(String bill, String reading, String title, String visibility, String text) {
    static final ImportForm EMPTY = new ImportForm(null, null, null, null, null);

    /** A fresh form for one more text of this bill. */
    static ImportForm of(Bill bill) {
        return new ImportForm(bill.title(), null, null, null, null);
    }

    HandedIn handedIn(String fileName, byte[] content) {
        return HandedIn.of(fileName, content, text, bill);
    }

    /** @param read gives the title where none was typed */
    ImportDraft command(HandedIn received, ParsedDraft read) {
        return new ImportDraft(
                stripped(bill),
                known(reading),
                stripped(title).isEmpty() ? read.title() : stripped(title),
                received.fileName(),
                received.content(),
                chosenVisibility());
    }

    /** The fields that are at fault whatever the file says. */
    Map<String, String> faults() {
        Map<String, String> faults = new LinkedHashMap<>();
        try {
            new ImportDraft(
                    stripped(bill),
                    known(reading),
                    stripped(title).isEmpty() ? "无" : stripped(title),
                    "无",
                    new byte[0],
                    chosenVisibility());
        } catch (InvalidCommand invalid) {
            faults.putAll(invalid.byField());
        }
        return faults;
    }

    /** @return the sentence at the field where the words came from */
    Map<String, String> fault(UnreadableDraft unreadable) {
        boolean pasted = text != null && !text.isBlank();
        return Map.of(pasted ? "text" : "fileName", unreadable.getMessage());
    }

    private static String known(String reading) {
        return Arrays.stream(Reading.values())
                .map(Reading::chinese)
                .filter(word -> word.equals(reading))
                .findFirst()
                .orElse(null);
    }

    private Visibility chosenVisibility() {
        return Arrays.stream(Visibility.values())
                .filter(one -> one.name().equals(visibility))
                .findFirst()
                .orElse(null);
    }

    private static String stripped(String typed) {
        return Objects.requireNonNullElse(typed, "").strip();
    }
}
