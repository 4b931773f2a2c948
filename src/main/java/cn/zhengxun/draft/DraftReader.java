package cn.zhengxun.draft;

import cn.zhengxun.draft.clause.ClauseParser;
import cn.zhengxun.draft.clause.ParsedDraft;
import cn.zhengxun.draft.clause.UnreadableDraft;
import cn.zhengxun.draft.correction.StructureText;
import cn.zhengxun.draft.file.DraftFile;
import java.util.Optional;

/** Reads a received file into a clause tree; a tree that was written out before is taken as it is. */
final class DraftReader {
    private DraftReader() {}

    /**
     * @param fileName tells Markdown from plain text and gives the title where none is printed
     * @throws UnreadableDraft where the file is empty, over 10 MB, unsupported, unreadable, or holds no 条
     */
    static ParsedDraft read(String fileName, byte[] content) {
        if (content.length <= DraftFile.MOST_BYTES) {
            Optional<String> structure = StructureText.in(content);
            if (structure.isPresent()) {
                return StructureText.read(structure.get());
            }
        }
        return ClauseParser.parse(fileName, DraftFile.lines(fileName, content));
    }
}
