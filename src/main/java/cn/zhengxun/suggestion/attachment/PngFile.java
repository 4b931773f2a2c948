package cn.zhengxun.suggestion.attachment;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/**
 * A PNG cut down to what its picture needs. Texts and profiles in a PNG are compressed, too, and the decoder unpacks
 * them whole: a few kilobytes can become gigabytes there, whatever the picture's size.
 */
final class PngFile {
    private static final Set<String> NEEDED = Set.of("IHDR", "PLTE", "tRNS", "IDAT", "IEND");

    private PngFile() {}

    /** @throws EOFException where it ends too early */
    static void bare(Path from, Path to) throws IOException {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(from)));
                DataOutputStream out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(to)))) {
            out.writeLong(in.readLong());
            String type = "";
            while (!type.equals("IEND")) {
                int length = in.readInt();
                byte[] name = new byte[4];
                in.readFully(name);
                type = new String(name, StandardCharsets.ISO_8859_1);
                if (length < 0) {
                    throw new IOException("a chunk of negative length");
                }
                if (NEEDED.contains(type)) {
                    out.writeInt(length);
                    out.write(name);
                    copy(in, out, length + 4L);
                } else {
                    in.skipNBytes(length + 4L);
                }
            }
        }
    }

    private static void copy(DataInputStream in, DataOutputStream out, long count) throws IOException {
        byte[] buffer = new byte[8192];
        for (long left = count; left > 0; ) {
            int read = in.read(buffer, 0, (int) Math.min(buffer.length, left));
            if (read < 0) {
                throw new EOFException();
            }
            out.write(buffer, 0, read);
            left -= read;
        }
    }
}
