package cn.zhengxun.suggestion.amendment;

import cn.zhengxun.suggestion.SuggestionId;
import org.springframework.beans.factory.BeanFactory;

/** Takes a suggestion back as its author does, for tests outside this part. */
public final class Withdrawing {
    private Withdrawing() {}

    public static void of(SuggestionId suggestion, BeanFactory beans) {
        beans.getBean(Amendments.class).withdraw(new WithdrawSuggestion(suggestion, ChangedBy.AUTHOR, null));
    }
}
