package cn.zhengxun.suggestion;

import cn.zhengxun.consultation.Consultation;
import cn.zhengxun.draft.clause.ClauseId;
import cn.zhengxun.draft.comparison.Difference;
import java.util.List;

/**
 * The suggestions of earlier readings, laid under the clauses of a consultation's text.
 *
 * @param earlier the consultations they come from
 * @param suggestions how many there are, each once
 * @param late how many of them came too late to be counted in their consultation
 * @param sections the draft as a whole first, then in the order of the present text
 */
record Carried(List<Consultation> earlier, int suggestions, int late, List<Section> sections) {

    /** How many entries the sections hold: a suggestion on a clause that was taken apart stands under each part. */
    public int entries() {
        return sections.stream().mapToInt(Section::entries).sum();
    }

    enum Place {
        WHOLE,
        CLAUSE,
        REMOVED
    }

    /**
     * @param clause what people speak to in the present text, mostly a 条; null for the draft as a whole and for a
     *     removed clause
     * @param label how the clause is cited now; of a removed one, how it was
     */
    record Section(Place place, ClauseId clause, String label, List<Group> groups) {
        public int entries() {
            return groups.stream().mapToInt(group -> group.items().size()).sum();
        }

        public boolean removed() {
            return place == Place.REMOVED;
        }
    }

    /**
     * Those who spoke about the same words.
     *
     * @param now where these words stand now: the section's clause or a 款 or 项 of it; null where nowhere
     * @param label how the clause was cited then
     * @param words what they saw; empty for the draft as a whole
     */
    record Group(Consultation consultation, String label, String words, Now now, List<Item> items) {
        /** Whether what stands there now is what they saw. */
        public boolean unchanged() {
            return now != null && now.words().equals(words);
        }

        /** Between what they saw and what stands there now; null where one of them is missing, or nothing changed. */
        public Difference difference() {
            return now == null || words.isEmpty() || unchanged() ? null : Difference.between(words, now.words());
        }
    }

    record Now(ClauseId clause, String label, String words) {}

    /** @param elsewhere labels of the other present clauses under which it stands, too */
    record Item(Suggestion suggestion, boolean late, SuggestionFates.Fate fate, List<String> elsewhere) {}
}
