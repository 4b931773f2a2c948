package cn.zhengxun.draft.clause;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A clause while its tree grows: what follows may still add to it, and labels depend on how many 款 there are in the end. */
final class Branch implements Labels.Labelled {
    private final Branch parent;
    private final ClauseKind kind;
    private final String number;
    private final String name;
    private final StringBuilder text = new StringBuilder();
    private final List<Branch> children = new ArrayList<>();
    private final Map<ClauseKind, Integer> counts = new EnumMap<>(ClauseKind.class);
    private final Map<String, Integer> names = new HashMap<>();
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
        counts.merge(childKind, 1, Integer::sum);
        return child;
    }

    /** Adds a 款 or a table, which are counted, not numbered. */
    Branch add(ClauseKind childKind) {
        int count = countOf(childKind) + 1;
        return add(childKind, String.valueOf(count), Labels.counted(childKind, count));
    }

    /** Adds a 项 or 目, or an instruction that is numbered like one. */
    Branch add(ClauseKind childKind, Mark mark) {
        String unit = childKind == ClauseKind.SUBITEM ? "目" : "项";
        boolean runsThrough = Labels.isTop(this);
        int count = runsThrough ? mark.number() : countOf(childKind) + 1;
        Branch child = add(childKind, String.valueOf(count), "第" + mark.printed() + unit);
        child.say(mark.rest());
        return child;
    }

    /** Adds a division; one without a number, such as 附则, counts as the next of its kind. */
    Branch addDivision(Heading heading) {
        boolean numbered = !heading.numeral().equals(Numeral.NONE);
        String count = numbered ? heading.numeral().toString() : String.valueOf(countOf(heading.kind()) + 1);
        Branch division = add(heading.kind(), count, heading.name());
        division.say(heading.title());
        return division;
    }

    /** Adds an annex, a note or an explanation, counted among those of its kind. */
    Branch addBeside(ClauseKind childKind, String childName) {
        int alike = names.merge(childName, 1, Integer::sum);
        String unique = alike == 1 ? childName : childName + "（其" + ChineseNumber.write(Math.min(alike, 9999)) + "）";
        return add(childKind, String.valueOf(countOf(childKind) + 1), unique);
    }

    private int countOf(ClauseKind childKind) {
        return counts.getOrDefault(childKind, 0);
    }

    void say(String words) {
        text.append(words);
    }

    void sayOnNewLine(String words) {
        text.append(text.isEmpty() ? "" : "\n").append(words);
    }

    @Override
    public String text() {
        return text.toString();
    }

    boolean isEmpty() {
        return text.isEmpty();
    }

    boolean isEmptyOfChildren() {
        return children.isEmpty();
    }

    /** Open while the text is empty or a mere catchword, whose sentence follows on the next line. */
    void keepOpen(boolean yes) {
        open = yes;
    }

    boolean isOpen() {
        return open && children.isEmpty();
    }

    /** Whether this 项 is so far a mere title and the one before it was a title with lines of text below. */
    boolean isTitleLikeTheOneBefore() {
        int before = parent.children.size() - 2;
        return children.isEmpty()
                && !text.isEmpty()
                && text.indexOf("\n") < 0
                && "。；;！？：:".indexOf(text.charAt(text.length() - 1)) < 0
                && before >= 0
                && parent.children.get(before).text.indexOf("\n") >= 0;
    }

    boolean announcesFormula() {
        return children.isEmpty() && !text.isEmpty() && "：:".indexOf(text.charAt(text.length() - 1)) >= 0;
    }

    /** Whether the text stops within a sentence, so that the next line goes on. */
    boolean isCutShort() {
        return children.isEmpty() && !text.isEmpty() && "，、".indexOf(text.charAt(text.length() - 1)) >= 0;
    }

    @Override
    public ClauseKind kind() {
        return kind;
    }

    @Override
    public Branch parent() {
        return parent;
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
    public List<Branch> children() {
        return children;
    }

    /** What the numbers of articles begin with that are counted anew within this branch. */
    String numberOfScope() {
        return kind == null ? "" : kind == ClauseKind.ANNEX ? "附" + number + "." : number + ".";
    }

    String nameOfScope() {
        return kind == null ? "" : name;
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
