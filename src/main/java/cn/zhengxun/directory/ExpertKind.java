package cn.zhengxun.directory;

/** A member of the think tank is a person or a unit that is asked as a whole. */
public enum ExpertKind {
    PERSON("法律专家"),
    UNIT("顾问单位");

    private final String chinese;

    ExpertKind(String chinese) {
        this.chinese = chinese;
    }

    public String chinese() {
        return chinese;
    }
}
