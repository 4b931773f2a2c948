package cn.zhengxun.outreach.audience;

import java.util.List;
import java.util.Map;

/**
 * What an expression would give now.
 *
 * @param count people who would be asked; @param excluded how many are left out, by reason; @param gaps what was asked
 *     for and has nobody, such as 标签“法律”
 */
public record AudiencePreview(int count, Map<String, Integer> excluded, List<String> gaps) {}
