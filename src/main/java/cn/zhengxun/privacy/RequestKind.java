package cn.zhengxun.privacy;

/** What people may ask for (个人信息保护法 15, 44 to 48), and leaving the panel. */
public enum RequestKind {
    COPY("查阅、复制"),
    CORRECTION("更正、补充"),
    CONSENT("撤回同意"),
    PROCESSING("撤回处理个人信息的同意"),
    ERASURE("删除"),
    LEAVING("退出信息员"),
    EXPLANATION("解释说明");

    private final String chinese;

    RequestKind(String chinese) {
        this.chinese = chinese;
    }

    public String chinese() {
        return chinese;
    }

    /** Whether granting it takes the person out of every table. */
    public boolean erases() {
        return this == ERASURE || this == PROCESSING;
    }
}
