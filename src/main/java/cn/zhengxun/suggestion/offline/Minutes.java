package cn.zhengxun.suggestion.offline;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;

/**
 * What a record of a meeting says, as far as it was understood. Nothing of the record is left out: what is neither head
 * nor statement stands in the notes.
 *
 * @param heldOn null where not said, as are from, to, place, chair, explainer and collector
 * @param notes lines in the order of the record
 */
record Minutes(
        LocalDate heldOn,
        LocalTime from,
        LocalTime to,
        String place,
        String chair,
        String explainer,
        String collector,
        String station,
        List<Attendance> attendance,
        List<Voice> voices,
        List<Said> said,
        List<String> notes) {

    /** Somebody who spoke; category and contact may be null. */
    record Voice(String label, String category, String contact) {}

    /**
     * @param speaker a voice's label; empty where nobody is named
     * @param clause as the record has it in a column of its own, or as it was guessed; empty for none
     * @param guessed whether the clause was guessed from the words or the heading above
     */
    record Said(
            String speaker,
            String clause,
            boolean guessed,
            String kind,
            String original,
            String proposed,
            String reason) {
        Said followedBy(String line) {
            return new Said(
                    speaker,
                    clause,
                    guessed,
                    kind,
                    original.isEmpty() ? line : original + "\n" + line,
                    proposed,
                    reason);
        }

        Said about(String guess) {
            return new Said(speaker, guess, true, kind, original, proposed, reason);
        }
    }

    long guesses() {
        return said.stream().filter(Said::guessed).count();
    }
}
