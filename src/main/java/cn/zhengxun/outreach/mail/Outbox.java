package cn.zhengxun.outreach.mail;

import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.kernel.BulkWrites;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Mail to be sent after the caller's transaction committed; unique by campaign, recipient, template and revision. */
@Component
public class Outbox {
    /** So many at once, however many there are. */
    private static final int CHUNK = 1_000;

    private final OutboxRows rows;
    private final MessageIds messageIds;
    private final BulkWrites bulk;
    private final Clock clock;
    private final TransactionTemplate savepoint;

    Outbox(
            OutboxRows rows,
            MessageIds messageIds,
            BulkWrites bulk,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.bulk = bulk;
        this.rows = rows;
        this.messageIds = messageIds;
        this.clock = clock;
        this.savepoint = new TransactionTemplate(transactions);
        this.savepoint.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    /** @return false where the same mail is already queued or sent */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean queue(
            String campaign, ConsultationNumber consultation, Recipient recipient, String template, int revision) {
        if (rows.exists(campaign, recipient, template, revision)) {
            return false;
        }
        return insert(campaign, consultation, List.of(recipient), template, revision, clock.instant());
    }

    /** @return how many were queued; those already queued or sent are left as they are */
    @Transactional(propagation = Propagation.MANDATORY)
    public int queueAll(
            String campaign,
            ConsultationNumber consultation,
            Collection<Recipient> recipients,
            String template,
            int revision) {
        return queueAll(campaign, consultation, recipients, template, revision, clock.instant());
    }

    /** As above, not to be sent before the given moment. */
    @Transactional(propagation = Propagation.MANDATORY)
    public int queueAll(
            String campaign,
            ConsultationNumber consultation,
            Collection<Recipient> recipients,
            String template,
            int revision,
            Instant notBefore) {
        boolean first = !rows.exists(campaign, template, revision);
        int queued = 0;
        List<Recipient> chunk = new ArrayList<>(CHUNK);
        for (Iterator<Recipient> rest = recipients.iterator(); rest.hasNext(); ) {
            chunk.add(rest.next());
            if (chunk.size() == CHUNK || !rest.hasNext()) {
                queued += queueChunk(campaign, consultation, chunk, template, revision, notBefore, first);
                chunk.clear();
            }
        }
        bulk.written("outbox", queued);
        return queued;
    }

    /** @param first whether nobody had this mail before, so that there is nothing to look up */
    private int queueChunk(
            String campaign,
            ConsultationNumber consultation,
            List<Recipient> recipients,
            String template,
            int revision,
            Instant notBefore,
            boolean first) {
        Set<Recipient> missing = new LinkedHashSet<>(recipients);
        if (!first) {
            missing.removeAll(rows.queued(campaign, recipients, template, revision));
        }
        if (missing.isEmpty() || insert(campaign, consultation, missing, template, revision, notBefore)) {
            return missing.size();
        }
        return (int) missing.stream()
                .filter(recipient -> !rows.exists(campaign, recipient, template, revision)
                        && insert(campaign, consultation, List.of(recipient), template, revision, notBefore))
                .count();
    }

    /** What became of the latest mail of a campaign to each of its recipients. */
    @Transactional(readOnly = true)
    public Map<Recipient, MailState> latest(String campaign) {
        return rows.latest(campaign);
    }

    /**
     * Behind a savepoint, since a violated unique constraint would otherwise end the caller's transaction on PostgreSQL.
     *
     * @return false where somebody else queued one of them in between; then none is inserted
     */
    private boolean insert(
            String campaign,
            ConsultationNumber consultation,
            Collection<Recipient> recipients,
            String template,
            int revision,
            Instant notBefore) {
        try {
            savepoint.executeWithoutResult(status -> rows.insert(
                    campaign, consultation, recipients, template, revision, messageIds, clock.instant(), notBefore));
            return true;
        } catch (DuplicateKeyException queuedMeanwhile) {
            return false;
        }
    }
}
