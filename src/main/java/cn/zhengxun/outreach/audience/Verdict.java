package cn.zhengxun.outreach.audience;

/** What becomes of a person when a list is proposed. */
enum Verdict {
    CHOSEN(""),
    INACTIVE("已停用"),
    EXPIRED("任期已满"),
    UNMATCHED("不符合推送条件"),
    REFUSED("本人拒绝按标签推送，由所在站点联系");

    private final String reason;

    Verdict(String reason) {
        this.reason = reason;
    }

    /** Why the person is left out; empty for CHOSEN, where the matching terms say why. */
    String reason() {
        return reason;
    }
}
