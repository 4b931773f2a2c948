package cn.zhengxun.sheet;

import cn.zhengxun.kernel.RuleViolation;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/** Looks at an uploaded xlsx before anything is unpacked into memory: it must be one, and of a size that people make. */
public final class SheetArchive {
    public static final int MOST_BYTES = 10 * 1024 * 1024;
    private static final long MOST_UNPACKED = 64L * 1024 * 1024;
    private static final int MOST_ENTRIES = 500;
    private static final byte[] OLD_XLS = {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0};

    private SheetArchive() {}

    /** @throws RuleViolation saying what to hand in instead */
    static void require(byte[] file) {
        if (file.length == 0) {
            throw new RuleViolation("文件是空的，请重新选择。");
        }
        if (file.length > MOST_BYTES) {
            throw new RuleViolation("文件超过 10 MB，请分成几个文件导入。");
        }
        if (startsWith(file, OLD_XLS)) {
            throw new RuleViolation("这是旧版 xls 文件或加了密码的文件，请用表格软件打开后另存为不加密码的 xlsx 再上传。");
        }
        if (!startsWith(file, new byte[] {'P', 'K', 3, 4})) {
            throw new RuleViolation("这不是 xlsx 文件，请用表格软件另存为 xlsx 再上传。");
        }
        if (!unpack(file)) {
            throw new RuleViolation("这不是 xlsx 表格文件，请下载模板，按模板填写后上传。");
        }
    }

    /** @return whether there is a workbook in it */
    private static boolean unpack(byte[] file) {
        boolean workbook = false;
        long unpacked = 0;
        int entries = 0;
        byte[] buffer = new byte[16 * 1024];
        SheetCells cells = new SheetCells();
        // by the table of contents, as the reader goes by it: what is counted is what would be unpacked
        try (ZipFile zip = ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(file))
                .get()) {
            for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
                workbook |= entry.getName().equals("xl/workbook.xml");
                if (++entries > MOST_ENTRIES) {
                    throw tooLarge();
                }
                try (Counted content = new Counted(zip.getInputStream(entry), unpacked)) {
                    if (looksLikeXml(content) && !cells.sensible(content)) {
                        throw tooLarge();
                    }
                    content.readToEnd(buffer);
                    unpacked = content.unpacked;
                }
            }
        } catch (RuleViolation refused) {
            throw refused;
        } catch (IOException | RuntimeException broken) {
            // the libraries answer a crafted file with all kinds of exceptions
            return false;
        }
        return workbook;
    }

    /** Whatever a parser might take for XML, in any encoding; pictures and printer settings are not. */
    private static boolean looksLikeXml(Counted content) throws IOException {
        content.mark(2);
        int first = content.read();
        int second = content.read();
        content.reset();
        return first <= ' ' || first == '<' || first == 0xef || first == 0xfe || first == 0xff && second == 0xfe;
    }

    /** Counts what comes out of the archive and stops where it is more than anybody means. */
    private static final class Counted extends BufferedInputStream {
        private long unpacked;

        Counted(InputStream in, long before) {
            super(in);
            unpacked = before;
        }

        @Override
        public synchronized int read() throws IOException {
            int read = super.read();
            count(read < 0 ? 0 : 1);
            return read;
        }

        @Override
        public synchronized int read(byte[] into, int from, int length) throws IOException {
            int read = super.read(into, from, length);
            count(Math.max(0, read));
            return read;
        }

        private void count(int bytes) {
            unpacked += bytes;
            if (unpacked > MOST_UNPACKED) {
                throw tooLarge();
            }
        }

        void readToEnd(byte[] buffer) throws IOException {
            int read = 0;
            while (read >= 0) {
                read = read(buffer, 0, buffer.length);
            }
        }
    }

    private static RuleViolation tooLarge() {
        return new RuleViolation("文件展开后太大，或者有格子在离谱的位置，请删去多余的表、列和格式，或分成几个文件导入。");
    }

    private static boolean startsWith(byte[] file, byte[] start) {
        return file.length >= start.length && java.util.Arrays.mismatch(file, start) == start.length
                || java.util.Arrays.equals(file, start);
    }
}
