package cn.zhengxun.draft.correction;

import cn.zhengxun.draft.clause.Announcement;
import cn.zhengxun.draft.clause.ChineseNumber;
import cn.zhengxun.draft.clause.ClauseId;
import cn.zhengxun.draft.clause.ClauseKind;
import cn.zhengxun.draft.clause.Labels;
import cn.zhengxun.draft.clause.PrintedNumber;
import cn.zhengxun.kernel.RuleViolation;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Gives every part its place below another by reading order. A part that no correction touched stays where it was as
 * long as its parent still stands open before it; others go below the nearest open part that may hold them.
 */
final class Regrowth {
    private static final int LONGEST_LABEL = 120;
    private static final Set<ClauseKind> BESIDE =
            EnumSet.of(ClauseKind.PREAMBLE, ClauseKind.ANNEX, ClauseKind.NOTE, ClauseKind.EXPLANATION);

    private final Part root;
    private final List<Part> inOrder;
    private final Iterator<ClauseId> fresh;
    private final Deque<Part> open = new ArrayDeque<>();
    /** Whether this is a text without 条, whose points stand at the top. */
    private final boolean points;

    /** 项 that are gone and whose 目 had nothing else to stand below. */
    private final Set<Part> gone = new HashSet<>();

    /** @param fresh ids for the empty 款 of articles that have none left */
    Regrowth(Part root, List<Part> inOrder, Iterator<ClauseId> fresh) {
        this.root = root;
        this.inOrder = inOrder;
        this.fresh = fresh;
        this.points = inOrder.stream()
                .anyMatch(
                        part -> part.kind == ClauseKind.ITEM && !part.moved && !part.above.moved && part.above.isTop());
    }

    void grow() {
        ClauseKind scope = ArticleNumbers.scopeOf(inOrder);
        Map<Part, List<Part>> before = new IdentityHashMap<>();
        before.put(root, List.copyOf(root.children()));
        inOrder.forEach(part -> before.put(part, List.copyOf(part.children())));
        before.keySet().forEach(Part::detach);
        open.push(root);
        for (Part part : inOrder) {
            Part holder = holder(part);
            while (open.peek() != holder) {
                open.pop();
            }
            part.attachTo(holder);
            open.push(part);
        }
        Set<Part> changed = new HashSet<>();
        before.forEach((part, children) -> {
            if (part.moved
                    || !children.equals(part.children())
                    || children.stream().anyMatch(child -> child.moved)) {
                changed.add(part);
            }
        });
        List.copyOf(inOrder).stream().filter(changed::contains).forEach(this::giveArticlesAParagraph);
        changed.forEach(Regrowth::count);
        new ArticleNumbers(scope).give(inOrder);
        label(root);
    }

    private Part holder(Part part) {
        if (part.kind == ClauseKind.SUBITEM && !part.moved && gone.contains(part.above)) {
            moveUp(part);
        }
        boolean free = part.moved || !open.contains(part.above) || part.above.moved && !holds(part.above, part);
        if (part.moved && Nesting.isLoose(part.kind) && open.contains(part.above) && holds(part.above, part)) {
            return part.above;
        }
        for (Part candidate : open) {
            boolean stays = !free && candidate == part.above;
            boolean taken = free || candidate.moved && !Nesting.isLoose(part.kind);
            if (stays || taken && holds(candidate, part)) {
                return candidate;
            }
        }
        return homeless(part);
    }

    private boolean holds(Part holder, Part part) {
        return Nesting.holds(holder.kind, part.kind) || points && Nesting.mayHold(holder.kind, part.kind);
    }

    /** A 目 whose 项 is gone moves up to be a 项; nothing else may lose its hold. */
    private Part homeless(Part part) {
        if (part.kind == ClauseKind.SUBITEM && !part.moved) {
            gone.add(part.above);
            return holder(part);
        }
        String holderName = part.kind == ClauseKind.SUBITEM ? "项" : "款";
        throw new RuleViolation("这样改以后，“" + part.cited() + "”前面没有可以包含它的" + holderName + "，请先校正它前后的条款。");
    }

    private static void moveUp(Part point) {
        point.name = new PrintedNumber(ClauseKind.SUBITEM, point.number, point.name)
                .as(ClauseKind.ITEM)
                .name();
        point.kind = ClauseKind.ITEM;
        point.moved = true;
    }

    private void giveArticlesAParagraph(Part part) {
        boolean lacking = part.kind == ClauseKind.ARTICLE
                && part.children().stream().noneMatch(child -> child.kind == ClauseKind.PARAGRAPH);
        if (lacking) {
            Part empty = new Part(fresh.next(), ClauseKind.PARAGRAPH, "", part);
            part.attachFirst(empty);
            inOrder.add(inOrder.indexOf(part) + 1, empty);
        }
    }

    private static void count(Part parent) {
        Map<ClauseKind, Integer> counts = new EnumMap<>(ClauseKind.class);
        for (Part child : new ArrayList<>(parent.children())) {
            int count = counts.merge(child.kind, 1, Integer::sum);
            if (child.isListed() && parent.isTop()) {
                child.number =
                        child.printedNumber().map(number -> number.said()).orElse(child.number);
            } else if (!PrintedNumber.carriedBy(child.kind) || child.isListed()) {
                child.number = String.valueOf(count);
            }
            if (child.kind == ClauseKind.PARAGRAPH || child.kind == ClauseKind.TABLE) {
                child.name = Labels.counted(child.kind, count);
            } else if (child.moved && BESIDE.contains(child.kind)) {
                child.name = besideName(parent, child);
            }
        }
    }

    private static String besideName(Part parent, Part child) {
        String name = child.kind == ClauseKind.ANNEX ? Announcement.annex(child.text) : child.kind.chinese();
        String unique = name;
        for (int n = 2; isTaken(parent, child, unique); n++) {
            unique = name + "（其" + ChineseNumber.write(Math.min(n, 9999)) + "）";
        }
        return unique;
    }

    private static boolean isTaken(Part parent, Part child, String name) {
        return parent.children().stream().anyMatch(other -> other != child && other.name.equals(name));
    }

    private void label(Part parent) {
        for (Part child : parent.children()) {
            child.label = Labels.of(child, parent.label);
            if (child.label.length() > LONGEST_LABEL) {
                throw new RuleViolation(
                        "“" + child.label.substring(0, 20) + "……”太长，不能作" + child.kind.chinese() + "的标题，请先拆分。");
            }
            label(child);
        }
    }
}
