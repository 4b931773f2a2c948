package cn.zhengxun.outreach;

import cn.zhengxun.consultation.Consultation;
import cn.zhengxun.directory.Station;
import cn.zhengxun.draft.clause.ClauseTree;
import java.util.List;

/**
 * A booklet for people who answer on paper.
 *
 * @param station whose booklet it is, null for the office's own
 * @param coordinator the name of who leads the station; null where nobody does
 * @param explanation paragraphs of the published 明白纸, empty where there is none
 * @param focus the clauses that matter most, each with its words
 * @param text the whole draft, null where only the focus clauses are printed
 * @param channel null for an internal draft, and where the station has no open channel
 * @param copies numbers of the copies; empty where all are alike, so that one is shown and the printer makes more
 */
record PaperPack(
        Consultation consultation,
        Station station,
        String coordinator,
        String purpose,
        List<String> explanation,
        List<Focus> focus,
        ClauseTree text,
        StationChannels.Printed channel,
        List<Integer> copies) {

    /** @param label of the clause asked about; @param words of the article that holds it, a line each */
    record Focus(String label, String question, String article, List<String> words) {}

    /** Whether each copy bears its number and the station's name. */
    public boolean internal() {
        return !copies.isEmpty();
    }
}
