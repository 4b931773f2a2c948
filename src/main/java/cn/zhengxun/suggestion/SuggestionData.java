package cn.zhengxun.suggestion;

import cn.zhengxun.kernel.Shanghai;
import cn.zhengxun.kernel.Timestamps;
import cn.zhengxun.privacy.Chapter;
import cn.zhengxun.privacy.Chapter.Fact;
import cn.zhengxun.privacy.PersonalData;
import cn.zhengxun.privacy.Subject;
import cn.zhengxun.privacy.Traces;
import cn.zhengxun.privacy.Way;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Submissions and their words. After an erasure the words stay without their author, and so does the category by which
 * they are counted, unless it was typed freely; the receipt is replaced, since whoever kept it would still lead to them.
 */
@Component
@Order(Way.SUGGESTION)
class SuggestionData implements PersonalData {
    private final JdbcClient db;
    private final OwnSuggestions own;
    private final ErasedWords words;
    private final OwnCategories categories;
    private final Clock clock;

    SuggestionData(JdbcClient db, OwnSuggestions own, ErasedWords words, OwnCategories categories, Clock clock) {
        this.db = db;
        this.own = own;
        this.words = words;
        this.categories = categories;
        this.clock = clock;
    }

    @Override
    public List<Chapter> copyOf(Subject subject) {
        List<Long> submissions = own.submissions(subject);
        return submissions.isEmpty()
                ? List.of()
                : db.sql("""
                            SELECT m.*, c.title FROM submission m JOIN consultation c ON c.number = m.consultation
                            WHERE m.id IN (:ids) AND m.erased_at IS NULL ORDER BY m.id
                            """)
                        .param("ids", submissions)
                        .query((row, n) -> chapter(row))
                        .list();
    }

    private Chapter chapter(ResultSet row) throws SQLException {
        List<Fact> facts = new ArrayList<>();
        fact(facts, "回执编号", row.getString("receipt"));
        fact(facts, "收到时间", Shanghai.minute(Timestamps.in(row, "accepted_at")));
        fact(facts, "渠道", Channel.valueOf(row.getString("channel")).chinese());
        fact(facts, "姓名", row.getString("proposer_name"));
        fact(facts, "联系方式", row.getString("proposer_contact"));
        fact(facts, "身份类别", row.getString("identity_category"));
        fact(facts, "年龄段", row.getString("age_band"));
        fact(facts, "单位", row.getString("unit"));
        fact(facts, "同意处理个人信息", yes(row.getBoolean("consent_processing")));
        fact(facts, "同意回访", yes(row.getBoolean("consent_call_back")));
        fact(facts, "同意公开姓名", yes(row.getBoolean("consent_publish_name")));
        fact(facts, "由他人代录", yes(row.getBoolean("on_behalf")));
        fact(facts, "监护人", row.getString("guardian"));
        db.sql("""
                        SELECT s.clause_label, s.withdrawn_at, w.original, w.proposed, w.reason
                        FROM suggestion s JOIN suggestion_words w ON w.suggestion_id = s.id
                        WHERE s.submission_id = ? ORDER BY s.position
                        """).param(row.getLong("id")).query(words -> {
            String withdrawn = words.getObject("withdrawn_at") == null ? "" : "（已撤回）";
            fact(facts, words.getString("clause_label") + withdrawn, words.getString("original"));
            fact(facts, "建议条文", words.getString("proposed"));
            fact(facts, "理由", words.getString("reason"));
        });
        return new Chapter("您提交的意见：" + row.getString("title"), facts);
    }

    private static String yes(boolean given) {
        return given ? "是" : "否";
    }

    private static void fact(List<Fact> facts, String label, String text) {
        if (text != null && !text.isBlank()) {
            facts.add(new Fact(label, text));
        }
    }

    @Override
    public int erase(Subject subject) {
        List<Long> submissions = own.submissions(subject);
        Traces traces = own.traces(subject);
        if (submissions.isEmpty()) {
            return 0;
        }
        // first, and with it held: who changes an opinion meanwhile waits here and then finds it erased
        int changed = db.sql("""
                                UPDATE submission
                                SET receipt = CONCAT('erased-', id), proposer_name = NULL, proposer_contact = NULL, unit = NULL, guardian = NULL,
                                    age_band = NULL, collector = NULL, consent_call_back = FALSE,
                                    consent_publish_name = FALSE, erased_at = :now
                                WHERE id IN (:ids) AND erased_at IS NULL
                                """)
                .param("now", Timestamps.of(clock.instant()))
                .param("ids", submissions)
                .update();
        return changed + categories.generalise(submissions) + words.blacken(submissions, traces);
    }
}
