package cn.zhengxun.outreach.audience;

import java.util.LinkedHashMap;
import java.util.Map;

/** How many people of a stored list are asked, and how many are left out by reason, most first. */
public record AudienceTally(int count, Map<String, Integer> excluded) {
    public AudienceTally {
        excluded = new LinkedHashMap<>(excluded);
    }
}
