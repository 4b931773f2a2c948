package cn.zhengxun.draft.correction;

import cn.zhengxun.draft.clause.ClauseId;
import cn.zhengxun.draft.clause.ClauseKind;
import cn.zhengxun.kernel.RuleViolation;
import java.util.EnumSet;
import java.util.Set;

/**
 * Lets a clause's words go on in the clause before it in reading order; notes between the two, such as page numbers,
 * are passed over. What stood below it finds its place by the rules of reading order.
 */
public record Join(ClauseId clause) implements Correction {
    private static final Set<ClauseKind> IN_LINES = EnumSet.of(
            ClauseKind.TABLE, ClauseKind.ANNEX, ClauseKind.EXPLANATION, ClauseKind.PREAMBLE, ClauseKind.NOTE);

    @Override
    public void change(Parts parts) {
        Part joined = parts.get(clause);
        Part target = target(parts, joined);
        parts.restoreNumber(joined);
        String between = IN_LINES.contains(target.kind) && !target.text.isEmpty() ? "\n" : "";
        target.text = Parts.glue(target.text + between, joined.text);
        parts.remove(joined);
    }

    private static Part target(Parts parts, Part joined) {
        Part target = parts.before(joined);
        while (joined.kind != ClauseKind.NOTE && target != null && target.kind == ClauseKind.NOTE) {
            target = parts.before(target);
        }
        if (target == null) {
            throw new RuleViolation("“" + joined.cited() + "”前面没有可以并入的条款。");
        }
        if (target.kind == ClauseKind.ARTICLE) {
            throw new RuleViolation(
                    "“" + joined.cited() + "”前面就是“" + target.cited() + "”的条号。要并入上一条，请选中“" + target.cited() + "”再合并。");
        }
        if (target.isDivision() && joined.kind != ClauseKind.PARAGRAPH && !joined.isDivision()) {
            throw new RuleViolation("“" + joined.cited() + "”前面是标题“" + target.cited() + "”，不能并入标题。请先把它改成款，或者改前面标题的类型。");
        }
        return target;
    }
}
