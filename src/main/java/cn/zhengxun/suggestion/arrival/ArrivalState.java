package cn.zhengxun.suggestion.arrival;

/** Where a suggestion that was flagged or held stands. */
public enum ArrivalState {
    WAITING("待核查"),
    HOLD_PROPOSED("拟暂存，等第二人复核"),
    HELD("暂存"),
    RELEASE_PROPOSED("拟放行，等第二人复核"),
    REROUTED("转办"),
    CLEARED("已放行");

    private final String chinese;

    ArrivalState(String chinese) {
        this.chinese = chinese;
    }

    public String chinese() {
        return chinese;
    }

    /** Held back until two people have released it. */
    public boolean held() {
        return this == HOLD_PROPOSED || this == HELD || this == RELEASE_PROPOSED;
    }

    /** A second person has to agree. */
    public boolean proposed() {
        return this == HOLD_PROPOSED || this == RELEASE_PROPOSED;
    }

    /** Somebody still has to do something. */
    public boolean open() {
        return this == WAITING || this == HOLD_PROPOSED || this == RELEASE_PROPOSED;
    }
}
