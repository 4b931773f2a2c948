package cn.zhengxun.draft.search;

import cn.zhengxun.draft.clause.ClauseId;
import java.util.List;

/**
 * One clause that was found.
 *
 * @param label 第七条, 第二章 食品安全
 * @param snippet the words around what was sought, to be read one piece after the other
 */
public record Finding(long draft, ClauseId clause, String label, List<Piece> snippet) {

    /** @param sought whether these are words that were asked for */
    public record Piece(String text, boolean sought) {}

    /**
     * A page of what was found, best first.
     *
     * @param total how many clauses in all
     * @param widened whether no clause holds the words as they were typed, so that these hold them in parts
     */
    public record Page(int total, boolean widened, List<Finding> findings) {
        public static final Page NONE = new Page(0, false, List.of());
    }
}
