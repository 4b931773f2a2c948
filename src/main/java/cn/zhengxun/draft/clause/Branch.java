package cn.zhengxun.draft.clause;

import java.util.ArrayList;
import java.util.List;

/** A clause while its tree grows: what follows may still add to it, and labels depend on how many 款 there are in the end. */
final class Branch implements Labels.Labelled {
    private final Branch parent;
    private final ClauseKind kind;
    private final String number;
    private final String name;
    private final StringBuilder text = new StringBuilder();
    private final List<Branch> children = new ArrayList<>();
    private boolean open = true;

    /** @param name what the branch adds to a citation: 第七条, or the printed mark of 项 and 目 */
    private Branch(Branch parent, ClauseKind kind, String number, String name) {
        this.parent = parent;
        this.kind = kind;
        this.number = number;
        this.name = name;
    }

    static Branch root() {
        return new Branch(null, null, "", "");
    }

    Branch add(ClauseKind childKind, String childNumber, String childName) {
        Branch child = new Branch(this, childKind, childNumber, childName);
        children.add(child);
        return child;
    }

    /** Adds a child that is counted, not numbered. */
    Branch add(ClauseKind childKind) {
        int count = nextCount(childKind);
        return add(childKind, String.valueOf(count), Labels.counted(childKind, count));
    }

    Branch add(ClauseKind childKind, Mark mark) {
        Branch child = add(childKind, String.valueOf(nextCount(childKind)), "第" + mark.printed() + childKind.chinese());
        child.say(mark.rest());
        return child;
    }

    private int nextCount(ClauseKind childKind) {
        int last = children.size() - 1;
        return last >= 0 && children.get(last).kind == childKind ? Integer.parseInt(children.get(last).number) + 1 : 1;
    }

    void say(String words) {
        text.append(words);
    }

    void sayOnNewLine(String words) {
        text.append(text.isEmpty() ? "" : "\n").append(words);
    }

    /** Open while the text is empty or a mere catchword, whose sentence follows on the next line. */
    void keepOpen(boolean yes) {
        open = yes;
    }

    boolean isOpen() {
        return open && children.isEmpty();
    }

    @Override
    public ClauseKind kind() {
        return kind;
    }

    @Override
    public String number() {
        return number;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String text() {
        return text.toString();
    }

    @Override
    public Branch parent() {
        return parent;
    }

    @Override
    public List<Branch> children() {
        return children;
    }

    /** Appends everything below the root in reading order. */
    void flatten(List<Clause> clauses) {
        for (Branch child : children) {
            child.flatten(clauses, null, "");
        }
    }

    private void flatten(List<Clause> clauses, ClauseId above, String labelAbove) {
        int position = clauses.size();
        ClauseId id = new ClauseId(position + 1L);
        String label = Labels.of(this, labelAbove);
        clauses.add(new Clause(id, above, position, kind, number, label, text()));
        for (Branch child : children) {
            child.flatten(clauses, id, label);
        }
    }
}
