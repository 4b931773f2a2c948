package cn.zhengxun.privacy;

import cn.zhengxun.kernel.CurrentActor;
import cn.zhengxun.privacy.Chapter.Fact;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * The ledger itself: after an erasure a line says that something was asked for and done, and nothing about whom. Lines of
 * entries that were merged are the same person's; lines about nobody on file may name the person in what staff typed.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class LedgerData implements PersonalData {
    private final RequestRows rows;
    private final KnownAs known;
    private final TracesInTexts texts;
    private final CurrentActor actor;
    private final Clock clock;

    LedgerData(RequestRows rows, KnownAs known, TracesInTexts texts, CurrentActor actor, Clock clock) {
        this.rows = rows;
        this.known = known;
        this.texts = texts;
        this.actor = actor;
        this.clock = clock;
    }

    @Override
    public List<Chapter> copyOf(Subject subject) {
        List<Fact> facts = known.all(subject).stream()
                .flatMap(one -> rows.of(one).stream())
                .flatMap(LedgerData::facts)
                .toList();
        return facts.isEmpty() ? List.of() : List.of(new Chapter("关于个人信息的请求", facts));
    }

    /** What somebody wrote stands under a label each, so that a page may show the rest without it. */
    private static Stream<Fact> facts(Request request) {
        String told = String.join(
                "，",
                request.receivedDay(),
                request.way().chinese(),
                request.kind().chinese(),
                request.state().chinese());
        return Stream.of(
                        new Fact(request.number(), told + "。"),
                        new Fact("请求的内容", request.wish()),
                        new Fact("称呼和答复方式", request.asker()),
                        new Fact("身份核对", request.identityCheck()),
                        new Fact("答复", request.reply()))
                .filter(fact -> fact.text() != null);
    }

    @Override
    public int erase(Subject subject) {
        int forgotten = known.all(subject).stream()
                .mapToInt(one -> rows.forget(one, clock.instant(), actor.id()))
                .sum();
        return forgotten
                + texts.blacken(
                        known.traces(subject),
                        "privacy_request",
                        "informant_id IS NULL AND receipt IS NULL",
                        Map.of(),
                        List.of("asker", "identity_check", "wish", "reply", "told_how"));
    }
}
