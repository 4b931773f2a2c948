package cn.zhengxun.draft.correction;

import cn.zhengxun.draft.clause.ClauseId;
import cn.zhengxun.draft.clause.ClauseKind;
import cn.zhengxun.draft.clause.PrintedNumber;
import cn.zhengxun.kernel.RuleViolation;
import java.util.List;

/**
 * Says which number a 编, 分编, 章, 节, 条, 项 or 目 has. The words keep the number as it was printed.
 *
 * @param typed 8, 八, 7-1, 第七条之一; for 项 and 目 the mark, such as （四）
 * @param following whether those that follow are moved on by as much: articles until their numbers begin anew, others
 *     within the same parent
 */
public record Renumber(ClauseId clause, String typed, boolean following) implements Correction {

    @Override
    public void change(Parts parts) {
        Part part = parts.get(clause);
        PrintedNumber old = part.printedNumber()
                .orElseThrow(() -> new RuleViolation("“" + part.cited() + "”是" + part.kind.chinese() + "，没有可以改的编号。"));
        PrintedNumber now = PrintedNumber.typed(part.kind, typed)
                .orElseThrow(() -> new RuleViolation("“" + typed + "”不是" + part.kind.chinese() + "的编号，请写成“"
                        + PrintedNumber.first(part.kind).inText() + "”这样的编号。"));
        List<Part> after = following ? followers(parts, part, old) : List.of();
        int by = old.distanceTo(now);
        part.number(now);
        for (Part follower : after) {
            follower.number(follower.printedNumber()
                    .flatMap(number -> number.shifted(by))
                    .orElseThrow(() -> new RuleViolation("“" + follower.cited() + "”不能跟着改号，请只改这一个编号。")));
        }
    }

    private static List<Part> followers(Parts parts, Part part, PrintedNumber number) {
        List<Part> alike = parts.after(part).stream()
                .filter(other ->
                        other.kind == part.kind && (part.kind == ClauseKind.ARTICLE || other.parent() == part.parent()))
                .toList();
        PrintedNumber last = number;
        for (int i = 0; i < alike.size(); i++) {
            PrintedNumber next = alike.get(i).printedNumber().orElse(null);
            if (next == null || last.distanceTo(next) < 0 || next.isFirst()) {
                return alike.subList(0, i);
            }
            last = next;
        }
        return alike;
    }
}
