package cn.zhengxun.outreach.mail;

import java.time.Instant;

/**
 * The latest mail of a campaign to one person.
 *
 * @param lastError in Chinese, for staff; null where the last attempt went well
 * @param sentAt taken over by the channel, or null
 * @param deliveredAt the receiving server reported delivery; null where it did not say, which is usual
 * @param bouncedAt sent, and later returned; status is FAILED then; null otherwise
 * @param nextTryAt of a mail that waits: not before; meaningless for others
 */
public record MailState(
        MailStatus status,
        int revision,
        String lastError,
        Instant createdAt,
        Instant sentAt,
        Instant deliveredAt,
        Instant bouncedAt,
        Instant nextTryAt) {}
