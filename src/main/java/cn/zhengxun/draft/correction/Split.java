package cn.zhengxun.draft.correction;

import cn.zhengxun.draft.clause.Announcement;
import cn.zhengxun.draft.clause.ClauseId;
import cn.zhengxun.draft.clause.ClauseKind;
import cn.zhengxun.kernel.RuleViolation;

/**
 * Lets a new clause begin within the words of another. What stood below the clause stands below the new one.
 *
 * @param at index in the clause's text, in UTF-16 units, where the new clause begins
 * @param as the new clause's kind; null where its first words are to tell: 第×条, （一）, else the same kind again
 */
public record Split(ClauseId clause, int at, ClauseKind as) implements Correction {

    @Override
    public void change(Parts parts) {
        Part first = parts.get(clause);
        String text = first.text;
        if (at <= 0 || at >= text.length() || Character.isLowSurrogate(text.charAt(at))) {
            throw new RuleViolation("拆分的位置不在“" + first.cited() + "”的文字中间，请重新选择拆分的位置。");
        }
        String before = text.substring(0, at).stripTrailing();
        String after = text.substring(at).stripLeading();
        if (before.isEmpty() || after.isEmpty()) {
            throw new RuleViolation("拆分以后有一边没有文字，请重新选择拆分的位置。");
        }
        first.text = before;
        Part second = new Part(parts.freshId(), kindOf(first, after), after, first);
        parts.insertAfter(first, second);
        parts.takeNumber(second);
    }

    private ClauseKind kindOf(Part first, String words) {
        if (as != null) {
            return as;
        }
        return Announcement.kindOf(words)
                .map(kind -> kind == ClauseKind.ITEM && first.kind == ClauseKind.SUBITEM ? ClauseKind.SUBITEM : kind)
                .orElse(first.isNumbered() ? ClauseKind.PARAGRAPH : first.kind);
    }
}
