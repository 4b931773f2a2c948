package cn.zhengxun.evaluation;

import cn.zhengxun.audit.AuditTrail;
import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.consultation.Consultations;
import cn.zhengxun.evaluation.EvaluationFigures.Part;
import cn.zhengxun.kernel.CurrentActor;
import cn.zhengxun.kernel.RuleViolation;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Step 10: the figures of one consultation, by station, channel and process. */
@Service
@Transactional
public class Evaluations {
    private final EvaluationRows rows;
    private final StatisticsRows counted;
    private final Statistics statistics;
    private final Consultations consultations;
    private final AuditTrail audit;
    private final CurrentActor actor;
    private final Clock clock;

    Evaluations(
            EvaluationRows rows,
            StatisticsRows counted,
            Statistics statistics,
            Consultations consultations,
            AuditTrail audit,
            CurrentActor actor,
            Clock clock) {
        this.rows = rows;
        this.counted = counted;
        this.statistics = statistics;
        this.consultations = consultations;
        this.audit = audit;
        this.actor = actor;
        this.clock = clock;
    }

    /** Computes the figures; again replaces them until they are approved. @throws RuleViolation once they are */
    public void evaluate(ConsultationNumber number) {
        evaluate(new Evaluate(number));
    }

    /** As {@link #evaluate(ConsultationNumber)}. */
    public void evaluate(Evaluate command) {
        ConsultationNumber number = command.consultation();
        if (rows.find(number).filter(Evaluation::approved).isPresent()) {
            throw new RuleViolation("征询" + number + "的评价已经审定，不能重新生成。");
        }
        EvaluationFigures figures = now(number);
        rows.save(number, figures, clock.instant());
        audit.record(
                command,
                number.value(),
                Map.of(
                        "collected", figures.collected(),
                        "submitted", figures.submitted(),
                        "adopted", figures.adopted()));
    }

    /** @throws RuleViolation before the figures exist, and once they are approved */
    public void approve(ApproveEvaluation command) {
        ConsultationNumber number = command.consultation();
        if (rows.find(number).isEmpty()) {
            throw new RuleViolation("征询" + number + "还没有生成评价，请等流程到第10步再审定。");
        }
        if (!rows.approve(command, actor.id(), clock.instant())) {
            throw new RuleViolation("征询" + number + "的评价已经审定，不用再次审定。");
        }
        audit.record(command, number.value(), Map.of());
    }

    /** @return empty before step 10 */
    @Transactional(readOnly = true)
    public Optional<Evaluation> find(ConsultationNumber number) {
        return rows.find(number);
    }

    /** The figures as they stand at this moment. @throws cn.zhengxun.kernel.NotFound */
    @Transactional(readOnly = true)
    public EvaluationFigures now(ConsultationNumber number) {
        consultations.find(number);
        StatisticsFilter filter = StatisticsFilter.of(number);
        Summary summary = statistics.summary(filter);
        Figures total = summary.total();
        EvaluationRows.Participation participation = rows.participation(number);
        return new EvaluationFigures(
                total.collected(),
                total.submitted(),
                total.adopted(),
                total.fullyAdopted(),
                total.partlyAdopted(),
                total.rateOfSubmitted(),
                participation.withdrawn(),
                participation.late(),
                participation.outOfScope(),
                participation.invited(),
                participation.opened(),
                participation.answered(),
                participation.contributors(),
                participation.deadlineChanges(),
                participation.returns(),
                counted.clauses(filter).stream()
                        .map(clause -> part(clause.label(), clause.figures()))
                        .toList(),
                parts(summary.byStation()),
                parts(summary.byChannel()),
                parts(summary.byCategory()),
                rows.steps(number));
    }

    private static List<Part> parts(List<Summary.Line> lines) {
        return lines.stream().map(line -> part(line.label(), line.figures())).toList();
    }

    private static Part part(String label, Figures figures) {
        return new Part(label, figures.collected(), figures.submitted(), figures.adopted());
    }
}
