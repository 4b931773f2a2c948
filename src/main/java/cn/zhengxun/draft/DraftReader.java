package cn.zhengxun.draft;

import java.util.List;

/** Reads a received file into a clause tree. */
final class DraftReader {
    static final int MOST_BYTES = 10 * 1024 * 1024;

    private DraftReader() {}

    /**
     * @param fileName tells Markdown from plain text and gives the title where none is printed
     * @throws UnreadableDraft where the file is empty, over 10 MB, unsupported, unreadable, or holds no 条
     */
    static ParsedDraft read(String fileName, byte[] content) {
        if (content.length == 0) {
            throw new UnreadableDraft("这份文件是空的。请检查是否选错文件。");
        }
        if (content.length > MOST_BYTES) {
            throw new UnreadableDraft("这份文件超过10 MB。请去掉其中的图片和附件，只保留草案文字再导入。");
        }
        String text = DraftFormat.of(fileName, content) == DraftFormat.DOCX
                ? WordText.read(content)
                : PlainText.decode(content);
        List<Line> lines = Line.of(text);
        if (lines.isEmpty()) {
            throw new UnreadableDraft("这份文件里没有文字。如果是扫描件，请先转成文字再导入。");
        }
        return ClauseParser.parse(fileName, lines);
    }
}
