package cn.zhengxun.suggestion;

/** Whether a submission came in time. Late ones are kept and shown to staff, and never counted. */
public enum Timing {
    ON_TIME("按时"),
    GRACE("宽限期内"),
    LATE("逾期");

    private final String chinese;

    Timing(String chinese) {
        this.chinese = chinese;
    }

    public String chinese() {
        return chinese;
    }
}
