package cn.zhengxun.suggestion.notmine;

/** What somebody says is not theirs. */
public enum NotMineKind {
    LINK("链接发给了别人"),
    SUBMISSION("意见不是本人提的"),
    MAIL_COPY("邮箱被别人填写");

    private final String chinese;

    NotMineKind(String chinese) {
        this.chinese = chinese;
    }

    public String chinese() {
        return chinese;
    }
}
