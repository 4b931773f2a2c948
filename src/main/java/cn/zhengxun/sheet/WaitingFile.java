package cn.zhengxun.sheet;

import cn.zhengxun.kernel.RuleViolation;
import cn.zhengxun.kernel.Shanghai;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A file that waits for its confirmation.
 *
 * @param consultation the number of the one it is for; null where it is for none
 * @param remarks what the file as a whole brings
 * @param counts rows by verdict; a verdict no row has is 0
 * @param pieces in how many pieces rows are written
 * @param noted how many new rows have a note
 * @param linked how many new rows are of people of the directory
 */
public record WaitingFile(
        String id,
        String consultation,
        String fileName,
        String sha256,
        String uploadedBy,
        Instant uploadedAt,
        Instant expiresAt,
        List<String> remarks,
        Map<Verdict, Integer> counts,
        int pieces,
        int noted,
        int linked) {
    private static final Duration KEPT = Duration.ofHours(2);

    /** A new one, to be confirmed within two hours; what its rows come to is counted when it is found. */
    public static WaitingFile received(
            String consultation, String fileName, String sha256, String uploadedBy, Instant now, List<String> remarks) {
        String id = UUID.randomUUID().toString();
        return new WaitingFile(
                id, consultation, fileName, sha256, uploadedBy, now, now.plus(KEPT), remarks, Map.of(), 0, 0, 0);
    }

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

    /** For example 2026年11月23日 11:00. */
    public String keptUntil() {
        return Shanghai.minute(expiresAt);
    }

    /** @throws RuleViolation where a fault stops everything and there is one */
    public void requireSound(boolean soundOnly) {
        if (!soundOnly && faulty() > 0) {
            throw new RuleViolation("还有 " + faulty() + " 行有问题，没有导入任何一行；请改好文件重新上传，或选择“只导入无误的行”。");
        }
    }
}
