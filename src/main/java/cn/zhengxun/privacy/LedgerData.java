package cn.zhengxun.privacy;

import cn.zhengxun.kernel.CurrentActor;
import cn.zhengxun.privacy.Chapter.Fact;
import java.time.Clock;
import java.util.List;
import java.util.Map;
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
                .map(request -> new Fact(request.number(), told(request)))
                .toList();
        return facts.isEmpty() ? List.of() : List.of(new Chapter("关于个人信息的请求", facts));
    }

    private static String told(Request request) {
        StringBuilder told = new StringBuilder()
                .append(request.receivedDay())
                .append('，')
                .append(request.way().chinese())
                .append('，')
                .append(request.kind().chinese())
                .append('，')
                .append(request.state().chinese());
        add(told, "请求的内容：", request.wish());
        add(told, "称呼和答复方式：", request.asker());
        add(told, "身份核对：", request.identityCheck());
        add(told, "答复：", request.reply());
        return told.append('。').toString();
    }

    private static void add(StringBuilder told, String label, String text) {
        if (text != null) {
            told.append('；').append(label).append(text);
        }
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
