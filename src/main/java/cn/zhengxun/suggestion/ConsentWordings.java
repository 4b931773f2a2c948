package cn.zhengxun.suggestion;

import cn.zhengxun.kernel.Sha256;
import cn.zhengxun.kernel.Timestamps;
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
        "privacy.notice.retention",
        "privacy.notice.rights",
        "privacy.notice.guardian",
        "suggestion.form.processing",
        "suggestion.form.call-back",
        "suggestion.form.publish",
        "suggestion.form.guardian"
    };

    private final JdbcClient db;
    private final Clock clock;
    private final String words;
    private final String current;
    private final Set<String> known = ConcurrentHashMap.newKeySet();

    ConsentWordings(
            JdbcClient db,
            Clock clock,
            MessageSource messages,
            @Value("${zhengxun.office:基层立法联系点}") String office,
            @Value("${zhengxun.office-contact:}") String contact) {
        this.db = db;
        this.clock = clock;
        this.words = Stream.concat(
                        Stream.of(office + " " + contact),
                        Stream.of(SENTENCES).map(key -> messages.getMessage(key, null, Locale.SIMPLIFIED_CHINESE)))
                .collect(Collectors.joining("\n"));
        this.current = Sha256.of(words).substring(0, VERSION);
    }

    /** Before the first page is answered, so that no submission has to write it. */
    @EventListener(ApplicationReadyEvent.class)
    void keep() {
        known.addAll(db.sql("SELECT version FROM consent_wording")
                .query(String.class)
                .set());
        if (!known.contains(current)) {
            try {
                db.sql("INSERT INTO consent_wording (version, words, first_used) VALUES (?, ?, ?)")
                        .params(current, words, Timestamps.of(clock.instant()))
                        .update();
            } catch (DuplicateKeyException anotherNode) {
                // it wrote the same words
            }
            known.add(current);
        }
    }

    String current() {
        return current;
    }

    /** @param shown as a form sent it @return that version where it is one, today's otherwise */
    String orCurrent(String shown) {
        return shown != null && known.contains(shown) ? shown : current;
    }
}
