package cn.zhengxun.outreach.mail;

import cn.zhengxun.directory.Informant;
import cn.zhengxun.identity.UserAccount;
import java.util.Optional;

/** E-mail as a channel: to an SMTP relay, or in demo mode to a mailbox page. */
interface MailTransport extends MessageChannel {
    String NAME = "EMAIL";

    @Override
    default String name() {
        return NAME;
    }

    @Override
    default Optional<String> address(Informant person) {
        return person.reachableByMail() ? Optional.of(person.email()) : Optional.empty();
    }

    @Override
    default Optional<String> address(UserAccount user) {
        return Optional.ofNullable(user.email()).filter(email -> !email.isBlank());
    }

    @Override
    default Optional<String> address(String email) {
        return Optional.of(email);
    }
}
