package cn.zhengxun.draft.comparison;

import cn.zhengxun.draft.clause.Clause;
import cn.zhengxun.draft.clause.ClauseId;
import cn.zhengxun.draft.clause.ClauseKind;
import cn.zhengxun.draft.clause.ClauseTree;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What is linked as a whole: a 条, or else a 修改项, 序言, 附件 and whatever stands outside of 条, with all it encloses.
 *
 * @param clauses the node itself first, in reading order
 */
record Piece(Clause head, List<Clause> clauses, Wording wording) {

    /** @return the pieces in reading order; every clause of the tree but 编 to 节 is in exactly one */
    static List<Piece> of(ClauseTree tree) {
        Map<ClauseId, List<Clause>> pieceOf = new HashMap<>();
        List<List<Clause>> pieces = new ArrayList<>();
        for (Clause clause : tree.clauses()) {
            if (isDivision(clause)) {
                continue;
            }
            List<Clause> around = clause.kind() == ClauseKind.ARTICLE ? null : pieceOf.get(clause.parent());
            if (around == null) {
                around = new ArrayList<>();
                pieces.add(around);
            }
            around.add(clause);
            pieceOf.put(clause.id(), around);
        }
        return pieces.stream().map(c -> new Piece(c.get(0), c, Wording.of(c))).toList();
    }

    static boolean isDivision(Clause clause) {
        return clause.kind().ordinal() < ClauseKind.ARTICLE.ordinal();
    }

    ClauseId id() {
        return head.id();
    }

    boolean isArticle() {
        return head.kind() == ClauseKind.ARTICLE;
    }
}
