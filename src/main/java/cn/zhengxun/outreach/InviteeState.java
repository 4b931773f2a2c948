package cn.zhengxun.outreach;

/** How far one invitation got, as a word and a shape on the page. {@link InviteeRows} decides which. */
enum InviteeState {
    WAITING("待发送", "idle"),
    RETRYING("暂时未送达", "warn"),
    FAILED("送达失败", "bad"),
    CANCELLED("未发送", "idle"),
    ON_PAPER("书面送达", "idle"),
    SENT("已送出", "ok"),
    DELIVERED("已送达", "ok"),
    OPENED("已打开", "ok"),
    DRAFTED("已写草稿", "now"),
    ANSWERED("已答复", "ok"),
    NO_OPINION("无意见", "ok"),
    SWAPPED("已换人", "idle"),
    REVOKED("已撤销", "warn"),
    /** Left the panel without having answered: asked no more, though the links still lead to the own record. */
    LEFT("已退出", "idle");

    private final String chinese;
    private final String shape;

    InviteeState(String chinese, String shape) {
        this.chinese = chinese;
        this.shape = shape;
    }

    public String chinese() {
        return chinese;
    }

    /** The style sheet's word for it: ok, warn, bad, idle or now. */
    public String shape() {
        return shape;
    }

    /** Whether the invitation alone decides it, whatever became of its mails. */
    boolean own() {
        return ordinal() >= OPENED.ordinal();
    }

    /** Whether this person's links are dead. */
    public boolean over() {
        return this == SWAPPED || this == REVOKED;
    }

    /** Whether somebody else may be asked instead: not once an answer is there. */
    public boolean replaceable() {
        return this != ANSWERED && this != NO_OPINION && this != SWAPPED;
    }
}
