package cn.zhengxun.suggestion;

import cn.zhengxun.kernel.Sha256;
import cn.zhengxun.kernel.Timestamps;
import cn.zhengxun.privacy.KeepingPeriods;
import java.time.Clock;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.MessageSource;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The words by which people agree. Each submission keeps the version it was shown, and table consent_wording what that
 * version said, so that it can be proven later. Another office, setting or sentence makes another version by itself.
 */
@Component
class ConsentWordings {
    private static final int VERSION = 12;
    /** In the order of the page. */
    private static final String[] SENTENCES = {
        "privacy.notice.purpose",
        "privacy.notice.kinds",
        "privacy.notice.profile",
        "privacy.notice.rights",
        "privacy.notice.guardian",
        "suggestion.form.processing",
        "suggestion.form.call-back",
        "suggestion.form.publish",
        "suggestion.form.guardian"
    };

    private final JdbcClient db;
    private final Clock clock;
    private final MessageSource messages;
    private final KeepingPeriods periods;
    private final String office;
    private final Set<String> known = ConcurrentHashMap.newKeySet();

    private volatile Told told;

    /** @param retention the sentence that says how long what is kept; @param words all of them, in the order of the page */
    private record Told(String retention, String words, String version) {}

    ConsentWordings(
            JdbcClient db,
            Clock clock,
            MessageSource messages,
            KeepingPeriods periods,
            @Value("${zhengxun.office:基层立法联系点}") String office,
            @Value("${zhengxun.office-contact:}") String contact) {
        this.db = db;
        this.clock = clock;
        this.messages = messages;
        this.periods = periods;
        this.office = office + " " + contact;
    }

    /** Not before it is asked for, since the periods come from other rooms' beans. */
    private Told told() {
        if (told == null) {
            String retention = message(
                    "privacy.notice.retention",
                    periods.inWords("contacts-on-forms"),
                    periods.inWords("unsent-drafts"),
                    periods.inWords("personal-links"));
            String words = Stream.concat(
                            Stream.of(office, retention), Stream.of(SENTENCES).map(key -> message(key)))
                    .collect(Collectors.joining("\n"));
            told = new Told(retention, words, Sha256.of(words).substring(0, VERSION));
        }
        return told;
    }

    private String message(String key, Object... values) {
        return messages.getMessage(key, values.length == 0 ? null : values, Locale.SIMPLIFIED_CHINESE);
    }

    /** Before the first page is answered, so that no submission has to write it. */
    @EventListener(ApplicationReadyEvent.class)
    void keep() {
        known.addAll(db.sql("SELECT version FROM consent_wording")
                .query(String.class)
                .set());
        String current = current();
        if (!known.contains(current)) {
            try {
                db.sql("INSERT INTO consent_wording (version, words, first_used) VALUES (?, ?, ?)")
                        .params(current, told().words(), Timestamps.of(clock.instant()))
                        .update();
            } catch (DuplicateKeyException anotherNode) {
                // it wrote the same words
            }
            known.add(current);
        }
    }

    String current() {
        return told().version();
    }

    /** How long what is kept, in one sentence. */
    String retention() {
        return told().retention();
    }

    /** @param shown as a form sent it @return that version where it is one, today's otherwise */
    String orCurrent(String shown) {
        return shown != null && known.contains(shown) ? shown : current();
    }
}
