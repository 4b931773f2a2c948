package cn.zhengxun.outreach;

import cn.zhengxun.consultation.Consultation;
import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.consultation.Consultations;
import cn.zhengxun.consultation.Explanation;
import cn.zhengxun.consultation.Explanations;
import cn.zhengxun.consultation.Plan;
import cn.zhengxun.consultation.Plans;
import cn.zhengxun.directory.Directory;
import cn.zhengxun.directory.Informant;
import cn.zhengxun.directory.Station;
import cn.zhengxun.directory.StationId;
import cn.zhengxun.draft.Drafts;
import cn.zhengxun.draft.Visibility;
import cn.zhengxun.draft.clause.Clause;
import cn.zhengxun.draft.clause.ClauseTree;
import cn.zhengxun.kernel.NotFound;
import cn.zhengxun.kernel.RuleViolation;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Puts a booklet together from the plan, the plain-language sheet and the draft. */
@Component
class PaperPacks {
    /** Each copy of an internal draft is printed by itself, and a browser lays them all out at once. */
    static final int MOST_NUMBERED = 50;

    private final Consultations consultations;
    private final Plans plans;
    private final Explanations explanations;
    private final Drafts drafts;
    private final Directory directory;
    private final StationChannels channels;

    PaperPacks(
            Consultations consultations,
            Plans plans,
            Explanations explanations,
            Drafts drafts,
            Directory directory,
            StationChannels channels) {
        this.consultations = consultations;
        this.plans = plans;
        this.explanations = explanations;
        this.drafts = drafts;
        this.directory = directory;
        this.channels = channels;
    }

    /**
     * @param station null for the office's own
     * @param whole the whole text, not only the focus clauses; without focus clauses always
     * @throws NotFound @throws RuleViolation for an internal draft without a station, or with too many copies
     */
    PaperPack of(ConsultationNumber number, StationId station, int copies, boolean whole) {
        Consultation consultation = consultations.find(number);
        Station recipient = station == null
                ? null
                : directory.station(station).orElseThrow(() -> new NotFound("名录中没有这个站点，请从列表中选择。"));
        Optional<Plan> plan = plans.find(number);
        ClauseTree text = drafts.clauses(consultation.draft());
        List<PaperPack.Focus> focus = plan.stream()
                .flatMap(agreed -> agreed.focus().stream())
                .flatMap(one -> focus(one, text))
                .toList();
        return new PaperPack(
                consultation,
                recipient,
                coordinator(recipient),
                plan.map(Plan::purpose).orElse(null),
                explanations
                        .find(number)
                        .filter(Explanation::published)
                        .map(Explanation::paragraphs)
                        .orElse(List.of()),
                focus,
                whole || focus.isEmpty() ? text : null,
                channels.code(consultation, station).orElse(null),
                numbers(consultation, recipient, copies));
    }

    private static List<Integer> numbers(Consultation consultation, Station recipient, int copies) {
        if (copies < 1) {
            throw new RuleViolation("请填印几份，至少1份。");
        }
        if (consultation.visibility() != Visibility.INTERNAL) {
            return List.of();
        }
        if (recipient == null) {
            throw new RuleViolation("内部草案的纸质材料要印上发给哪个站点，请先选择站点。");
        }
        if (copies > MOST_NUMBERED) {
            throw new RuleViolation("内部草案逐份编号，一次最多印" + MOST_NUMBERED + "份，请分几次印。");
        }
        return IntStream.rangeClosed(1, copies).boxed().toList();
    }

    private String coordinator(Station station) {
        return Optional.ofNullable(station)
                .map(Station::coordinator)
                .flatMap(directory::informant)
                .map(Informant::name)
                .orElse(null);
    }

    private static Stream<PaperPack.Focus> focus(Plan.Focus focus, ClauseTree text) {
        Optional<Clause> clause = text.find(focus.clause());
        return text.unitOf(focus.clause()).stream()
                .map(article -> new PaperPack.Focus(
                        clause.map(Clause::label).orElse(article.label()),
                        focus.question(),
                        article.label(),
                        text.fullText(article.id()).lines().toList()));
    }
}
