package cn.zhengxun.consultation;

import cn.zhengxun.directory.ExpertId;
import cn.zhengxun.draft.clause.ClauseId;
import java.time.Instant;
import java.util.List;

/**
 * How one draft is put to the people (征询方案).
 *
 * @param audience expression over the directory's tags; empty for everyone active
 * @param channels words of {@link #CHANNELS}
 * @param meetings where and when people meet, in words; may be empty
 * @param quorum how many experts' notes are enough
 * @param approvedBy null until the director approved it
 */
public record Plan(
        ConsultationNumber consultation,
        String purpose,
        List<Focus> focus,
        String audience,
        List<String> channels,
        String meetings,
        List<ExpertId> experts,
        int quorum,
        String writtenBy,
        Instant writtenAt,
        String approvedBy,
        Instant approvedAt) {
    /** How opinions may come in, in the office's words. */
    public static final List<String> CHANNELS = List.of("个人链接", "扫码", "座谈会", "走访", "书面", "电话代录", "视频");

    /** A clause that matters to the people here, and the plain-language question about it. */
    public record Focus(ClauseId clause, String question) {}
}
