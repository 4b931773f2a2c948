package cn.zhengxun.directory;

import cn.zhengxun.sheet.Finding;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A file that waits for its confirmation.
 *
 * @param counts rows by verdict; a verdict no row has is 0
 * @param twins how many new rows may be there already
 * @param newTags 家族:名称 the file brings
 */
record ImportPreview(
        String id,
        String fileName,
        String uploadedBy,
        Instant expiresAt,
        Map<Verdict, Integer> counts,
        int twins,
        List<String> newTags) {
    public int added() {
        return counts.get(Verdict.NEW);
    }

    public int changed() {
        return counts.get(Verdict.CHANGED);
    }

    public int unchanged() {
        return counts.get(Verdict.UNCHANGED);
    }

    public int faulty() {
        return counts.get(Verdict.FAULT);
    }

    public int toWrite() {
        return added() + changed();
    }

    /** A line of the file with what was found in it. */
    record Line(int line, String name, Verdict verdict, String twin, List<Finding> findings) {}
}
