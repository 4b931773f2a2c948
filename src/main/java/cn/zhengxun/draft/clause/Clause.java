package cn.zhengxun.draft.clause;

/**
 * One node of a draft's tree.
 *
 * @param parent null at the top
 * @param position reading order within the draft, from 0
 * @param number as counted, at most 20 characters. Articles: 7 for 第七条, 7-1 for 第七条之一; 2.3 for 第三条 of the
 *     second 编 where each 编 counts anew; 附1.3 for 第三条 of the first annex; 7~2 for the second of two that are printed
 *     as 第七条; no two articles of a tree share one. An own count within the parent for 款, 项, 目 and the rest
 * @param label how people cite it in full: 第二章 食品安全, 第七条, 第七条第二款, 第七条第二款第（一）项
 *     at most 120 characters; articles that share a number within the text: 第七条（其二）
 * @param text the node's own words without its number; always empty for 条, which hold at least one 款; a 项 that goes
 *     on in further printed lines holds line feeds
 */
public record Clause(
        ClauseId id, ClauseId parent, int position, ClauseKind kind, String number, String label, String text) {

    /** Whether this is a 项, a 目 or a numbered instruction, whose mark is part of how it reads. */
    public boolean isListed() {
        return kind == ClauseKind.ITEM
                || kind == ClauseKind.SUBITEM
                || kind == ClauseKind.AMENDMENT && label.endsWith("项");
    }

    /** Whether it stands beside the text, such as 题注, 落款 and 说明: kept and shown, not consulted on. */
    public boolean isBeside() {
        return kind == ClauseKind.NOTE || kind == ClauseKind.EXPLANATION;
    }

    /** The words as printed: （一）… for 项, the label and title for 编 to 节, the mere text for the rest. */
    public String printed() {
        return switch (kind) {
            case PART, SUBPART, CHAPTER, SECTION -> label;
            case ITEM, SUBITEM, AMENDMENT -> isListed() ? mark() + text : text;
            default -> text;
        };
    }

    /** The last mark of a label such as 第七条第（一）项第1目. */
    private String mark() {
        return Mark.inText(label.substring(label.lastIndexOf('第') + 1, label.length() - 1));
    }
}
