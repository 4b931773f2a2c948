package cn.zhengxun.draft;

/** Who may read a draft: everyone, or only the persons named and the office. */
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
