package cn.zhengxun.suggestion;

/** How an opinion reached us. */
public enum Channel {
    PERSONAL_LINK("个人链接"),
    QR_CODE("扫码"),
    MEETING("座谈会"),
    VISIT("走访"),
    PAPER("书面"),
    TELEPHONE("电话代录"),
    VIDEO("视频");

    private final String chinese;

    Channel(String chinese) {
        this.chinese = chinese;
    }

    public String chinese() {
        return chinese;
    }

    /** Whether people wrote themselves, so that nobody else changes it; the rest was taken down from them. */
    public boolean own() {
        return this == PERSONAL_LINK || this == QR_CODE;
    }
}
