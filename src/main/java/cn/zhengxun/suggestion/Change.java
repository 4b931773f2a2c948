package cn.zhengxun.suggestion;

/** What can happen to a suggestion after it was handed in, as long as collection is open. */
public enum Change {
    AMENDED("改过"),
    WITHDRAWN("撤回"),
    RESTORED("恢复");

    private final String chinese;

    Change(String chinese) {
        this.chinese = chinese;
    }

    public String chinese() {
        return chinese;
    }
}
