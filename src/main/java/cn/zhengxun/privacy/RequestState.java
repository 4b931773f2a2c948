package cn.zhengxun.privacy;

/** How far a request got. Only an open one waits for the office. */
public enum RequestState {
    OPEN("待办", "warn"),
    DONE("已办结", "ok"),
    REFUSED("不予办理", "bad"),
    TAKEN_BACK("本人已撤回", "idle");

    private final String chinese;
    private final String shape;

    RequestState(String chinese, String shape) {
        this.chinese = chinese;
        this.shape = shape;
    }

    public String chinese() {
        return chinese;
    }

    /** The style sheet's word for it. */
    public String shape() {
        return shape;
    }
}
