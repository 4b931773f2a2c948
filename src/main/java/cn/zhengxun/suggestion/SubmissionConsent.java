package cn.zhengxun.suggestion;

/** What a person may allow or not when handing in; that words are processed at all is no choice of these. */
public enum SubmissionConsent {
    CALL_BACK("回访", "consent_call_back"),
    PUBLISH_NAME("公开姓名", "consent_publish_name");

    private final String chinese;
    private final String column;

    SubmissionConsent(String chinese, String column) {
        this.chinese = chinese;
        this.column = column;
    }

    public String chinese() {
        return chinese;
    }

    String column() {
        return column;
    }
}
