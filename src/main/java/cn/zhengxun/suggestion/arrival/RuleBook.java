package cn.zhengxun.suggestion.arrival;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The rules in force, ready to be applied. Never changes. */
final class RuleBook {
    /** Where a rule found something first in one field. */
    record Hit(ArrivalRule rule, Arrived.Field field, Span span) {}

    private record Ready(ArrivalRule rule, List<WordPattern> patterns) {
        Optional<Span> find(ReadText text) {
            if (rule.detector() != null) {
                return rule.detector().find(text);
            }
            for (WordPattern pattern : patterns) {
                Optional<Span> found = pattern.find(text);
                if (found.isPresent()) {
                    return found;
                }
            }
            return Optional.empty();
        }
    }

    private final List<Ready> rules;

    RuleBook(List<ArrivalRule> rules) {
        this.rules = rules.stream()
                .filter(ArrivalRule::active)
                .map(rule -> new Ready(rule, WordPattern.lines(rule.words())))
                .toList();
    }

    List<Hit> read(Arrived arrived) {
        List<Hit> hits = new ArrayList<>();
        for (Map.Entry<Arrived.Field, String> field : arrived.texts().entrySet()) {
            ReadText text = ReadText.of(field.getValue());
            for (Ready ready : rules) {
                ready.find(text).ifPresent(span -> hits.add(new Hit(ready.rule(), field.getKey(), span)));
            }
        }
        return hits;
    }
}
