package cn.zhengxun.outreach.mail;

import cn.zhengxun.directory.Informant;
import cn.zhengxun.identity.UserAccount;
import java.util.Optional;

/**
 * One way by which messages reach people. A further one, e.g. an SMS gateway, is a bean that says whom it reaches and
 * takes letters over; outbox, repeats and leases are the same for all. Several threads send at the same time.
 */
interface MessageChannel {
    /** As it stands in the outbox row, at most twenty characters. */
    String name();

    /** @return where this channel reaches the person; empty where it cannot or the person prefers another */
    Optional<String> address(Informant person);

    /** @return as for an informant */
    Optional<String> address(UserAccount user);

    /** @return as for an informant; @param email of somebody outside the directory */
    default Optional<String> address(String email) {
        return Optional.empty();
    }

    /** Returns when the letter is taken over. The same Message-ID may come again after a crash. */
    void send(Letter letter) throws DeliveryFailure;

    /** Nothing is due at the moment: connections kept open may be closed. */
    default void rest() {}
}
