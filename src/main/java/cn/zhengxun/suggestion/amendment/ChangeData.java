package cn.zhengxun.suggestion.amendment;

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

/** Why the office corrected, held or passed on what somebody said: free texts that may name that person. */
@Component
@Order(Way.AROUND_SUGGESTION)
class ChangeData implements PersonalData {
    private static final String OWN = "suggestion_id IN (:ids)";

    private final OwnSuggestions own;
    private final TracesInTexts texts;

    ChangeData(OwnSuggestions own, TracesInTexts texts) {
        this.own = own;
        this.texts = texts;
    }

    /** Nothing of its own: every version stands with the submission. */
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
        return texts.blacken(traces, "suggestion_change", OWN, ids, List.of("reason"))
                + texts.blacken(traces, "arrival_step", OWN, ids, List.of("reason"))
                + texts.blacken(traces, "arrival_case", OWN, ids, List.of("routed_to"));
    }
}
