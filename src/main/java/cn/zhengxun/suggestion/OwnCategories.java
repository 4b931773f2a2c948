package cn.zhengxun.suggestion;

import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.consultation.Plans;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Identity categories in people's own words, or an informant's occupation. Offered ones are shared by many and stay for
 * ever, since the counts break down by them; one's own may describe a single person and ends with that person's name.
 */
@Repository
class OwnCategories {
    private final JdbcClient db;
    private final Plans plans;

    OwnCategories(JdbcClient db, Plans plans) {
        this.db = db;
        this.plans = plans;
    }

    private record Stated(String consultation, String category) {}

    /** They are counted as 其他 from now on; again changes nothing. @return how many submissions were changed */
    int generalise(List<Long> submissions) {
        List<Stated> stated = db.sql("""
                        SELECT DISTINCT consultation, identity_category FROM submission
                        WHERE id IN (:ids) AND identity_category IS NOT NULL AND identity_category <> :other
                        """)
                .param("ids", submissions)
                .param("other", IdentityCategory.OTHER)
                .query((row, n) -> new Stated(row.getString("consultation"), row.getString("identity_category")))
                .list();
        return stated.stream()
                .filter(one -> !plans.identityCategories(new ConsultationNumber(one.consultation()))
                        .contains(one.category()))
                .mapToInt(own -> db.sql("""
                                UPDATE submission SET identity_category = :other
                                WHERE id IN (:ids) AND consultation = :consultation AND identity_category = :own
                                """)
                        .param("other", IdentityCategory.OTHER)
                        .param("ids", submissions)
                        .param("consultation", own.consultation())
                        .param("own", own.category())
                        .update())
                .sum();
    }
}
