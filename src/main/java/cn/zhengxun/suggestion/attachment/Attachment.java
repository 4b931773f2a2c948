package cn.zhengxun.suggestion.attachment;

import cn.zhengxun.kernel.Shanghai;
import java.time.Instant;
import java.util.Locale;

/**
 * A file without its bytes.
 *
 * @param fileName cleaned, with the extension of what it is; empty once erased
 * @param size in bytes, of what is kept
 * @param sha256 of what is kept, in 64 hexadecimal digits; empty once erased
 * @param addedBy a user, or public
 * @param erasedAt null unless the person whom it concerned had it erased
 */
public record Attachment(
        long id,
        String consultation,
        Owner owner,
        String fileName,
        AttachmentKind kind,
        String mediaType,
        long size,
        String sha256,
        Instant addedAt,
        String addedBy,
        Instant erasedAt) {

    public boolean erased() {
        return erasedAt != null;
    }

    /** For example 345 KB or 1.2 MB. */
    public String shownSize() {
        return shown(size);
    }

    /** For example 2026年11月23日 09:00. */
    public String time() {
        return Shanghai.minute(addedAt);
    }

    static String shown(long bytes) {
        if (bytes < 1024 * 1024) {
            return Math.max(1, (bytes + 1023) / 1024) + " KB";
        }
        return String.format(Locale.ROOT, "%.1f MB", bytes / (1024.0 * 1024)).replace(".0 ", " ");
    }
}
