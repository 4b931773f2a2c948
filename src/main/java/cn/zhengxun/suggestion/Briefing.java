package cn.zhengxun.suggestion;

import cn.zhengxun.draft.ClauseId;
import java.util.List;

/**
 * What readers are told with the draft.
 *
 * @param purpose from the plan, null without one
 * @param explanation the published 明白纸, null where there is none
 * @param focus the clauses that matter most, each with its question in plain language
 */
record Briefing(String purpose, String explanation, List<Focus> focus) {

    record Focus(ClauseId clause, String label, String question) {}

    public List<String> explanationLines() {
        return explanation == null ? List.of() : explanation.lines().toList();
    }
}
