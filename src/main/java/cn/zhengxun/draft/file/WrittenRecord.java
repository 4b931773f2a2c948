package cn.zhengxun.draft.file;

import cn.zhengxun.draft.clause.UnreadableDraft;
import java.util.ArrayList;
import java.util.List;

/**
 * A received docx to the letter, for records of what people said: paragraphs and rows of tables, with neither typesetting
 * removed nor wrapped lines joined. As safe as the reading of drafts.
 */
public final class WrittenRecord {
    private static final int MOST_CHARACTERS = 2_000_000;
    private static final int MOST_PIECES = 20_000;

    private WrittenRecord() {}

    /**
     * A paragraph, or a row of a table.
     *
     * @param number what Word prints before a paragraph of a list, such as 1.; empty for others
     * @param table 0 for a paragraph, else which table of the document, from 1
     * @param cells one for a paragraph; paragraphs within a cell are lines; may be empty texts
     */
    public record Piece(String number, int table, List<String> cells) {
        public Piece {
            cells = List.copyOf(cells);
        }
    }

    /**
     * @return without empty paragraphs and rows
     * @throws UnreadableDraft where the file is empty, too large, no docx, damaged, encrypted, a bomb, brings macros, or
     *     takes more than ten seconds; it throws nothing else
     */
    public static List<Piece> of(byte[] content) {
        if (content.length == 0) {
            throw new UnreadableDraft("这份文件是空的。请检查是否选错文件。");
        }
        if (content.length > DraftFile.MOST_BYTES) {
            throw new UnreadableDraft("这份文件超过10 MB。请去掉其中的图片再上传。");
        }
        if (DraftFormat.of("", content) != DraftFormat.DOCX) {
            throw new UnreadableDraft("会议记录只读 Word 文档（.docx）和表格（.xlsx）。旧版 .doc 请用 Word 或 WPS 打开后另存为 .docx 再上传。");
        }
        return TimeLimit.within(TimeLimit.MOST, () -> {
            Flow flow = new Flow();
            WordText.read(content, flow);
            return List.copyOf(flow.pieces);
        });
    }

    private static final class Flow implements WordFlow {
        private final List<Piece> pieces = new ArrayList<>();
        private final List<String> cells = new ArrayList<>();
        private final StringBuilder cell = new StringBuilder();
        private int depth;
        private boolean dropped;
        private int table;
        private int characters;

        @Override
        public void paragraph(String number, String words) {
            TimeLimit.check();
            characters += words.length();
            if (characters > MOST_CHARACTERS || pieces.size() > MOST_PIECES) {
                throw new UnreadableDraft("这份文件里的文字多得不像一份会议记录。请检查是否选错文件，或者拆开后分别上传。");
            }
            if (depth > 0) {
                cell.append(cell.isEmpty() ? "" : "\n").append(number).append(words);
            } else if (!words.isBlank()) {
                pieces.add(new Piece(number.strip(), 0, List.of(words)));
            }
        }

        @Override
        public void beginTable() {
            if (depth++ == 0) {
                table++;
            }
        }

        /** What stands in a table within a cell are lines of that cell. */
        @Override
        public void endCell() {
            if (depth == 1) {
                cells.add(cell.toString());
                cell.setLength(0);
            }
        }

        @Override
        public void endRow() {
            if (depth == 1) {
                if (!dropped && cells.stream().anyMatch(text -> !text.isBlank())) {
                    pieces.add(new Piece("", table, cells));
                }
                cells.clear();
                dropped = false;
            }
        }

        @Override
        public void dropRow() {
            dropped |= depth == 1;
        }

        @Override
        public void endTable() {
            depth = Math.max(0, depth - 1);
        }
    }
}
