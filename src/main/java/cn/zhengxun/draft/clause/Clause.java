package cn.zhengxun.draft.clause;

/**
 * One node of a draft's tree.
 *
 * @param parent null at the top
 * @param position reading order within the draft, from 0
 * @param number as counted: 7 for 第七条, 7-1 for 第七条之一; an own count within the parent for 款, 项, 目
 * @param label how people cite it in full: 第二章 食品安全, 第七条, 第七条第二款, 第七条第二款第（一）项
 * @param text the node's own words without its number; always empty for 条, which hold at least one 款; a 项 that goes
 *     on in further printed lines holds line feeds
 */
public record Clause(
        ClauseId id, ClauseId parent, int position, ClauseKind kind, String number, String label, String text) {

    /** Whether this is a 项 or 目, whose mark is part of how it reads. */
    public boolean isListed() {
        return kind == ClauseKind.ITEM || kind == ClauseKind.SUBITEM;
    }

    /** The words as printed: （一）… for 项, the label and title for 编 to 节, the mere text for the rest. */
    public String printed() {
        return switch (kind) {
            case PART, SUBPART, CHAPTER, SECTION -> label;
            case ITEM, SUBITEM -> mark() + text;
            default -> text;
        };
    }

    /** The last mark of a label such as 第七条第（一）项第1目. */
    private String mark() {
        return Mark.inText(label.substring(label.lastIndexOf('第') + 1, label.length() - 1));
    }
}
