package cn.zhengxun.outreach;

/** How far one station got with its slip, as a word and a shape on the page. */
public enum SlipState {
    NOT_ISSUED("未下达", "idle"),
    ISSUED("已下达", "warn"),
    CLAIMED("已认领", "ok"),
    REPORTED("已报数", "ok"),
    CLOSED("已办结", "ok"),
    WITHDRAWN("已撤回", "idle");

    private final String chinese;
    private final String shape;

    SlipState(String chinese, String shape) {
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

    /** @param slip null where none was issued; @param reported whether a report stands */
    static SlipState of(StationSlip slip, boolean reported) {
        if (slip == null) {
            return NOT_ISSUED;
        }
        if (slip.withdrawnAt() != null) {
            return WITHDRAWN;
        }
        if (slip.closedAt() != null) {
            return CLOSED;
        }
        if (reported) {
            return REPORTED;
        }
        return slip.claimedAt() == null ? ISSUED : CLAIMED;
    }
}
