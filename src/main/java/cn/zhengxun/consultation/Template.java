package cn.zhengxun.consultation;

/** Day counts of the ten steps: timetable.dmn holds them. */
public enum Template {
    NORMAL("常规"),
    URGENT("加急");

    private final String chinese;

    Template(String chinese) {
        this.chinese = chinese;
    }

    public String chinese() {
        return chinese;
    }
}
