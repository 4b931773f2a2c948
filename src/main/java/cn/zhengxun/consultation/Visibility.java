package cn.zhengxun.consultation;

/** Whether the draft may be shown to everyone. */
public enum Visibility {
    PUBLIC("公开"),
    INTERNAL("内部");

    private final String chinese;

    Visibility(String chinese) {
        this.chinese = chinese;
    }

    public String chinese() {
        return chinese;
    }
}
