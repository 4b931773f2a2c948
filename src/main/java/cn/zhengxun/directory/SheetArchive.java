package cn.zhengxun.directory;

import cn.zhengxun.kernel.RuleViolation;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/** Looks at an uploaded xlsx before anything is unpacked into memory: it must be one, and of a size that people make. */
final class SheetArchive {
    static final int MOST_BYTES = 10 * 1024 * 1024;
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
        // by the table of contents, as the reader goes by it: what is counted is what would be unpacked
        try (ZipFile zip = ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(file))
                .get()) {
            for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
                workbook |= entry.getName().equals("xl/workbook.xml");
                if (++entries > MOST_ENTRIES) {
                    throw tooLarge();
                }
                try (InputStream content = zip.getInputStream(entry)) {
                    for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                        unpacked += read;
                        if (unpacked > MOST_UNPACKED) {
                            throw tooLarge();
                        }
                    }
                }
            }
        } catch (IOException | IllegalArgumentException broken) {
            return false;
        }
        return workbook;
    }

    private static RuleViolation tooLarge() {
        return new RuleViolation("文件展开后太大，请删去多余的表和格式，或分成几个文件导入。");
    }

    private static boolean startsWith(byte[] file, byte[] start) {
        return file.length >= start.length && java.util.Arrays.mismatch(file, start) == start.length
                || java.util.Arrays.equals(file, start);
    }
}
