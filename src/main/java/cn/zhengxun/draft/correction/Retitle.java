package cn.zhengxun.draft.correction;

import cn.zhengxun.draft.clause.ClauseId;
import cn.zhengxun.draft.clause.ClauseKind;
import cn.zhengxun.kernel.RuleViolation;

/**
 * Says which words are a division's title, made of the draft's own: the same otherwise spaced (总 则), its beginning
 * alone, the rest becoming a 款, or with the words of the 款 that follows.
 */
public record Retitle(ClauseId clause, String title) implements Correction {

    @Override
    public void change(Parts parts) {
        Part division = parts.get(clause);
        if (!division.isDivision()) {
            throw new RuleViolation("“" + division.cited() + "”是" + division.kind.chinese() + "，只有编、章、节才有标题。");
        }
        String old = Proof.unspaced(division.text);
        String now = Proof.unspaced(title);
        if (old.equals(now)) {
            division.text = title.strip();
        } else if (!now.isEmpty() && old.startsWith(now)) {
            int end = lengthOf(division.text, now.length());
            new Split(clause, end, ClauseKind.PARAGRAPH).change(parts);
            division.text = title.strip();
        } else {
            takeNext(parts, division, old, now);
        }
    }

    private void takeNext(Parts parts, Part division, String old, String now) {
        Part next = parts.next(division);
        if (next == null || next.kind != ClauseKind.PARAGRAPH || !now.equals(old + Proof.unspaced(next.text))) {
            throw new RuleViolation("标题只能用草案里原有的文字：可以调整空格，截短（余下的成为一款），或者接上后面一款的全部文字。");
        }
        new Join(next.id).change(parts);
        division.text = title.strip();
    }

    /** How many characters of the text hold that many that are no spaces. */
    private static int lengthOf(String text, int unspaced) {
        int length = 0;
        for (int met = 0; met < unspaced; length++) {
            met += Proof.isSpace(text.charAt(length)) ? 0 : 1;
        }
        return length;
    }
}
