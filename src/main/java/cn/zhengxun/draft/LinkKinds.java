package cn.zhengxun.draft;

import cn.zhengxun.draft.clause.Clause;
import cn.zhengxun.draft.clause.ClauseId;
import cn.zhengxun.draft.clause.ClauseTree;
import cn.zhengxun.draft.comparison.LinkKind;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What kind each link is of, once people have drawn some. */
final class LinkKinds {
    private static final String SPACE = "\\s+";

    private final ClauseTree earlier;
    private final ClauseTree later;
    private final Map<ClauseId, Long> successors;
    private final Map<ClauseId, Long> forerunners;

    LinkKinds(ClauseTree earlier, ClauseTree later, List<ClauseLink> links) {
        this.earlier = earlier;
        this.later = later;
        this.successors = count(links, ClauseLink::before);
        this.forerunners = count(links, ClauseLink::after);
    }

    private static Map<ClauseId, Long> count(List<ClauseLink> links, Function<ClauseLink, ClauseId> side) {
        return links.stream().filter(link -> !link.ends()).collect(Collectors.groupingBy(side, Collectors.counting()));
    }

    LinkKind of(ClauseLink link) {
        if (link.before() == null) {
            return LinkKind.NEW;
        }
        if (link.after() == null) {
            return LinkKind.REMOVED;
        }
        if (forerunners.getOrDefault(link.after(), 0L) > 1) {
            return LinkKind.JOINED;
        }
        if (successors.getOrDefault(link.before(), 0L) > 1) {
            return LinkKind.SPLIT;
        }
        if (!words(earlier, link.before()).equals(words(later, link.after()))) {
            return LinkKind.CHANGED;
        }
        return Objects.equals(number(earlier, link.before()), number(later, link.after()))
                ? LinkKind.SAME
                : LinkKind.RENUMBERED;
    }

    private static String words(ClauseTree tree, ClauseId article) {
        return tree.fullText(article).replaceAll(SPACE, "");
    }

    private static String number(ClauseTree tree, ClauseId article) {
        return tree.find(article).map(Clause::number).orElse(null);
    }
}
