package cn.zhengxun.outreach.mail;

import java.time.Duration;

/** A channel did not take a letter. The message is in Chinese, without addresses, and is shown to staff. */
class DeliveryFailure extends Exception {

    /** What is at fault, and so what to do next. */
    enum Fault {
        /** This address takes nothing any more: no second try, and the person is marked. */
        ADDRESS,
        /** This letter was refused for good; the address may be fine. */
        LETTER,
        /** Busy or full: the same letter may be taken later. */
        FOR_NOW,
        /** Our own settings, or the relay as a whole: no letter can leave by this channel, none is to blame. */
        CHANNEL
    }

    private final Fault fault;
    private final Duration atLeast;

    DeliveryFailure(Fault fault, String sentence, Throwable cause) {
        this(fault, sentence, Duration.ZERO, cause);
    }

    /** @param atLeast the other side asked for this pause before the next try */
    DeliveryFailure(Fault fault, String sentence, Duration atLeast, Throwable cause) {
        super(sentence, cause);
        this.fault = fault;
        this.atLeast = atLeast;
    }

    Fault fault() {
        return fault;
    }

    Duration atLeast() {
        return atLeast;
    }
}
