package cn.zhengxun.consultation;

import cn.zhengxun.audit.AuditTrail;
import cn.zhengxun.directory.ExpertId;
import cn.zhengxun.draft.Drafts;
import cn.zhengxun.draft.clause.ClauseTree;
import cn.zhengxun.kernel.CurrentActor;
import cn.zhengxun.kernel.RuleViolation;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Step 2: the plan of a consultation. */
@Service
@Transactional
public class Plans {
    private static final int LONGEST_QUESTION = 500;
    private static final int LONGEST_CATEGORY = 40;

    private final PlanRows rows;
    private final ConsultationRows consultations;
    private final DecisionRows decisions;
    private final Drafts drafts;
    private final AudienceLanguage audiences;
    private final AuditTrail audit;
    private final CurrentActor actor;
    private final Clock clock;

    Plans(
            PlanRows rows,
            ConsultationRows consultations,
            DecisionRows decisions,
            Drafts drafts,
            AudienceLanguage audiences,
            AuditTrail audit,
            CurrentActor actor,
            Clock clock) {
        this.rows = rows;
        this.consultations = consultations;
        this.decisions = decisions;
        this.drafts = drafts;
        this.audiences = audiences;
        this.audit = audit;
        this.actor = actor;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Optional<Plan> find(ConsultationNumber number) {
        return rows.find(number);
    }

    /** As {@link Plan#offeredCategories}, also where there is no plan. */
    @Transactional(readOnly = true)
    public List<String> identityCategories(ConsultationNumber number) {
        return Plan.offered(rows.identityCategories(number));
    }

    /** The consultations whose plan names this expert, or names none and so calls on all. */
    @Transactional(readOnly = true)
    public Set<ConsultationNumber> callingOn(ExpertId expert) {
        return rows.callingOn(expert);
    }

    /** Replaces the plan; an approval given before no longer holds. @throws RuleViolation once the plan's step is over */
    public void save(SavePlan command) {
        Consultation consultation = consultations.lock(command.consultation());
        consultation.requireStatus("修改征询方案", Status.INTAKE, Status.PLANNING);
        decisions.requirePlanNotPassed(consultation.number());
        audiences.check(command.audience());
        requireSound(command, drafts.clauses(consultation.draft()));
        rows.save(command, clock.instant(), actor.id());
        audit.record(
                command,
                consultation.number().value(),
                Map.of(
                        "focus", command.focus().size(),
                        "experts", command.experts().size(),
                        "quorum", command.quorum()));
    }

    /** @throws RuleViolation naming what is missing before the plan can be approved */
    @Transactional(readOnly = true)
    public void requireComplete(ConsultationNumber number) {
        Plan plan = rows.find(number).orElseThrow(() -> new RuleViolation("征询" + number + "还没有征询方案，请先在“方案”页填写并保存。"));
        if (drafts.find(consultations.find(number).draft()).confirmedAt() == null) {
            throw new RuleViolation("征询" + number + "更换过草案文件或者重新校正过，新的条款结构还没有确认，请先在“草案”页核对并确认。");
        }
        List<String> missing = new ArrayList<>();
        if (plan.purpose().isBlank()) {
            missing.add("征询目的");
        }
        if (plan.focus().isEmpty()) {
            missing.add("至少一个重点条款的问题");
        }
        if (plan.channels().isEmpty()) {
            missing.add("征集渠道");
        }
        if (!missing.isEmpty()) {
            throw new RuleViolation("征询" + number + "的方案还缺少：" + String.join("、", missing) + "。请补充后再提交。");
        }
    }

    public void approve(ApprovePlan command) {
        Consultation consultation = consultations.lock(command.consultation());
        consultation.requireStatus("审批征询方案", Status.PLANNING);
        requireComplete(consultation.number());
        rows.setApproved(consultation.number(), clock.instant(), actor.id());
        audit.record(command, consultation.number().value(), Map.of());
    }

    private static void requireSound(SavePlan plan, ClauseTree clauses) {
        for (Plan.Focus focus : plan.focus()) {
            if (clauses.find(focus.clause()).isEmpty()) {
                throw new RuleViolation("重点问题所选的条款不在现在的草案里，请重新选择条款。");
            }
            if (focus.question() == null || focus.question().isBlank()) {
                throw new RuleViolation("选择了重点条款就要写出问题，请补充问题或去掉该条款。");
            }
            if (focus.question().length() > LONGEST_QUESTION) {
                throw new RuleViolation("重点问题不能超过" + LONGEST_QUESTION + "个字，请改短。");
            }
        }
        for (String category : plan.identityCategories()) {
            if (category.length() > LONGEST_CATEGORY) {
                throw new RuleViolation("每个身份类别不能超过" + LONGEST_CATEGORY + "个字，请把“" + category + "”改短，每行写一个。");
            }
        }
        if (!Plan.CHANNELS.containsAll(plan.channels())) {
            throw new RuleViolation("征集渠道只能从列出的渠道中选择。");
        }
        if (new HashSet<>(plan.experts()).size() < plan.experts().size()) {
            throw new RuleViolation("同一位专家只能选择一次。");
        }
        if (plan.quorum() > plan.experts().size()) {
            throw new RuleViolation(
                    "最少专家人数是" + plan.quorum() + "，但只选择了" + plan.experts().size() + "位专家。");
        }
        if (!plan.experts().isEmpty() && plan.quorum() == 0) {
            throw new RuleViolation("选择了专家，请把最少专家人数填为1以上。");
        }
    }
}
