package cn.zhengxun.draft.correction;

import cn.zhengxun.draft.clause.ClauseId;
import cn.zhengxun.draft.clause.ClauseTree;
import cn.zhengxun.kernel.RuleViolation;
import java.util.Collections;
import java.util.Iterator;
import java.util.Map;

/**
 * A clause tree under correction.
 *
 * @param marks how the draft prints the numbers of those clauses whose number is not as printed: changed by a person,
 *     or empty where the draft prints none
 */
public record Proof(ClauseTree tree, Map<ClauseId, String> marks) {
    public Proof {
        marks = Map.copyOf(marks);
    }

    /** The tree as it was read: every number is as printed. */
    public static Proof of(ClauseTree tree) {
        return new Proof(tree, Map.of());
    }

    /**
     * @param fresh ids for the clauses that come into being, at most three
     * @throws RuleViolation where the tree does not allow the correction
     */
    public Proof after(Correction correction, Iterator<ClauseId> fresh) {
        Parts parts = new Parts(this, fresh);
        correction.change(parts);
        Proof corrected = parts.proof();
        if (corrected.equals(this)) {
            throw new RuleViolation("这样改以后没有任何变化，请核对要改成什么。");
        }
        return corrected;
    }

    /** Everything that the draft prints, its numbers among them, without spaces: what no correction changes. */
    public String words() {
        StringBuilder words = new StringBuilder();
        for (Part part : new Parts(this, Collections.emptyIterator()).inOrder()) {
            words.append(part.mark).append(part.text);
        }
        return unspaced(words.toString());
    }

    static String unspaced(String text) {
        StringBuilder packed = new StringBuilder(text.length());
        text.chars().filter(c -> !isSpace(c)).forEach(c -> packed.append((char) c));
        return packed.toString();
    }

    static boolean isSpace(int c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }
}
