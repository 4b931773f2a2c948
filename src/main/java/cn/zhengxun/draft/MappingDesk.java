package cn.zhengxun.draft;

import cn.zhengxun.draft.clause.Clause;
import cn.zhengxun.draft.clause.ClauseId;
import cn.zhengxun.draft.clause.ClauseKind;
import cn.zhengxun.draft.clause.ClauseTree;
import cn.zhengxun.draft.comparison.Difference;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A mapping laid out for the person who checks it: one link with its two texts and the choices, and all links as a list. */
record MappingDesk(ReadingMapping mapping) {
    /** As many as one digit counts. */
    private static final int CHOICES = 9;

    private static final int ALIKE = 6;

    /** An article with all its words. */
    record Article(ClauseId id, String label, String words) {}

    /** An article that could be the counterpart; linked where it is so now. */
    record Choice(Article article, boolean linked) {}

    /**
     * One link on the desk.
     *
     * @param forerunners whether it is the later article whose counterparts are chosen, because it is new
     * @param before null where the article is new
     * @param after null where the article was removed
     * @param difference between their words; null where one of them is missing
     * @param others further articles that the link's other side is linked with
     * @param next the open link after this one, null for the last
     */
    record Item(
            ClauseLink link,
            String key,
            boolean forerunners,
            Article before,
            Article after,
            Difference difference,
            List<Article> others,
            List<Choice> choices,
            String next) {}

    /** A line of the list; before and after are null where the article is new or removed. */
    record Line(ClauseLink link, String key, String before, String after) {}

    Optional<Item> item(LinkKey key) {
        return mapping.links().stream().filter(key::names).findFirst().map(this::item);
    }

    /** @param after the link that was looked at last; what stands behind it comes first */
    Optional<Item> nextOpen(Optional<LinkKey> after) {
        List<ClauseLink> open = mapping.open();
        return open.stream()
                .filter(link -> after.isEmpty() || place(LinkKey.of(link)) > place(after.get()))
                .findFirst()
                .or(() -> open.stream().findFirst())
                .map(this::item);
    }

    private int place(LinkKey key) {
        List<ClauseLink> links = mapping.links();
        for (int i = 0; i < links.size(); i++) {
            ClauseLink link = links.get(i);
            if (key.names(link) || key.before() != null && key.before().equals(link.before())) {
                return i;
            }
        }
        return -1;
    }

    private Item item(ClauseLink link) {
        boolean forerunners = link.before() == null;
        ClauseTree here = forerunners ? mapping.later() : mapping.earlier();
        ClauseId asked = forerunners ? link.after() : link.before();
        Set<ClauseId> linked = mapping.links().stream()
                .filter(other -> asked.equals(forerunners ? other.after() : other.before()))
                .map(other -> forerunners ? other.before() : other.after())
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        Article before = link.before() == null ? null : article(mapping.earlier(), link.before());
        Article after = link.after() == null ? null : article(mapping.later(), link.after());
        return new Item(
                link,
                LinkKey.of(link).toString(),
                forerunners,
                before,
                after,
                link.ends() ? null : Difference.between(before.words(), after.words()),
                others(link),
                choices(forerunners, linked, here.find(asked).orElseThrow()),
                following(link));
    }

    /** What else goes into the later article. */
    private List<Article> others(ClauseLink link) {
        return link.after() == null
                ? List.of()
                : mapping.links().stream()
                        .filter(other -> link.after().equals(other.after()) && other.before() != null)
                        .filter(other -> !other.before().equals(link.before()))
                        .map(other -> article(mapping.earlier(), other.before()))
                        .toList();
    }

    /** What is linked, then what reads alike, then what stands at about the same place; an article for an article. */
    private List<Choice> choices(boolean forerunners, Set<ClauseId> linked, Clause asked) {
        ClauseTree here = forerunners ? mapping.later() : mapping.earlier();
        ClauseTree there = forerunners ? mapping.earlier() : mapping.later();
        List<Clause> all = (forerunners ? mapping.earlierPieces() : mapping.laterPieces())
                .stream()
                        .filter(clause -> (clause.kind() == ClauseKind.ARTICLE) == (asked.kind() == ClauseKind.ARTICLE))
                        .toList();
        double place = (double) asked.position()
                / here.clauses().size()
                * there.clauses().size();
        Map<ClauseId, Choice> choices = new LinkedHashMap<>();
        Stream.of(
                        all.stream().filter(clause -> linked.contains(clause.id())),
                        Counterparts.likely(there, all, here.fullText(asked.id()), ALIKE).stream(),
                        all.stream().sorted(Comparator.comparingDouble(clause -> Math.abs(clause.position() - place))))
                .flatMap(found -> found)
                .forEach(clause -> choices.putIfAbsent(
                        clause.id(), new Choice(article(there, clause.id()), linked.contains(clause.id()))));
        return choices.values().stream().limit(Math.max(CHOICES, linked.size())).toList();
    }

    private String following(ClauseLink link) {
        List<ClauseLink> open = mapping.open();
        return open.stream()
                .filter(other -> place(LinkKey.of(other)) > place(LinkKey.of(link)))
                .findFirst()
                .or(() -> open.stream().filter(other -> other != link).findFirst())
                .map(other -> LinkKey.of(other).toString())
                .orElse(null);
    }

    /** @param filter all, open, settled, or the name of a kind */
    List<Line> lines(String filter) {
        Map<ClauseId, String> labels = Stream.of(mapping.earlierPieces(), mapping.laterPieces())
                .flatMap(List::stream)
                .collect(Collectors.toMap(Clause::id, Clause::label));
        return mapping.links().stream()
                .filter(link -> switch (filter) {
                    case "open" -> link.open();
                    case "settled" -> link.settledAt() != null;
                    case "" -> true;
                    default -> link.kind().name().equals(filter);
                })
                .map(link -> new Line(
                        link,
                        LinkKey.of(link).toString(),
                        link.before() == null ? null : labels.get(link.before()),
                        link.after() == null ? null : labels.get(link.after())))
                .toList();
    }

    private static Article article(ClauseTree tree, ClauseId id) {
        String label = tree.find(id).map(Clause::label).orElse("");
        return new Article(id, label, tree.fullText(id));
    }
}
