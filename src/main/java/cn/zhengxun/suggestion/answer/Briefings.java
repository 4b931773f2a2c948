package cn.zhengxun.suggestion.answer;

import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.consultation.Explanation;
import cn.zhengxun.consultation.Explanations;
import cn.zhengxun.consultation.Plan;
import cn.zhengxun.consultation.Plans;
import cn.zhengxun.draft.clause.Clause;
import cn.zhengxun.suggestion.DraftSheet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Puts together what readers are told, from the plan and the published plain-language sheet. */
@Component
class Briefings {
    private final Plans plans;
    private final Explanations explanations;

    Briefings(Plans plans, Explanations explanations) {
        this.plans = plans;
        this.explanations = explanations;
    }

    Briefing of(ConsultationNumber consultation, DraftSheet sheet) {
        Optional<Plan> plan = plans.find(consultation);
        return new Briefing(
                plan.map(Plan::purpose).orElse(null),
                explanations
                        .find(consultation)
                        .filter(Explanation::published)
                        .map(Explanation::paragraphs)
                        .orElse(List.of()),
                plan.stream()
                        .flatMap(agreed -> agreed.focus().stream())
                        .flatMap(focus -> focus(focus, sheet))
                        .toList(),
                plan.map(Plan::offeredCategories).orElse(Plan.USUAL_CATEGORIES));
    }

    private static Stream<Briefing.Focus> focus(Plan.Focus focus, DraftSheet sheet) {
        Optional<Clause> clause = sheet.clauses().find(focus.clause());
        return sheet.articleOf(focus.clause()).stream()
                .map(article -> new Briefing.Focus(
                        article.id(), clause.map(Clause::label).orElse(article.label()), focus.question()));
    }
}
