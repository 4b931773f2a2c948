package cn.zhengxun.evaluation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;

/**
 * Rows of comma-separated values as spreadsheet programs take them: a byte order mark so that they read UTF-8, every
 * cell quoted, and cells that a spreadsheet would run as a formula kept as text by a leading apostrophe.
 */
class Csv {
    private final Writer out;

    Csv(Writer out) {
        this.out = out;
        write("\uFEFF");
    }

    /** @param cells null becomes an empty cell; numbers are written as they are */
    void row(Object... cells) {
        StringBuilder line = new StringBuilder();
        for (Object cell : cells) {
            line.append(line.isEmpty() ? "" : ",").append(cell instanceof Number ? cell.toString() : quoted(cell));
        }
        write(line.append("\r\n").toString());
    }

    private static String quoted(Object cell) {
        String text = cell == null ? "" : cell.toString();
        return '"' + defused(text).replace("\"", "\"\"") + '"';
    }

    private static String defused(String text) {
        return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    private void write(String text) {
        try {
            out.write(text);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
