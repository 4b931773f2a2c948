package cn.zhengxun.draft.comparison;

import cn.zhengxun.draft.clause.Clause;
import cn.zhengxun.draft.clause.ClauseId;
import cn.zhengxun.draft.clause.ClauseTree;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * How the 条 of one text live on in the next.
 *
 * @param articles at least one link for every article of either text; in the order of the earlier text, then the new
 */
public record Mapping(List<Link> articles) {
    public Mapping {
        articles = List.copyOf(articles);
    }

    public static Mapping between(ClauseTree before, ClauseTree after) {
        List<Link> links = new ArrayList<>();
        Set<ClauseId> met = new HashSet<>();
        for (Clause article : before.articles()) {
            Optional<Clause> next = after.articles().stream()
                    .filter(a -> a.number().equals(article.number()))
                    .findFirst();
            next.ifPresent(n -> met.add(n.id()));
            links.add(next.map(n -> new Link(article.id(), n.id(), kind(before, article, after, n), 0.5))
                    .orElse(new Link(article.id(), null, LinkKind.REMOVED, 0.5)));
        }
        for (Clause article : after.articles()) {
            if (!met.contains(article.id())) {
                links.add(new Link(null, article.id(), LinkKind.NEW, 0.5));
            }
        }
        return new Mapping(links);
    }

    private static LinkKind kind(ClauseTree before, Clause one, ClauseTree after, Clause other) {
        return Objects.equals(before.fullText(one.id()), after.fullText(other.id())) ? LinkKind.SAME : LinkKind.CHANGED;
    }
}
