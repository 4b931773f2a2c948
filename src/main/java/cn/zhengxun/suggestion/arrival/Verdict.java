package cn.zhengxun.suggestion.arrival;

/** What a person who looked decides. */
public enum Verdict {
    PASS("放行"),
    HOLD("暂存"),
    REROUTE("转办");

    private final String chinese;

    Verdict(String chinese) {
        this.chinese = chinese;
    }

    public String chinese() {
        return chinese;
    }
}
