package cn.zhengxun.outreach;

import cn.zhengxun.outreach.mail.MailState;

/** How far one invitation got, as a word and a shape on the page. */
enum InviteeState {
    ON_PAPER("书面送达", "idle"),
    WAITING("待发送", "idle"),
    RETRYING("发送未成，稍后重试", "warn"),
    SENT("已送出", "ok"),
    FAILED("发送失败", "bad"),
    CANCELLED("未发送", "idle"),
    OPENED("已打开", "ok"),
    ANSWERED("已答复", "ok"),
    REVOKED("已撤销", "warn");

    private final String chinese;
    private final String shape;

    InviteeState(String chinese, String shape) {
        this.chinese = chinese;
        this.shape = shape;
    }

    public String chinese() {
        return chinese;
    }

    /** The style sheet's word for it: ok, warn, bad or idle. */
    public String shape() {
        return shape;
    }

    /** @param mail the latest invitation mail, null where none was queued */
    static InviteeState of(Invitation invitation, boolean revoked, boolean onPaper, MailState mail) {
        if (revoked) {
            return REVOKED;
        }
        if (invitation.answeredAt() != null) {
            return ANSWERED;
        }
        if (invitation.openedAt() != null) {
            return OPENED;
        }
        if (mail == null) {
            return onPaper ? ON_PAPER : WAITING;
        }
        return switch (mail.status()) {
            case WAITING, SENDING -> mail.lastError() == null ? WAITING : RETRYING;
            case SENT -> SENT;
            case FAILED -> FAILED;
            case CANCELLED -> CANCELLED;
        };
    }
}
