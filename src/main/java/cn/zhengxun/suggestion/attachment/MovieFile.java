package cn.zhengxun.suggestion.attachment;

import java.io.EOFException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Set;

/**
 * ISO base media (mp4, m4a, 3gp, QuickTime): phones write recordings into the same container as films, so only its tracks
 * tell which it is. A box is four bytes of length, four of type, and its content; some contain boxes.
 */
final class MovieFile {
    private static final Set<String> NESTS = Set.of("moov", "trak", "mdia");
    private static final int MOST_BOXES = 10_000;

    private boolean sound;
    private boolean picture;
    private int boxes;

    private MovieFile() {}

    static boolean is(Path file) throws IOException {
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "r")) {
            return bytes.length() >= 12 && "ftyp".equals(type(bytes, 4));
        }
    }

    /** Whether it has tracks of sound and none of another kind. */
    static boolean onlySound(Path file) throws IOException {
        MovieFile found = new MovieFile();
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "r")) {
            found.walk(bytes, 0, bytes.length());
        } catch (EOFException truncated) {
            return false;
        }
        return found.sound && !found.picture;
    }

    private void walk(RandomAccessFile bytes, long from, long to) throws IOException {
        long at = from;
        while (at + 8 <= to && boxes++ < MOST_BOXES) {
            bytes.seek(at);
            long length = bytes.readInt() & 0xffff_ffffL;
            String type = type(bytes, at + 4);
            long header = 8;
            if (length == 1) {
                length = bytes.readLong();
                header = 16;
            } else if (length == 0) {
                length = to - at;
            }
            if (length < header || length > to - at) {
                return;
            }
            if (NESTS.contains(type)) {
                walk(bytes, at + header, at + length);
            } else if (type.equals("hdlr") && length >= header + 12) {
                String handler = type(bytes, at + header + 8);
                sound |= handler.equals("soun");
                picture |= Set.of("vide", "pict", "auxv").contains(handler);
            }
            at += length;
        }
    }

    private static String type(RandomAccessFile bytes, long at) throws IOException {
        bytes.seek(at);
        byte[] type = new byte[4];
        bytes.readFully(type);
        return new String(type, StandardCharsets.ISO_8859_1);
    }
}
