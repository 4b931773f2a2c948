package cn.zhengxun.suggestion.answer;

import cn.zhengxun.draft.clause.ClauseId;
import java.util.List;

/**
 * What readers are told and asked with the draft.
 *
 * @param purpose from the plan, null without one
 * @param explanation paragraphs of the published 明白纸, empty where there is none
 * @param focus the clauses that matter most, each with its question in plain language
 * @param categories what they may say they are
 */
record Briefing(String purpose, List<String> explanation, List<Focus> focus, List<String> categories) {

    /** @param article where the clause is printed; @param label of the clause itself */
    record Focus(ClauseId article, String label, String question) {}
}
