package cn.zhengxun.outreach.audience;

import cn.zhengxun.audit.AuditTrail;
import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.consultation.Plan;
import cn.zhengxun.consultation.Plans;
import cn.zhengxun.directory.Directory;
import cn.zhengxun.directory.Informant;
import cn.zhengxun.kernel.CurrentActor;
import cn.zhengxun.kernel.NotFound;
import cn.zhengxun.kernel.RuleViolation;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who is asked, and why each of them. */
@Service
@Transactional
public class Audiences {
    /** How far back "lately" reaches. */
    public static final int LATELY_DAYS = 90;

    private final AudienceRows rows;
    private final DirectoryCounts counts;
    private final Directory directory;
    private final Plans plans;
    private final AuditTrail audit;
    private final CurrentActor actor;
    private final Clock clock;

    Audiences(
            AudienceRows rows,
            DirectoryCounts counts,
            Directory directory,
            Plans plans,
            AuditTrail audit,
            CurrentActor actor,
            Clock clock) {
        this.rows = rows;
        this.counts = counts;
        this.directory = directory;
        this.plans = plans;
        this.audit = audit;
        this.actor = actor;
        this.clock = clock;
    }

    /** From the plan's audience expression; a reason for each person, also for those left out. Not over a frozen one. */
    public void propose(ConsultationNumber number) {
        propose(new ProposeAudience(
                number, plans.find(number).map(Plan::audience).orElse("")));
    }

    /** Replaces the whole list, adjustments included. @throws RuleViolation for an unreadable expression or a frozen list */
    public void propose(ProposeAudience command) {
        ConsultationNumber number = command.consultation();
        Optional<Audience> audience = rows.lock(number);
        audience.ifPresent(Audiences::requireOpen);
        AudienceSql expression = sql(command.expression());
        if (audience.isEmpty()) {
            rows.insert(number, command.expression().strip(), clock.instant());
        } else {
            rows.update(number, command.expression().strip(), clock.instant());
        }
        int weighed = rows.replaceMembers(number, expression);
        audit.record(
                command,
                number.value(),
                Map.of(
                        "expression", command.expression(),
                        "included", rows.included(number),
                        "weighed", weighed));
    }

    /** @throws RuleViolation for a frozen list, or an inactive person to be included @throws NotFound for a person who is not in the directory */
    public void adjust(AdjustAudience command) {
        ConsultationNumber number = command.consultation();
        requireOpen(rows.lock(number).orElseThrow(Audiences::notProposed));
        Informant informant =
                directory.informant(command.informant()).orElseThrow(() -> new NotFound("名录中没有这位信息员，请从列表中选择。"));
        if (command.included() && !informant.active()) {
            throw new RuleViolation("这位信息员已停用，不能加入推送名单；请先在名录中恢复。");
        }
        AudienceMember member = new AudienceMember(
                command.informant(),
                command.included(),
                (command.included() ? AudienceRows.JOINED : AudienceRows.LEFT) + "："
                        + command.reason().strip());
        if (rows.adjust(number, member) == 0) {
            rows.add(number, member);
        }
        audit.record(
                command,
                number.value(),
                Map.of("informant", command.informant().value(), "included", command.included()));
    }

    /** What an expression would give now; changes nothing. @throws RuleViolation naming the place that cannot be read */
    @Transactional(readOnly = true)
    public AudiencePreview preview(String expression) {
        AudienceExpression parsed = AudienceParser.parse(expression);
        AudienceSql sql = new AudienceSql(parsed, clock.instant());
        Map<Verdict, Integer> verdicts = counts.verdicts(sql);
        Map<String, Integer> excluded = new LinkedHashMap<>();
        verdicts.entrySet().stream()
                .filter(one -> one.getKey() != Verdict.CHOSEN)
                .sorted(Map.Entry.<Verdict, Integer>comparingByValue().reversed())
                .forEach(one -> excluded.put(one.getKey().reason(), one.getValue()));
        return new AudiencePreview(
                verdicts.getOrDefault(Verdict.CHOSEN, 0), excluded, counts.gaps(parsed.wanted(), sql.today()));
    }

    /** As preview, with whom it would miss and how often those it would reach were asked lately. */
    @Transactional(readOnly = true)
    public AudienceOutlook outlook(String expression) {
        AudiencePreview preview = preview(expression);
        Map<Integer, Integer> asked = counts.asked(sql(expression));
        return new AudienceOutlook(
                preview,
                counts.emptyStations(sql(expression)),
                counts.emptyTags(sql(expression)),
                asked.keySet().stream().mapToInt(times -> times).max().orElse(0),
                preview.count()
                        - asked.values().stream().mapToInt(people -> people).sum(),
                counts.viaStations(sql(expression)));
    }

    /**
     * A page of those whom an expression would leave out now for one reason.
     *
     * @param reason as in {@link AudiencePreview#excluded}; empty for those it would reach
     * @throws NotFound for another reason
     */
    @Transactional(readOnly = true)
    public WeighedPeople people(String expression, String reason, int page) {
        Verdict verdict = Arrays.stream(Verdict.values())
                .filter(one -> one.reason().equals(reason))
                .findFirst()
                .orElseThrow(() -> new NotFound("没有这种未列入的理由，请从名单概况中选择。"));
        int total = counts.verdicts(sql(expression)).getOrDefault(verdict, 0);
        return counts.people(sql(expression), verdict, total, page);
    }

    private AudienceSql sql(String expression) {
        return new AudienceSql(AudienceParser.parse(expression), clock.instant());
    }

    /** Freezes the list. @throws cn.zhengxun.kernel.RuleViolation when nobody is included */
    public void freeze(ConsultationNumber number) {
        freeze(new FreezeAudience(number));
    }

    /** Again changes nothing. @throws RuleViolation when nobody is included */
    public void freeze(FreezeAudience command) {
        ConsultationNumber number = command.consultation();
        Audience audience = rows.lock(number).orElseThrow(Audiences::notProposed);
        if (audience.frozen()) {
            return;
        }
        int included = rows.included(number);
        if (included == 0) {
            throw new RuleViolation("推送名单里一个人也没有，请调整推送条件或人工加入后再确认。");
        }
        rows.freeze(number, clock.instant(), actor.id());
        audit.record(command, number.value(), Map.of("included", included));
    }

    /** Also keeps other writers of this list waiting until the caller's transaction ends. */
    public boolean frozen(ConsultationNumber number) {
        return rows.lock(number).filter(Audience::frozen).isPresent();
    }

    @Transactional(readOnly = true)
    public Optional<Audience> find(ConsultationNumber number) {
        return rows.find(number);
    }

    /** Counts of the stored list. */
    @Transactional(readOnly = true)
    public AudienceTally tally(ConsultationNumber number) {
        return rows.tally(number);
    }

    /** One page of the stored list. */
    @Transactional(readOnly = true)
    public ListedPeople page(ConsultationNumber number, ListSearch search) {
        return rows.page(number, search, clock.instant().minus(Duration.ofDays(LATELY_DAYS)));
    }

    private static void requireOpen(Audience audience) {
        if (audience.frozen()) {
            throw new RuleViolation("推送名单已经确认，不能再改；要补充的人请由站点代为征求意见。");
        }
    }

    private static RuleViolation notProposed() {
        return new RuleViolation("还没有推送名单，请先提出名单。");
    }
}
