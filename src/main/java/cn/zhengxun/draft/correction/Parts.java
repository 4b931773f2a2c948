package cn.zhengxun.draft.correction;

import cn.zhengxun.draft.clause.Announcement;
import cn.zhengxun.draft.clause.Clause;
import cn.zhengxun.draft.clause.ClauseId;
import cn.zhengxun.draft.clause.ClauseKind;
import cn.zhengxun.draft.clause.ClauseTree;
import cn.zhengxun.draft.clause.Labels;
import cn.zhengxun.draft.clause.PrintedNumber;
import cn.zhengxun.kernel.RuleViolation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** A draft's clauses in reading order while one correction works on them. */
final class Parts {
    private final Part root = Part.root();
    private final List<Part> inOrder = new ArrayList<>();
    private final Iterator<ClauseId> fresh;

    Parts(Proof proof, Iterator<ClauseId> fresh) {
        this.fresh = fresh;
        Map<ClauseId, Part> met = new HashMap<>();
        for (Clause clause : proof.tree().clauses()) {
            Part above = clause.parent() == null ? root : met.get(clause.parent());
            Part part = new Part(
                    clause.id(), clause.kind(), clause.number(), Labels.name(clause, above.label), clause.text());
            part.label = clause.label();
            part.mark = proof.marks()
                    .getOrDefault(
                            clause.id(),
                            part.printedNumber().map(PrintedNumber::inText).orElse(""));
            part.above = above;
            part.attachTo(above);
            met.put(part.id, part);
            inOrder.add(part);
        }
    }

    List<Part> inOrder() {
        return inOrder;
    }

    Part get(ClauseId id) {
        return inOrder.stream()
                .filter(part -> part.id.equals(id))
                .findFirst()
                .orElseThrow(() -> new RuleViolation("要校正的条款已经不在现在的条款结构里，请在刷新后的页面上重新选择。"));
    }

    ClauseId freshId() {
        return fresh.next();
    }

    Part before(Part part) {
        int at = inOrder.indexOf(part);
        return at == 0 ? null : inOrder.get(at - 1);
    }

    Part next(Part part) {
        int at = inOrder.indexOf(part);
        return at + 1 == inOrder.size() ? null : inOrder.get(at + 1);
    }

    List<Part> after(Part part) {
        return inOrder.subList(inOrder.indexOf(part) + 1, inOrder.size());
    }

    void insertAfter(Part part, Part added) {
        inOrder.add(inOrder.indexOf(part) + 1, added);
    }

    void remove(Part part) {
        inOrder.remove(part);
    }

    /** Puts the number as printed back before the words; those of an article are its first 款's. */
    void restoreNumber(Part part) {
        if (part.kind == ClauseKind.ARTICLE
                && !part.children().isEmpty()
                && part.children().get(0).kind == ClauseKind.PARAGRAPH) {
            Part first = part.children().get(0);
            part.text = first.text;
            remove(first);
        }
        String between = part.isDivision() && !part.mark.isEmpty() && !part.text.isEmpty() ? " " : "";
        part.text = glue(part.mark + between, part.text);
        part.mark = "";
    }

    /** Takes the number from the beginning of the words, or counts on from the one before; an article's words become a 款. */
    void takeNumber(Part part) {
        if (!part.isNumbered()) {
            return;
        }
        Announcement announced = Announcement.in(part.text, part.kind).orElse(null);
        if (announced == null) {
            part.number(next(part, part.kind));
        } else {
            part.number(announced.number());
            part.mark = announced.mark();
            part.text = announced.rest();
        }
        if (part.kind == ClauseKind.ARTICLE && !part.text.isEmpty()) {
            Part words = new Part(freshId(), ClauseKind.PARAGRAPH, part.text, part);
            part.text = "";
            insertAfter(part, words);
        }
    }

    private PrintedNumber next(Part part, ClauseKind kind) {
        for (int i = inOrder.indexOf(part) - 1; i >= 0; i--) {
            Part earlier = inOrder.get(i);
            if (earlier.kind == kind) {
                return earlier.printedNumber()
                        .flatMap(number -> number.shifted(1))
                        .orElse(PrintedNumber.first(kind));
            }
            if (part.isListed() && earlier.kind == ClauseKind.ARTICLE) {
                break;
            }
        }
        return PrintedNumber.first(kind);
    }

    /** Two pieces of text in one; only words of Latin letters need a space between them. */
    static String glue(String one, String other) {
        boolean letters =
                !one.isEmpty() && !other.isEmpty() && isLatin(one.charAt(one.length() - 1)) && isLatin(other.charAt(0));
        return letters ? one + " " + other : one + other;
    }

    private static boolean isLatin(char c) {
        return c < 128 && Character.isLetterOrDigit(c);
    }

    /** The corrected tree, every clause at the place that reading order gives it. */
    Proof proof() {
        new Regrowth(root, inOrder, fresh).grow();
        List<Clause> clauses = new ArrayList<>(inOrder.size());
        Map<ClauseId, String> marks = new HashMap<>();
        for (Part part : inOrder) {
            ClauseId above = part.parent() == root ? null : part.parent().id;
            clauses.add(new Clause(part.id, above, clauses.size(), part.kind, part.number, part.label, part.text));
            part.printedNumber()
                    .filter(number -> !number.inText().equals(part.mark))
                    .ifPresent(number -> marks.put(part.id, part.mark));
        }
        return new Proof(new ClauseTree(clauses), marks);
    }
}
