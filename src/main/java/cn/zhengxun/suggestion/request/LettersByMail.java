package cn.zhengxun.suggestion.request;

import cn.zhengxun.directory.Directory;
import cn.zhengxun.directory.InformantId;
import cn.zhengxun.kernel.Shanghai;
import cn.zhengxun.kernel.Timestamps;
import cn.zhengxun.outreach.mail.MailState;
import cn.zhengxun.outreach.mail.Outbox;
import cn.zhengxun.outreach.mail.QueuedMail;
import cn.zhengxun.outreach.mail.Reach;
import cn.zhengxun.outreach.mail.Recipient;
import cn.zhengxun.outreach.mail.SubmissionAddresses;
import cn.zhengxun.outreach.wording.MessageKind;
import cn.zhengxun.privacy.Request;
import cn.zhengxun.privacy.RequestLetters;
import cn.zhengxun.privacy.Subject;
import cn.zhengxun.suggestion.OwnSuggestions;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Queues them for the informant's address in the directory, or for the one that a resident left. */
@Component
class LettersByMail implements RequestLetters {
    /** Whoever holds a receipt's number can ask and take back again and again: so many letters a day go to one person. */
    static final int MOST_A_DAY = 6;

    private static final Duration DAY = Duration.ofDays(1);

    private final Outbox outbox;
    private final Directory directory;
    private final Reach reach;
    private final SubmissionAddresses addresses;
    private final OwnSuggestions own;
    private final JdbcClient db;
    private final Clock clock;

    LettersByMail(
            Outbox outbox,
            Directory directory,
            Reach reach,
            SubmissionAddresses addresses,
            OwnSuggestions own,
            JdbcClient db,
            Clock clock) {
        this.outbox = outbox;
        this.directory = directory;
        this.reach = reach;
        this.addresses = addresses;
        this.own = own;
        this.db = db;
        this.clock = clock;
    }

    static String campaign(MessageKind kind, String number) {
        return kind.key() + ":" + number;
    }

    @Override
    public void received(Request request) {
        queue(MessageKind.REQUEST_RECEIVED, request);
    }

    @Override
    public void answered(Request request) {
        queue(MessageKind.REQUEST_ANSWERED, request);
    }

    private void queue(MessageKind kind, Request request) {
        recipient(request.subject())
                .filter(recipient -> lately(recipient) < MOST_A_DAY)
                .ifPresent(recipient -> outbox.queue(
                        campaign(kind, request.number()), QueuedMail.NO_CONSULTATION, recipient, kind.key(), 1));
    }

    private Optional<Recipient> recipient(Subject subject) {
        if (subject == null) {
            return Optional.empty();
        }
        if (subject.informant() != null) {
            return directory
                    .informant(new InformantId(subject.informant()))
                    .filter(reach::reaches)
                    .map(person -> Recipient.informant(person.id()));
        }
        return own.submissions(subject).stream()
                .findFirst()
                .filter(submission -> addresses.author(submission).isPresent())
                .map(Recipient::author);
    }

    private int lately(Recipient recipient) {
        return db.sql("""
                        SELECT COUNT(*) FROM outbox
                        WHERE recipient = :id AND recipient_kind = :kind AND template IN (:received, :answered) AND created_at > :since
                        """)
                .param("id", recipient.id())
                .param("kind", recipient.kind().name())
                .param("received", MessageKind.REQUEST_RECEIVED.key())
                .param("answered", MessageKind.REQUEST_ANSWERED.key())
                .param("since", Timestamps.of(clock.instant().minus(DAY)))
                .query(Integer.class)
                .single();
    }

    @Override
    public List<String> told(Request request) {
        return Stream.of(MessageKind.REQUEST_RECEIVED, MessageKind.REQUEST_ANSWERED)
                .flatMap(kind -> outbox.latest(campaign(kind, request.number())).values().stream()
                        .map(state -> sentence(kind, state)))
                .toList();
    }

    private static String sentence(MessageKind kind, MailState state) {
        String fate = switch (state.status()) {
            case WAITING, SENDING -> "等待发送";
            case SENT -> Shanghai.minute(state.sentAt()) + "发出";
            case FAILED -> "没有送达，请用别的办法告知本人";
            case CANCELLED -> "没有发出，已经取消";
        };
        return "“%s”邮件：%s写好，%s。".formatted(kind.chinese(), Shanghai.minute(state.createdAt()), fate);
    }
}
