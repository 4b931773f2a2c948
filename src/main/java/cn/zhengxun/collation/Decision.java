package cn.zhengxun.collation;

/** What staff do with a suggestion. */
public enum Decision {
    FORWARD("上报"),
    GROUP("归并"),
    OUT_OF_SCOPE("转办"),
    HOLD("暂存复核");

    private final String chinese;

    Decision(String chinese) {
        this.chinese = chinese;
    }

    public String chinese() {
        return chinese;
    }
}
