package cn.zhengxun.draft.clause;

import java.util.List;

/**
 * What was read from a file, stored nowhere.
 *
 * @param title as printed above the text, else the file's name without its ending; at most 100 characters
 * @param tree its clause ids count from 1 in reading order and mean nothing outside this tree
 */
public record ParsedDraft(String title, ClauseTree tree) {

    /** @return where the tree may be wrong, as {@link ClauseTree#doubts()} */
    public List<String> doubts() {
        return tree.doubts();
    }
}
