package cn.zhengxun.draft.comparison;

import cn.zhengxun.draft.clause.Clause;
import cn.zhengxun.draft.comparison.Difference.Fate;
import cn.zhengxun.draft.comparison.Difference.Run;
import cn.zhengxun.draft.comparison.Kinship.Family;
import cn.zhengxun.draft.comparison.Script.Part;
import cn.zhengxun.draft.comparison.Synopsis.Article;
import cn.zhengxun.draft.comparison.Synopsis.Change;
import cn.zhengxun.draft.comparison.Synopsis.Heading;
import cn.zhengxun.draft.comparison.Synopsis.Passage;
import cn.zhengxun.draft.comparison.Synopsis.Pointer;
import cn.zhengxun.draft.comparison.Synopsis.Row;
import cn.zhengxun.draft.comparison.Synopsis.Summary;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Puts the articles of two texts into rows. Families that kept their order stand in it like posts; between two posts come
 * first the earlier text's articles that went elsewhere or nowhere, then the later text's that came from elsewhere or
 * are new.
 */
final class Layout {
    private final Script before;
    private final Script after;
    /** By identity: parts of the two texts may read alike. */
    private final Map<Part, Family> families = new IdentityHashMap<>();

    private final Set<Family> posts = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Map<Change, Integer> counts = new EnumMap<>(Change.class);
    private final List<Row> rows = new ArrayList<>();
    private int added;

    Layout(Script before, Script after, List<Link> links) {
        this.before = before;
        this.after = after;
        List<Family> all = Kinship.of(before.articles(), after.articles(), links);
        for (Family family : all) {
            Stream.concat(family.before().stream(), family.after().stream())
                    .forEach(part -> families.put(part, family));
        }
        List<Family> pairs = all.stream()
                .filter(Family::isPair)
                .sorted(Comparator.comparingInt(family -> family.before().get(0).place()))
                .toList();
        boolean[] kept = Order.kept(
                pairs.stream().mapToInt(family -> family.after().get(0).place()).toArray());
        for (int i = 0; i < kept.length; i++) {
            if (kept[i]) {
                posts.add(pairs.get(i));
            }
        }
    }

    Synopsis synopsis() {
        beside(before.preludes(), after.preludes());
        int earlier = 0;
        int later = 0;
        List<Family> inOrder = posts.stream()
                .sorted(Comparator.comparingInt(family -> family.before().get(0).place()))
                .toList();
        for (Family post : inOrder) {
            Part first = post.before().get(0);
            Part firstAfter = post.after().get(0);
            between(earlier, first.place(), later, firstAfter.place(), first.headings(), firstAfter.headings());
            rows.add(passage(post));
            earlier = first.place() + 1;
            later = firstAfter.place() + 1;
        }
        between(
                earlier,
                before.articles().size(),
                later,
                after.articles().size(),
                before.lastHeadings(),
                after.lastHeadings());
        beside(before.appendages(), after.appendages());
        return new Synopsis(summary(), numbered());
    }

    /** The changes are numbered as they are read. */
    private List<Row> numbered() {
        List<Row> numbered = new ArrayList<>();
        int ordinal = 0;
        for (Row row : rows) {
            numbered.add(
                    row instanceof Passage passage && passage.change().isWorthSeeing()
                            ? passage.numbered(++ordinal)
                            : row);
        }
        return numbered;
    }

    /** A row of one text that waits for its place, or a heading. */
    private record Entry(Clause heading, Row row) {}

    /** @param headings above whatever follows */
    private void between(
            int earlierFrom,
            int earlierTo,
            int laterFrom,
            int laterTo,
            List<Clause> headings,
            List<Clause> headingsAfter) {
        List<Entry> left = new ArrayList<>();
        for (Part part : before.articles().subList(earlierFrom, earlierTo)) {
            part.headings().forEach(heading -> left.add(new Entry(heading, null)));
            earlierRow(part, left);
        }
        headings.forEach(heading -> left.add(new Entry(heading, null)));
        List<Entry> right = new ArrayList<>();
        for (Part part : after.articles().subList(laterFrom, laterTo)) {
            part.headings().forEach(heading -> right.add(new Entry(heading, null)));
            laterRow(part, right);
        }
        headingsAfter.forEach(heading -> right.add(new Entry(heading, null)));
        new HeadingsBeside(left, right).rows();
    }

    private void earlierRow(Part part, List<Entry> entries) {
        Family family = families.get(part);
        if (family.after().isEmpty()) {
            entries.add(new Entry(null, passage(family)));
        } else if (!posts.contains(family) || !standsAtItsPost(part, family.before())) {
            entries.add(new Entry(
                    null,
                    new Pointer(true, part.clause().label(), change(family), labels(family.after()), anchor(family))));
        }
    }

    private void laterRow(Part part, List<Entry> entries) {
        Family family = families.get(part);
        boolean first = family.after().get(0) == part;
        if (first) {
            entries.add(new Entry(null, passage(family)));
        } else if (!standsAtItsPost(part, family.after())) {
            entries.add(new Entry(
                    null,
                    new Pointer(
                            false, part.clause().label(), change(family), labels(family.before()), anchor(family))));
        }
    }

    /** Whether it follows the first of its family without another article between them. */
    private static boolean standsAtItsPost(Part part, List<Part> side) {
        return part.place() - side.get(0).place() == side.indexOf(part);
    }

    /** Sets equal headings of both texts beside each other, and the rows between them in order. */
    private final class HeadingsBeside {
        private final List<Entry> left;
        private final List<Entry> right;

        HeadingsBeside(List<Entry> left, List<Entry> right) {
            this.left = left;
            this.right = right;
        }

        void rows() {
            int l = 0;
            int r = 0;
            for (int i = 0; i < left.size(); i++) {
                int match =
                        left.get(i).heading() == null ? -1 : match(left.get(i).heading(), r);
                if (match >= 0) {
                    alone(l, i, r, match);
                    rows.add(heading(left.get(i).heading(), right.get(match).heading()));
                    l = i + 1;
                    r = match + 1;
                }
            }
            int retitled = retitled(l, r);
            alone(l, left.size() - retitled, r, right.size() - retitled);
            for (int i = retitled; i > 0; i--) {
                rows.add(heading(
                        left.get(left.size() - i).heading(),
                        right.get(right.size() - i).heading()));
            }
        }

        private int match(Clause heading, int from) {
            for (int i = from; i < right.size(); i++) {
                Clause other = right.get(i).heading();
                if (other != null
                        && other.kind() == heading.kind()
                        && other.text().equals(heading.text())) {
                    return i;
                }
            }
            return -1;
        }

        /** How many headings at the end of both are of the same kinds: above the same article under other titles. */
        private int retitled(int l, int r) {
            int most = Math.min(left.size() - l, right.size() - r);
            int count = 0;
            while (count < most) {
                Clause one = left.get(left.size() - 1 - count).heading();
                Clause other = right.get(right.size() - 1 - count).heading();
                if (one == null || other == null || one.kind() != other.kind()) {
                    break;
                }
                count++;
            }
            return count;
        }

        private void alone(int leftFrom, int leftTo, int rightFrom, int rightTo) {
            left.subList(leftFrom, leftTo)
                    .forEach(entry -> rows.add(entry.heading() == null ? entry.row() : heading(entry.heading(), null)));
            right.subList(rightFrom, rightTo)
                    .forEach(entry -> rows.add(entry.heading() == null ? entry.row() : heading(null, entry.heading())));
        }
    }

    private static Heading heading(Clause earlier, Clause later) {
        String old = earlier == null ? null : earlier.label();
        String young = later == null ? null : later.label();
        return new Heading(
                old,
                young,
                Difference.between(Objects.requireNonNullElse(old, ""), Objects.requireNonNullElse(young, "")));
    }

    /** Preambles, annexes and the like, each beside its namesake. */
    private void beside(List<Part> earlier, List<Part> later) {
        Map<String, Family> named = new LinkedHashMap<>();
        earlier.forEach(part -> family(named, part).before().add(part));
        later.forEach(part -> family(named, part).after().add(part));
        named.values().forEach(family -> rows.add(passage(family)));
    }

    private static Family family(Map<String, Family> named, Part part) {
        return named.computeIfAbsent(part.key(), key -> new Family(new ArrayList<>(), new ArrayList<>()));
    }

    private Passage passage(Family family) {
        Change change = change(family);
        Difference difference = difference(family, change);
        boolean article =
                Stream.concat(family.before().stream(), family.after().stream()).anyMatch(Part::isArticle);
        if (article) {
            counts.merge(change, family.before().size(), Integer::sum);
            added += change == Change.NEW ? family.after().size() : 0;
        }
        return new Passage(
                anchor(family),
                0,
                change,
                article && family.isPair() && !posts.contains(family),
                article,
                articles(
                        family.before(),
                        keepsWords(change) ? Difference.none(words(family.before())) : difference,
                        Fate.INSERTED),
                articles(family.after(), difference, Fate.DELETED),
                difference);
    }

    private Change change(Family family) {
        if (family.before().isEmpty()) {
            return Change.NEW;
        }
        if (family.after().isEmpty()) {
            return Change.REMOVED;
        }
        if (family.before().size() > 1) {
            return family.after().size() > 1 ? Change.REGROUPED : Change.JOINED;
        }
        if (family.after().size() > 1) {
            return Change.SPLIT;
        }
        Part one = family.before().get(0);
        Part other = family.after().get(0);
        if (!one.readsAs(other)) {
            return Change.CHANGED;
        }
        if (one.isArticle() && !posts.contains(family)) {
            return Change.MOVED;
        }
        return one.clause().number().equals(other.clause().number()) ? Change.SAME : Change.SHIFTED;
    }

    /** Space and the width of characters alone are no difference: then the later text's are shown. */
    private static Difference difference(Family family, Change change) {
        String young = words(family.after());
        return keepsWords(change) ? Difference.none(young) : Difference.between(words(family.before()), young);
    }

    private static boolean keepsWords(Change change) {
        return switch (change) {
            case SAME, SHIFTED, MOVED -> true;
            default -> false;
        };
    }

    private static String words(List<Part> parts) {
        return parts.stream().map(Part::words).collect(Collectors.joining("\n"));
    }

    /** Gives each article of one side its own runs. */
    private static List<Article> articles(List<Part> parts, Difference difference, Fate otherSide) {
        List<Run> left = difference.runs().stream()
                .filter(run -> run.fate() != otherSide)
                .collect(Collectors.toCollection(ArrayList::new));
        List<Article> articles = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            boolean last = i == parts.size() - 1;
            List<Run> own =
                    last ? List.copyOf(left) : taken(left, parts.get(i).words().length());
            if (!last) {
                taken(left, 1);
            }
            articles.add(new Article(parts.get(i).clause().label(), own));
        }
        return articles;
    }

    private static List<Run> taken(List<Run> runs, int characters) {
        List<Run> taken = new ArrayList<>();
        int missing = characters;
        while (missing > 0) {
            Run run = runs.remove(0);
            if (run.text().length() > missing) {
                runs.add(0, new Run(run.fate(), run.text().substring(missing)));
                run = new Run(run.fate(), run.text().substring(0, missing));
            }
            taken.add(run);
            missing -= run.text().length();
        }
        return taken;
    }

    private static List<String> labels(List<Part> parts) {
        return parts.stream().map(part -> part.clause().label()).toList();
    }

    private static String anchor(Family family) {
        return family.after().isEmpty()
                ? "b-" + family.before().get(0).clause().id().value()
                : "a-" + family.after().get(0).clause().id().value();
    }

    private Summary summary() {
        int changed = Stream.of(Change.CHANGED, Change.SPLIT, Change.JOINED, Change.REGROUPED)
                .mapToInt(this::count)
                .sum();
        return new Summary(
                added, count(Change.REMOVED), changed, count(Change.MOVED), count(Change.SHIFTED), count(Change.SAME));
    }

    private int count(Change change) {
        return counts.getOrDefault(change, 0);
    }
}
