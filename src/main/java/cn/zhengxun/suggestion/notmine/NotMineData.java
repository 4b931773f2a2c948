package cn.zhengxun.suggestion.notmine;

import cn.zhengxun.directory.SamePerson;
import cn.zhengxun.privacy.Chapter;
import cn.zhengxun.privacy.PersonalData;
import cn.zhengxun.privacy.Subject;
import cn.zhengxun.privacy.TracesInTexts;
import cn.zhengxun.privacy.Way;
import cn.zhengxun.suggestion.OwnSuggestions;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What staff wrote when they asked somebody whether it was they, and the links in mailed receipts. */
@Component
@Order(Way.AROUND_SUGGESTION)
class NotMineData implements PersonalData {
    /** Lists are never empty: ids begin at 1. */
    private static final long NOTHING = 0;

    private final JdbcClient db;
    private final OwnSuggestions own;
    private final SamePerson same;
    private final TracesInTexts texts;

    NotMineData(JdbcClient db, OwnSuggestions own, SamePerson same, TracesInTexts texts) {
        this.db = db;
        this.own = own;
        this.same = same;
        this.texts = texts;
    }

    /** Nothing of its own: what was reported stands with the submission and the invitation. */
    @Override
    public List<Chapter> copyOf(Subject subject) {
        return List.of();
    }

    @Override
    public int erase(Subject subject) {
        List<Long> submissions = own.submissions(subject);
        Set<Long> entries = same.entries(subject);
        int remarks = texts.blacken(
                own.traces(subject),
                "not_mine",
                "submission_id IN (:submissions) OR invitation_id IN (SELECT id FROM invitation WHERE informant_id IN (:entries))",
                Map.of(
                        "submissions", submissions.isEmpty() ? List.of(NOTHING) : submissions,
                        "entries", entries.isEmpty() ? Set.of(NOTHING) : entries),
                List.of("remark"));
        int links = submissions.isEmpty()
                ? 0
                : db.sql("DELETE FROM not_mine_token WHERE submission_id IN (:ids)")
                        .param("ids", submissions)
                        .update();
        return remarks + links;
    }
}
