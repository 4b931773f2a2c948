package cn.zhengxun.draft.file;

import cn.zhengxun.draft.clause.Line;
import cn.zhengxun.draft.clause.UnreadableDraft;
import java.util.List;

/** A received file as lines of text, whatever its format; what it is, its first bytes say, not its name. */
public final class DraftFile {
    public static final int MOST_BYTES = 10 * 1024 * 1024;

    private DraftFile() {}

    /**
     * @param fileName tells Markdown from plain text, and a piece of a web page from either
     * @return at least one line
     * @throws UnreadableDraft where the file is empty, over {@link #MOST_BYTES}, unsupported, unreadable, or takes
     *     more than ten seconds; it throws nothing else
     */
    public static List<Line> lines(String fileName, byte[] content) {
        if (content.length == 0) {
            throw new UnreadableDraft("这份文件是空的。请检查是否选错文件。");
        }
        if (content.length > MOST_BYTES) {
            throw new UnreadableDraft("这份文件超过10 MB。请去掉其中的图片和附件，只保留草案文字再导入。");
        }
        DraftFormat format = DraftFormat.of(fileName, content);
        List<Line> lines = TimeLimit.within(TimeLimit.MOST, () -> format.lines(content));
        if (lines.isEmpty()) {
            throw new UnreadableDraft("这份文件里没有文字。如果是扫描件，请把文字识别出来，粘贴进来。");
        }
        return lines;
    }

    /** @throws UnreadableDraft where the bytes begin like a kind of file that cannot be read */
    public static String mediaType(String fileName, byte[] content) {
        return DraftFormat.of(fileName, content).mediaType();
    }
}
