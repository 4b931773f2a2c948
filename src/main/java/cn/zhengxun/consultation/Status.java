package cn.zhengxun.consultation;

/** Where a consultation stands. */
public enum Status {
    INTAKE("接收登记"),
    DECLINED("不予受理"),
    PLANNING("研判立案"),
    PUSHING("精准推送"),
    COLLECTING("正在征集"),
    COLLATING("梳理归并"),
    REVIEWING("智囊论证"),
    SUBMITTING("审核上报"),
    TRACKING("跟踪反馈"),
    EVALUATING("评价归档"),
    ARCHIVED("已归档"),
    ENDED("已终止");

    private final String chinese;

    Status(String chinese) {
        this.chinese = chinese;
    }

    public String chinese() {
        return chinese;
    }

    /** Closed files change no more. */
    public boolean closed() {
        return this == DECLINED || this == ARCHIVED || this == ENDED;
    }
}
