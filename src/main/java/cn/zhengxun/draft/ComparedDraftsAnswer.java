package cn.zhengxun.draft;

import cn.zhengxun.draft.clause.Clause;
import cn.zhengxun.draft.clause.ClauseId;
import cn.zhengxun.draft.clause.ClauseTree;
import cn.zhengxun.draft.comparison.Link;
import cn.zhengxun.draft.comparison.LinkKind;
import cn.zhengxun.draft.comparison.Mapping;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Two drafts compared, as machines get it.
 *
 * @param mapping at least one entry for every article of either draft
 */
record ComparedDraftsAnswer(Summary summary, List<Entry> mapping) {
    private static final Set<LinkKind> IN_OTHER_WORDS = EnumSet.of(LinkKind.CHANGED, LinkKind.SPLIT, LinkKind.JOINED);

    /**
     * How many 条. The articles of the earlier draft are the sum of all but {@code added}.
     *
     * @param added articles of the later draft without forerunner
     * @param removed articles of the earlier draft that live on nowhere
     * @param changed articles of the earlier draft that live on in other words, also split or joined
     * @param moved articles of the earlier draft that live on in the same words under another number
     * @param same articles of the earlier draft that live on in the same words under the same number
     */
    record Summary(long added, long removed, long changed, long moved, long same) {}

    /**
     * One pair.
     *
     * @param before number of the 条 in the earlier draft, such as 7 or 7-1; null where the article is new
     * @param after number in the later draft; null where the article was removed
     * @param kind same, changed, renumbered, split, joined, new or removed
     * @param confidence from 0 to 1
     */
    record Entry(String before, String after, String kind, double confidence) {}

    static ComparedDraftsAnswer of(ClauseTree before, ClauseTree after) {
        Mapping mapping = Mapping.between(before, after);
        Map<ClauseId, String> earlier = numbers(before);
        Map<ClauseId, String> later = numbers(after);
        List<Entry> entries = mapping.articles().stream()
                .map(link -> new Entry(
                        link.before() == null ? null : earlier.get(link.before()),
                        link.after() == null ? null : later.get(link.after()),
                        link.kind().name().toLowerCase(Locale.ROOT),
                        link.confidence()))
                .toList();
        return new ComparedDraftsAnswer(summary(mapping), entries);
    }

    private static Summary summary(Mapping mapping) {
        return new Summary(
                articles(mapping, EnumSet.of(LinkKind.NEW), Link::after),
                articles(mapping, EnumSet.of(LinkKind.REMOVED), Link::before),
                articles(mapping, IN_OTHER_WORDS, Link::before),
                articles(mapping, EnumSet.of(LinkKind.RENUMBERED), Link::before),
                articles(mapping, EnumSet.of(LinkKind.SAME), Link::before));
    }

    /** An article that is split has several links and counts once. */
    private static long articles(Mapping mapping, Set<LinkKind> kinds, Function<Link, ClauseId> side) {
        return mapping.articles().stream()
                .filter(link -> kinds.contains(link.kind()))
                .map(side)
                .distinct()
                .count();
    }

    private static Map<ClauseId, String> numbers(ClauseTree tree) {
        return tree.articles().stream().collect(Collectors.toMap(Clause::id, Clause::number));
    }
}
