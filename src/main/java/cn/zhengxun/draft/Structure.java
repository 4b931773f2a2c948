package cn.zhengxun.draft;

import cn.zhengxun.draft.clause.ClauseTree;
import java.util.List;

/**
 * A draft's clause tree as it now stands, for those who put it right.
 *
 * @param version to be given with the next correction
 * @param journal what was put right and stands, the last first
 * @param redoable whether something was undone that may be redone
 */
public record Structure(Draft draft, int version, ClauseTree tree, List<MadeCorrection> journal, boolean redoable) {

    public boolean undoable() {
        return !journal.isEmpty();
    }
}
