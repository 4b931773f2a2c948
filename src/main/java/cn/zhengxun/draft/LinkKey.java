package cn.zhengxun.draft;

import cn.zhengxun.draft.clause.ClauseId;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How an address names a link of a mapping: 12-40, 12- where the article was removed, -40 where it is new. */
record LinkKey(ClauseId before, ClauseId after) {
    private static final Pattern WRITTEN = Pattern.compile("(\\d{0,18})-(\\d{0,18})");

    static LinkKey of(ClauseLink link) {
        return new LinkKey(link.before(), link.after());
    }

    static Optional<LinkKey> of(String written) {
        Matcher parts = WRITTEN.matcher(written);
        return parts.matches() && written.length() > 1
                ? Optional.of(new LinkKey(clause(parts.group(1)), clause(parts.group(2))))
                : Optional.empty();
    }

    boolean names(ClauseLink link) {
        return equals(of(link));
    }

    private static ClauseId clause(String digits) {
        return digits.isEmpty() ? null : new ClauseId(Long.parseLong(digits));
    }

    @Override
    public String toString() {
        return (before == null ? "" : before.value()) + "-" + (after == null ? "" : after.value());
    }
}
