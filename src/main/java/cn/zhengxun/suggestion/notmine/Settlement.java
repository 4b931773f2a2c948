package cn.zhengxun.suggestion.notmine;

/** What staff found out about a report. */
public enum Settlement {
    CONFIRMED("属实，已处理"),
    MISTAKE("不属实或误按");

    private final String chinese;

    Settlement(String chinese) {
        this.chinese = chinese;
    }

    public String chinese() {
        return chinese;
    }
}
