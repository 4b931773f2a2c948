package cn.zhengxun.draft.correction;

import cn.zhengxun.draft.clause.ClauseId;
import cn.zhengxun.draft.clause.ClauseKind;
import cn.zhengxun.draft.clause.Labels;
import cn.zhengxun.draft.clause.PrintedNumber;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A clause while it is corrected. */
final class Part implements Labels.Labelled {
    final ClauseId id;
    ClauseKind kind;
    String text;
    String number;
    String name;
    /** The number as the draft prints it, part of its words; empty where it prints none. */
    String mark;
    /** The parent before the correction. */
    Part above;
    /** Whether reading order is to say anew where it belongs and what belongs to it. */
    boolean moved;

    String label = "";
    private Part parent;
    private final List<Part> children = new ArrayList<>();

    /** A part of the tree as it is. */
    Part(ClauseId id, ClauseKind kind, String number, String name, String text) {
        this.id = id;
        this.kind = kind;
        this.number = number;
        this.name = name;
        this.text = text;
        this.mark = "";
    }

    /** A new part that was cut off another. */
    Part(ClauseId id, ClauseKind kind, String text, Part origin) {
        this(id, kind, "1", kind.chinese(), text);
        this.above = origin.above;
        this.moved = true;
    }

    static Part root() {
        return new Part(null, null, "", "", "");
    }

    void become(ClauseKind other) {
        kind = other;
        number = "1";
        name = other.chinese();
        moved = true;
    }

    void number(PrintedNumber printed) {
        name = printed.name();
        number = printed.number();
    }

    Optional<PrintedNumber> printedNumber() {
        return PrintedNumber.carriedBy(kind) ? Optional.of(new PrintedNumber(kind, number, name)) : Optional.empty();
    }

    boolean isNumbered() {
        return PrintedNumber.carriedBy(kind);
    }

    boolean isListed() {
        return kind == ClauseKind.ITEM || kind == ClauseKind.SUBITEM || kind == ClauseKind.AMENDMENT;
    }

    boolean isDivision() {
        return kind.isDivision();
    }

    /** Whether the points right below it number through the text: the root, or a division of a text without 条. */
    boolean isTop() {
        return kind == null || kind.isDivision();
    }

    /** How a sentence to a person names it. */
    String cited() {
        return label.isEmpty() ? kind.chinese() : label;
    }

    void attachTo(Part holder) {
        parent = holder;
        holder.children.add(this);
    }

    void attachFirst(Part child) {
        child.parent = this;
        children.add(0, child);
    }

    void detach() {
        children.clear();
        parent = null;
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
        return text;
    }

    @Override
    public Part parent() {
        return parent;
    }

    @Override
    public List<Part> children() {
        return children;
    }
}
