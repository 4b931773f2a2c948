package cn.zhengxun.outreach;

import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.directory.InformantId;
import cn.zhengxun.outreach.mail.Reach;
import cn.zhengxun.outreach.mail.Recipient;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** To whom a campaign goes, taken from invitations, directory and outbox in one statement each. */
@Repository
class CampaignRows {
    private static final String REACHABLE = """
            SELECT i.informant_id FROM invitation i JOIN informant p ON p.id = i.informant_id
            WHERE i.consultation = :number AND i.revoked_at IS NULL AND p.active AND %s
            """;

    private final JdbcClient db;
    private final String reachable;

    CampaignRows(JdbcClient db, Reach reach) {
        this.db = db;
        this.reachable = REACHABLE.formatted(reach.condition("p"));
    }

    /** Everyone invited who can be written to and has not left. */
    List<Recipient> reachable(ConsultationNumber number) {
        return recipients(reachable + "ORDER BY i.informant_id", number);
    }

    List<Recipient> reachableUnanswered(ConsultationNumber number) {
        return recipients(reachable + "AND i.answered_at IS NULL ORDER BY i.informant_id", number);
    }

    /** 0 where the campaign has no mail. */
    int latestRevision(String campaign) {
        return db.sql("SELECT COALESCE(MAX(revision), 0) FROM outbox WHERE campaign = ?")
                .param(campaign)
                .query(Integer.class)
                .single();
    }

    private List<Recipient> recipients(String statement, ConsultationNumber number) {
        return db.sql(statement)
                .param("number", number.value())
                .query((row, n) -> Recipient.informant(new InformantId(row.getLong("informant_id"))))
                .list();
    }
}
