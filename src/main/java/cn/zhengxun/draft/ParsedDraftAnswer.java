package cn.zhengxun.draft;

import cn.zhengxun.draft.clause.Clause;
import cn.zhengxun.draft.clause.ClauseId;
import cn.zhengxun.draft.clause.ClauseKind;
import cn.zhengxun.draft.clause.ParsedDraft;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A parsed draft as machines get it.
 *
 * @param articles how many 条
 * @param doubts where the text may have been read or typed wrongly, a Chinese sentence each
 * @param nodes the outermost clauses in reading order
 */
record ParsedDraftAnswer(String title, int articles, List<String> doubts, List<Node> nodes) {

    /** A clause with what it encloses; the components mean the same as those of {@link Clause}. */
    record Node(ClauseKind kind, String number, String label, String text, List<Node> children) {}

    static ParsedDraftAnswer of(ParsedDraft draft) {
        List<Node> outermost = new ArrayList<>();
        Map<ClauseId, Node> nodes = new HashMap<>();
        for (Clause clause : draft.tree().clauses()) {
            Node node = new Node(clause.kind(), clause.number(), clause.label(), clause.text(), new ArrayList<>());
            nodes.put(clause.id(), node);
            (clause.parent() == null ? outermost : nodes.get(clause.parent()).children()).add(node);
        }
        return new ParsedDraftAnswer(draft.title(), draft.tree().articles().size(), draft.doubts(), outermost);
    }
}
