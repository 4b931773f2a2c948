package cn.zhengxun.sheet;

import cn.zhengxun.kernel.RuleViolation;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ObjIntConsumer;

/** Reads a csv file: UTF-8 or, as Chinese spreadsheets save it, GB18030; cells with commas and line breaks in quotes. */
final class CommaSeparated {
    private final String text;
    private final char divider;
    private final StringBuilder cell = new StringBuilder();
    private final List<ReceivedCell> cells = new ArrayList<>();
    private int column;
    private int at;

    private CommaSeparated(String text) {
        this.text = text;
        String first = text.lines().findFirst().orElse("");
        this.divider = first.indexOf(',') < 0 && first.indexOf('\t') >= 0 ? '\t' : ',';
    }

    /** As {@link ReceivedSheet#read}; lines count records, as a spreadsheet does. */
    static void read(byte[] file, ObjIntConsumer<List<ReceivedCell>> reader) {
        new CommaSeparated(decoded(file)).records(reader);
    }

    private void records(ObjIntConsumer<List<ReceivedCell>> reader) {
        int total = 0;
        for (int line = 1; at < text.length(); line++) {
            record();
            total += cells.size();
            if (total > ReceivedSheet.MOST_CELLS) {
                throw new RuleViolation("文件超过 " + ReceivedSheet.MOST_CELLS + " 个格子，请分成几个文件导入。");
            }
            reader.accept(List.copyOf(cells), line);
        }
    }

    private void record() {
        cells.clear();
        column = 0;
        boolean quoted = false;
        boolean ended = false;
        while (at < text.length() && !ended) {
            char c = text.charAt(at++);
            if (quoted) {
                quoted = within(c);
            } else if (c == '"' && cell.isEmpty()) {
                quoted = true;
            } else if (c == divider) {
                endCell();
            } else if (c == '\n' || c == '\r') {
                at += c == '\r' && at < text.length() && text.charAt(at) == '\n' ? 1 : 0;
                ended = true;
            } else {
                cell.append(c);
            }
        }
        endCell();
    }

    /** @return whether the quotes are still open; two of them mean one */
    private boolean within(char c) {
        if (c != '"') {
            cell.append(c);
            return true;
        }
        if (at < text.length() && text.charAt(at) == '"') {
            cell.append('"');
            at++;
            return true;
        }
        return false;
    }

    private void endCell() {
        if (!cell.isEmpty()) {
            cells.add(ReceivedCell.of(column, cell.toString()));
        }
        cell.setLength(0);
        column++;
    }

    private static String decoded(byte[] file) {
        int mark = file.length > 2 && (file[0] & 0xff) == 0xef && (file[1] & 0xff) == 0xbb ? 3 : 0;
        for (Charset charset : List.of(StandardCharsets.UTF_8, Charset.forName("GB18030"))) {
            try {
                return charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)
                        .decode(ByteBuffer.wrap(file, mark, file.length - mark))
                        .toString();
            } catch (CharacterCodingException other) {
                // the next one
            }
        }
        throw new RuleViolation("这个文件的文字编码认不出来，请用表格软件另存为 xlsx 再上传。");
    }
}
