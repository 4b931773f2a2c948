package cn.zhengxun.consultation;

/** Whose draft it is; the Chinese character stands in the number. */
public enum Level {
    NATIONAL("国"),
    PROVINCIAL("省"),
    MUNICIPAL("市"),
    DISTRICT("区");

    private final String chinese;

    Level(String chinese) {
        this.chinese = chinese;
    }

    public String chinese() {
        return chinese;
    }
}
