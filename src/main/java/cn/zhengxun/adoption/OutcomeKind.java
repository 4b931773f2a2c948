package cn.zhengxun.adoption;

/** What became of a suggestion. */
public enum OutcomeKind {
    ADOPTED("采纳"),
    PARTLY("部分采纳"),
    NOT_ADOPTED("未采纳"),
    NOTED("研究参考"),
    PENDING("待定"),
    DRAFT_ENDED("草案终止");

    private final String chinese;

    OutcomeKind(String chinese) {
        this.chinese = chinese;
    }

    public String chinese() {
        return chinese;
    }

    public boolean adopted() {
        return this == ADOPTED || this == PARTLY;
    }
}
