package cn.zhengxun.outreach;

import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.outreach.wording.MessageKind;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How far the mails of one consultation got, campaign by campaign. */
@Service
@Transactional(readOnly = true)
class MailProgressReader {
    static final int PAGE = 50;
    private static final Duration RECENTLY = Duration.ofMinutes(5);

    private final MailProgressRows rows;
    private final Clock clock;

    MailProgressReader(MailProgressRows rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    /** The latest first. */
    List<MailProgress> of(ConsultationNumber number) {
        Instant now = clock.instant();
        List<MailProgressRows.Reason> reasons = rows.reasons(number);
        return rows.counts(number, now.minus(RECENTLY)).stream()
                .map(one -> progress(one, reasons, now))
                .toList();
    }

    List<MailProgress.Failed> failed(ConsultationNumber number, int page) {
        return rows.failed(number, PAGE, (page - 1) * PAGE).stream()
                .map(one -> new MailProgress.Failed(
                        one.informant(), one.name(), one.station(), nameOf(one.campaign()), one.reason()))
                .toList();
    }

    int failed(ConsultationNumber number) {
        return rows.failed(number);
    }

    int resendable(ConsultationNumber number) {
        return rows.countResendable(number);
    }

    private static MailProgress progress(
            MailProgressRows.Counts one, List<MailProgressRows.Reason> reasons, Instant now) {
        boolean running = one.waiting() + one.sending() + one.retrying() > 0;
        return new MailProgress(
                name(one.campaign(), one.revision()),
                one.total(),
                one.waiting(),
                one.sending(),
                one.sent(),
                one.delivered(),
                one.retrying(),
                one.failed(),
                one.cancelled(),
                one.startedAt(),
                one.nextTry(),
                running ? null : one.lastSentAt(),
                running ? expectedEnd(one, now) : null,
                reasons.stream()
                        .filter(reason ->
                                reason.campaign().equals(one.campaign()) && reason.revision() == one.revision())
                        .map(MailProgressReader::reason)
                        .toList());
    }

    private static MailProgress.Reason reason(MailProgressRows.Reason reason) {
        String state = switch (reason.status()) {
            case "FAILED" -> "发送失败";
            case "CANCELLED" -> "不必再发";
            default -> "暂时未成";
        };
        return new MailProgress.Reason(state, reason.sentence(), reason.mails(), reason.nextTry());
    }

    /** By the pace since the campaign began, at most of the last minutes. */
    private static Instant expectedEnd(MailProgressRows.Counts one, Instant now) {
        int left = one.waiting() + one.sending();
        if (one.recent() == 0 || left == 0) {
            return null;
        }
        Duration since = Duration.between(one.startedAt(), now);
        Duration paced = since.compareTo(RECENTLY) < 0 ? since : RECENTLY;
        return now.plus(paced.multipliedBy(left).dividedBy(one.recent()));
    }

    private static String name(String campaign, int revision) {
        if (campaign.startsWith(Campaigns.REMINDER + ":")) {
            return "第" + revision + "次提醒";
        }
        return revision == 1 ? nameOf(campaign) : nameOf(campaign) + "（第" + revision + "次）";
    }

    private static String nameOf(String campaign) {
        return MessageKind.of(campaign.substring(0, Math.max(0, campaign.indexOf(':'))))
                .map(MessageKind::chinese)
                .orElse("其他通知");
    }
}
