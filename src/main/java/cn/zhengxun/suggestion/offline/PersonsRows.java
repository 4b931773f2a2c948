package cn.zhengxun.suggestion.offline;

import cn.zhengxun.sheet.Verdict;
import cn.zhengxun.sheet.WaitingRow;
import cn.zhengxun.suggestion.SubmitSuggestions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which rows of a file are one person's, who gets one receipt for them. */
final class PersonsRows {
    /** The most suggestions of one submission. */
    private static final int MOST = 100;

    private PersonsRows() {}

    /**
     * Numbers the receipts. One person is who says the same of channel, station, day and everything personal; of people
     * without name and contact nobody knows, so each of their rows stands alone.
     */
    static List<WaitingRow<OpinionColumn>> placed(List<JudgedOpinion> judged) {
        Map<List<Object>, int[]> people = new HashMap<>();
        int[] next = {0};
        List<WaitingRow<OpinionColumn>> placed = new ArrayList<>();
        for (JudgedOpinion opinion : judged) {
            Integer handing = null;
            if (opinion.verdict() == Verdict.NEW) {
                int[] numberAndRows = people.computeIfAbsent(person(opinion), none -> new int[] {next[0]++, 0});
                if (numberAndRows[1] == MOST) {
                    numberAndRows[0] = next[0]++;
                    numberAndRows[1] = 0;
                }
                numberAndRows[1]++;
                handing = numberAndRows[0];
            }
            placed.add(opinion.waiting(handing));
        }
        return placed;
    }

    /** One submission of all these rows of one person. */
    static SubmitSuggestions together(String key, List<JudgedOpinion> rows) {
        SubmitSuggestions one = rows.get(0).command();
        return new SubmitSuggestions(
                one.consultation(),
                key,
                one.channel(),
                one.invitation(),
                one.informant(),
                one.station(),
                one.collector(),
                one.onBehalf(),
                one.confirmedByPerson(),
                one.proposerName(),
                one.proposerContact(),
                one.identityCategory(),
                one.ageBand(),
                one.unit(),
                one.consentProcessing(),
                one.consentCallBack(),
                one.consentPublishName(),
                rows.stream().map(row -> row.command().suggestions().get(0)).toList());
    }

    private static List<Object> person(JudgedOpinion opinion) {
        SubmitSuggestions one = opinion.command();
        boolean anybody = one.informant() == null && one.proposerName() == null && one.proposerContact() == null;
        return Arrays.asList(
                anybody ? opinion.row().line() : 0,
                opinion.saidOn(),
                one.channel(),
                one.informant(),
                one.station(),
                one.collector(),
                one.confirmedByPerson(),
                one.proposerName(),
                one.proposerContact(),
                one.identityCategory(),
                one.ageBand(),
                one.unit(),
                one.consentCallBack(),
                one.consentPublishName());
    }
}
