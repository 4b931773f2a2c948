package cn.zhengxun.suggestion.doubtful;

import cn.zhengxun.kernel.RuleViolation;
import cn.zhengxun.suggestion.arrival.SettleArrivals;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the boxes of the list say: a suggestion's id, a dash, and the version of its case that was seen. */
final class DoubtfulTicks {
    private static final Pattern TICK = Pattern.compile("(\\d{1,18})-(\\d{1,9})");

    private DoubtfulTicks() {}

    /** @throws RuleViolation for a box that no page of ours has */
    static List<SettleArrivals.Seen> read(List<String> ticked) {
        return ticked.stream().map(DoubtfulTicks::seen).toList();
    }

    private static SettleArrivals.Seen seen(String ticked) {
        Matcher tick = TICK.matcher(ticked);
        if (!tick.matches()) {
            throw new RuleViolation("勾选的内容读不出来，请刷新页面重新勾选。");
        }
        return new SettleArrivals.Seen(Long.parseLong(tick.group(1)), Integer.parseInt(tick.group(2)));
    }
}
