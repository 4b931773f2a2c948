package cn.zhengxun.outreach.mail;

/** The transport did not take a letter. The message is in Chinese, without addresses, and is shown to staff. */
class DeliveryFailure extends Exception {
    private final boolean permanent;

    DeliveryFailure(boolean permanent, String sentence, Throwable cause) {
        super(sentence, cause);
        this.permanent = permanent;
    }

    /** Trying again would not help. */
    boolean permanent() {
        return permanent;
    }
}
