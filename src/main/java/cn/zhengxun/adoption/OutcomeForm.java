package cn.zhengxun.adoption;

import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.suggestion.SuggestionId;

/** One suggestion's outcome as typed; every field may be null or empty, and comes back into the page when it is refused. */
record OutcomeForm(
        OutcomeKind kind, String article, String articleText, Strength strength, String reason, String evidence) {

    static OutcomeForm of(OutcomesPage.Line line) {
        Outcome outcome = line.outcome();
        if (outcome != null) {
            return new OutcomeForm(
                    outcome.kind(),
                    outcome.article(),
                    outcome.articleText(),
                    outcome.strength(),
                    outcome.reason(),
                    outcome.evidence());
        }
        return line.routedTo() == null
                ? new OutcomeForm(null, "", "", null, "", "")
                : new OutcomeForm(
                        OutcomeKind.NOTED, "", "", null, RoutedAnswer.reason(line.routedTo()), RoutedAnswer.EVIDENCE);
    }

    RecordOutcome command(ConsultationNumber number, SuggestionId suggestion) {
        return new RecordOutcome(number, suggestion, kind, article, articleText, strength, reason, evidence);
    }
}
