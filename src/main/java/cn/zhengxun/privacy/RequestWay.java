package cn.zhengxun.privacy;

/** How a request reached the office. */
public enum RequestWay {
    SELF("本人网上办理"),
    COUNTER("当面"),
    TELEPHONE("电话"),
    LETTER("来信");

    private final String chinese;

    RequestWay(String chinese) {
        this.chinese = chinese;
    }

    public String chinese() {
        return chinese;
    }
}
