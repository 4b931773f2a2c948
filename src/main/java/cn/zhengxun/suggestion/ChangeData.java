package cn.zhengxun.suggestion;

import cn.zhengxun.privacy.Chapter;
import cn.zhengxun.privacy.PersonalData;
import cn.zhengxun.privacy.Subject;
import cn.zhengxun.privacy.TracesInTexts;
import cn.zhengxun.privacy.Way;
import java.util.List;
import java.util.Map;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Why the office corrected what it took down from somebody: a free text that may name that person. */
@Component
@Order(Way.AROUND_SUGGESTION)
class ChangeData implements PersonalData {
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
        return suggestions.isEmpty()
                ? 0
                : texts.blacken(
                        own.traces(subject),
                        "suggestion_change",
                        "suggestion_id IN (:ids)",
                        Map.of("ids", suggestions),
                        List.of("reason"));
    }
}
