package cn.zhengxun.outreach;

import cn.zhengxun.directory.InformantId;
import cn.zhengxun.outreach.audience.Audience;
import cn.zhengxun.outreach.audience.AudienceTally;
import cn.zhengxun.outreach.audience.ListSearch;
import java.util.List;

/**
 * What the audience page shows. audience is null before a list was proposed.
 *
 * @param frozenAt when the list was confirmed, in words; null like frozenByName while it may change
 * @param people one page of those in or those left out
 * @param gaps what the stored expression asks for and has nobody now
 * @param total how many the search found
 * @param tally counts of the whole stored list
 */
record AudienceView(
        Audience audience,
        String frozenAt,
        String frozenByName,
        AudienceTally tally,
        List<String> gaps,
        List<Row> people,
        ListSearch search,
        int total,
        int page,
        int pages) {

    public boolean showsIncluded() {
        return search.included();
    }

    /** @param station may be null; @param byMail whether the person is reached by mail */
    record Row(
            InformantId informant,
            String name,
            String station,
            boolean included,
            String reason,
            int asked,
            boolean byMail) {}
}
