package cn.zhengxun.collation;

import cn.zhengxun.privacy.Chapter;
import cn.zhengxun.privacy.PersonalData;
import cn.zhengxun.privacy.Subject;
import cn.zhengxun.privacy.Traces;
import cn.zhengxun.privacy.TracesInTexts;
import cn.zhengxun.privacy.Way;
import cn.zhengxun.suggestion.OwnSuggestions;
import java.util.List;
import java.util.Map;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The office's and the experts' texts on a person's suggestions, which may repeat what the person wrote about themselves. */
@Component
@Order(Way.COLLATION)
class CollationData implements PersonalData {
    private static final String OWN = "suggestion_id IN (:ids)";

    private final OwnSuggestions own;
    private final TracesInTexts texts;

    CollationData(OwnSuggestions own, TracesInTexts texts) {
        this.own = own;
        this.texts = texts;
    }

    /** How the office works on an opinion is no data about its author; the outcome is told by the record. */
    @Override
    public List<Chapter> copyOf(Subject subject) {
        return List.of();
    }

    @Override
    public int erase(Subject subject) {
        List<Long> suggestions = own.suggestions(subject);
        if (suggestions.isEmpty()) {
            return 0;
        }
        Traces traces = own.traces(subject);
        Map<String, Object> ids = Map.of("ids", suggestions);
        return texts.blacken(traces, "screening", OWN, ids, List.of("reason", "normalised", "routed_to"))
                + texts.blacken(
                        traces, "review_note", OWN, ids, List.of("legality", "necessity", "feasibility", "upper_law"))
                + texts.blacken(
                        traces,
                        "suggestion_group",
                        "id IN (SELECT group_id FROM suggestion_group_member WHERE suggestion_id IN (:ids))",
                        ids,
                        List.of("title"));
    }
}
