package cn.zhengxun.outreach.mail;

import java.util.UUID;
import org.springframework.stereotype.Component;

/** Makes Message-IDs in the sender's domain; a mail keeps its own over all attempts, so that a repeat is recognised. */
@Component
class MessageIds {
    private final String domain;

    MessageIds(MailSettings settings) {
        this.domain = settings.from().substring(settings.from().indexOf('@') + 1);
    }

    /** For example 7f0c…@zhengxun.example, without angle brackets. */
    String next() {
        return UUID.randomUUID() + "@" + domain;
    }
}
