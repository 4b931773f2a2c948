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
 * @param identityCategories who speaks, as this draft wants it told apart; empty for {@link #USUAL_CATEGORIES}
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
        List<String> identityCategories,
        List<ExpertId> experts,
        int quorum,
        String writtenBy,
        Instant writtenAt,
        String approvedBy,
        Instant approvedAt) {
    /** How opinions may come in, in the office's words. */
    public static final List<String> CHANNELS = List.of("个人链接", "扫码", "座谈会", "走访", "书面", "电话代录", "视频");

    /** What people may say they are where the plan names nothing of its own. "Other" is offered beside every list. */
    public static final List<String> USUAL_CATEGORIES =
            List.of("居民", "企业职工", "个体工商户", "企业经营者", "机关事业单位人员", "教师", "医务人员", "法律工作者", "学生", "退休人员");

    /** What people may say they are, in the office's order, without "other". Never empty. */
    public List<String> offeredCategories() {
        return offered(identityCategories);
    }

    static List<String> offered(List<String> own) {
        return own.isEmpty() ? USUAL_CATEGORIES : own;
    }

    /** A clause that matters to the people here, and the plain-language question about it. */
    public record Focus(ClauseId clause, String question) {}
}
