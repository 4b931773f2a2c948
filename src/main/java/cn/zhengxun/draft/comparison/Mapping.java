package cn.zhengxun.draft.comparison;

import cn.zhengxun.draft.clause.ClauseId;
import cn.zhengxun.draft.clause.ClauseTree;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How the clauses of one text live on in the next.
 *
 * @param articles at least one link for every 条 of either text; in the order of the earlier text, then the new
 * @param others the same for what stands outside of 条: 序言, 附件, 修改项 and so on
 * @param successors for each clause of the earlier text, of any kind, see {@link #successors(ClauseId)}
 */
public record Mapping(List<Link> articles, List<Link> others, Map<ClauseId, List<ClauseId>> successors) {
    public Mapping {
        articles = List.copyOf(articles);
        others = List.copyOf(others);
        successors = Map.copyOf(successors);
    }

    /** Compares the words of two texts of the same law; the ids within either tree must differ from each other. */
    public static Mapping between(ClauseTree before, ClauseTree after) {
        List<Piece> earlier = Piece.of(before);
        List<Piece> later = Piece.of(after);
        return of(before, after, earlier, later, Linking.links(earlier, later));
    }

    /**
     * The mapping that a person made of the links.
     *
     * @param links between 条, or others of the same kind; their kinds are told anew from how many partners a clause
     *     has and from its words; a clause without a link counts as removed or new
     */
    public static Mapping of(ClauseTree before, ClauseTree after, Collection<Link> links) {
        List<Piece> earlier = Piece.of(before);
        List<Piece> later = Piece.of(after);
        return of(before, after, earlier, later, new Relinking(earlier, later, links).links());
    }

    private static Mapping of(
            ClauseTree before, ClauseTree after, List<Piece> earlier, List<Piece> later, List<Link> links) {
        Set<ClauseId> articlesBefore = articles(earlier);
        Set<ClauseId> articlesAfter = articles(later);
        Map<Boolean, List<Link>> byArticle = links.stream()
                .collect(Collectors.partitioningBy(link -> link.before() == null
                        ? articlesAfter.contains(link.after())
                        : articlesBefore.contains(link.before())));
        return new Mapping(
                byArticle.get(true), byArticle.get(false), new Successors(before, after, earlier, later, links).all());
    }

    private static Set<ClauseId> articles(List<Piece> pieces) {
        return pieces.stream().filter(Piece::isArticle).map(Piece::id).collect(Collectors.toSet());
    }

    /**
     * Where a suggestion on a clause of the earlier text is to be shown in the next: the clause that holds most of its
     * words, else the article that it lives on in. A 条 has several where it was split, a 章 the one that holds most of
     * its articles.
     *
     * @return empty only where the clause was removed
     */
    public List<ClauseId> successors(ClauseId before) {
        return successors.getOrDefault(before, List.of());
    }

    /** Those that a person should look at, the least certain first. */
    public List<Link> doubtful() {
        return Stream.concat(articles.stream(), others.stream())
                .filter(Link::isDoubtful)
                .sorted(Comparator.comparingDouble(Link::confidence))
                .toList();
    }
}
