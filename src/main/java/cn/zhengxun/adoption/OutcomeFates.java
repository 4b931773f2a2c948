package cn.zhengxun.adoption;

import cn.zhengxun.suggestion.SuggestionFates;
import cn.zhengxun.suggestion.SuggestionId;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Published outcomes, for the person's own record. */
@Component
@Order(10)
class OutcomeFates implements SuggestionFates {
    private final OutcomeRows rows;

    OutcomeFates(OutcomeRows rows) {
        this.rows = rows;
    }

    @Override
    public Map<SuggestionId, Fate> of(Collection<SuggestionId> suggestions) {
        Map<SuggestionId, Fate> fates = new HashMap<>();
        rows.published(suggestions).forEach((id, outcome) -> fates.put(id, fate(outcome)));
        return fates;
    }

    private static Fate fate(Outcome outcome) {
        StringBuilder explanation = new StringBuilder("理由：").append(outcome.reason());
        if (!outcome.evidence().isBlank()) {
            explanation.append("\n依据：").append(outcome.evidence());
        }
        return new Fate(
                outcome.kind().chinese(),
                explanation.toString(),
                outcome.kind().adopted() ? new Promulgated(outcome.article(), outcome.articleText()) : null);
    }
}
