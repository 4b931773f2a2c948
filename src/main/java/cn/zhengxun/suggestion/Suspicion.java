package cn.zhengxun.suggestion;

/** What looks as if a machine had filled in a form. People look at it; nothing is refused for it. */
enum Suspicion {
    HIDDEN_FIELD("填了人看不到的栏目"),
    TOO_FAST("打开页面不到2秒就提交");

    private final String chinese;

    Suspicion(String chinese) {
        this.chinese = chinese;
    }

    public String chinese() {
        return chinese;
    }
}
