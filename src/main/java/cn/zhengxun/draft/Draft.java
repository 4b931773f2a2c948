package cn.zhengxun.draft;

import java.time.Instant;

/** One reading of a bill as it was received; the file itself is fetched apart. confirmedAt is null until staff confirmed the clause tree. */
public record Draft(
        DraftId id,
        BillId bill,
        String reading,
        String title,
        Visibility visibility,
        String fileName,
        String mediaType,
        String sha256,
        Instant importedAt,
        String importedBy,
        Instant confirmedAt,
        String confirmedBy) {}
