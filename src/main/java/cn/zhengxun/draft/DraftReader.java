package cn.zhengxun.draft;

import cn.zhengxun.draft.clause.ClauseParser;
import cn.zhengxun.draft.clause.ParsedDraft;
import cn.zhengxun.draft.clause.UnreadableDraft;
import cn.zhengxun.draft.file.DraftFile;

/** Reads a received file into a clause tree. */
final class DraftReader {
    private DraftReader() {}

    /**
     * @param fileName tells Markdown from plain text and gives the title where none is printed
     * @throws UnreadableDraft where the file is empty, over 10 MB, unsupported, unreadable, or holds no 条
     */
    static ParsedDraft read(String fileName, byte[] content) {
        return ClauseParser.parse(fileName, DraftFile.lines(fileName, content));
    }
}
