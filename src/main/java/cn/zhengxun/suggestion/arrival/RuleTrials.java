package cn.zhengxun.suggestion.arrival;

import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.consultation.Consultations;
import cn.zhengxun.kernel.RuleViolation;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Shows what rules would find, before they are in force. Keeps nothing. */
@Service
@Transactional(readOnly = true)
class RuleTrials {
    private static final int MOST = 500;
    private static final int LONGEST = 20_000;
    private static final int SHOWN = 50;

    /** @param read how many texts were looked at; @param found how many of them something was found in; shown: the first of these */
    record Result(int read, int found, List<Shown> shown) {}

    record Shown(List<String> reasons, List<MarkedText> texts) {}

    private final ArrivalRules rules;
    private final ArrivalRows rows;
    private final Consultations consultations;
    private final Clock clock;

    RuleTrials(ArrivalRules rules, ArrivalRows rows, Consultations consultations, Clock clock) {
        this.rules = rules;
        this.rows = rows;
        this.consultations = consultations;
        this.clock = clock;
    }

    /**
     * @param words patterns to try, one a line; blank: the rules in force
     * @param sample a text; blank: the latest {@value #MOST} suggestions of the consultation
     */
    Result attempt(String words, String sample, ConsultationNumber consultation) {
        if (sample.isBlank() && consultation == null) {
            throw new RuleViolation("请写一段话来试，或者填一个征询编号，用它的意见来试。");
        }
        if (sample.length() > LONGEST) {
            throw new RuleViolation("试的话太长，最多%d个字。".formatted(LONGEST));
        }
        RuleBook book = words.isBlank() ? rules.book() : new RuleBook(List.of(typed(words)));
        List<Arrived> texts = sample.isBlank()
                ? rows.latest(consultations.find(consultation).number().value(), MOST)
                : List.of(new Arrived(0, sample, null, null));
        List<Shown> found = texts.stream()
                .map(text -> shown(text, book.read(text)))
                .filter(Objects::nonNull)
                .toList();
        return new Result(
                texts.size(), found.size(), found.stream().limit(SHOWN).toList());
    }

    /** Refused as it would be when saved. */
    private ArrivalRule typed(String words) {
        SaveArrivalRule rule = new SaveArrivalRule(null, 0, "试用", Concern.OTHER, null, words, true);
        return new ArrivalRule(0, 1, rule.name(), rule.concern(), null, rule.words(), true, "", clock.instant());
    }

    private static Shown shown(Arrived text, List<RuleBook.Hit> hits) {
        if (hits.isEmpty()) {
            return null;
        }
        List<ArrivalFlag> flags = hits.stream()
                .map(hit -> new ArrivalFlag(0, hit.rule().concern(), hit.rule().name(), hit.field(), hit.span()))
                .toList();
        return new Shown(ArrivalQueue.reasons(flags), ArrivalQueue.texts(text, flags));
    }
}
