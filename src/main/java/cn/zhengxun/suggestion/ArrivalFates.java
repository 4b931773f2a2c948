package cn.zhengxun.suggestion;

import cn.zhengxun.suggestion.arrival.ArrivalCase;
import cn.zhengxun.suggestion.arrival.ArrivalState;
import cn.zhengxun.suggestion.arrival.Arrivals;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Tells its author that a suggestion is being looked at, or was passed on. Why it was flagged is not told: rules err. */
@Component
@Order(30)
class ArrivalFates implements SuggestionFates {
    static final Fate LOOKED_AT =
            new Fate("核查中", "工作人员正在核对这条意见，例如里面有没有别人的个人信息、是不是应由信访部门办理的事。您的原话已经原样保存，没有删改，核对以后会接着办理。");

    private final Arrivals arrivals;

    ArrivalFates(Arrivals arrivals) {
        this.arrivals = arrivals;
    }

    @Override
    public Map<SuggestionId, Fate> of(Collection<SuggestionId> suggestions) {
        Map<SuggestionId, Fate> fates = new HashMap<>();
        arrivals.of(suggestions.stream().map(SuggestionId::value).toList()).forEach((id, one) -> {
            if (one.state() == ArrivalState.WAITING || one.state().held()) {
                fates.put(new SuggestionId(id), LOOKED_AT);
            } else if (one.state() == ArrivalState.REROUTED && one.routedTo() != null) {
                fates.put(new SuggestionId(id), passedOn(one));
            }
        });
        return fates;
    }

    private static Fate passedOn(ArrivalCase one) {
        return new Fate("转办", "您说的事不在这次征询的范围里，已经登记，转给%s办理。".formatted(one.routedTo()));
    }
}
