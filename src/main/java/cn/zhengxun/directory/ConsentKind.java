package cn.zhengxun.directory;

/** What a person is asked to agree to, each by itself (个人信息保护法 14, 24). */
public enum ConsentKind {
    PROCESSING("处理个人信息", "为开展立法征询，我们保存您的姓名、联系方式和您提出的意见，用于联系您、整理意见和向您反馈采纳情况。您可以随时要求查看、更正或者删除。"),
    CALL_BACK("回访", "为弄清您的意见或者了解反馈是否满意，工作人员可能给您打电话或者发消息。您可以随时表示不再接受回访。"),
    PUBLISH_NAME("公开姓名", "您的意见被采纳或者写入报告时，可以连同您的姓名一起公开。您可以随时要求以后不再公开姓名。"),
    PROFILING("按标签推送", "我们按您的行业、身份、专长等标签挑选与您有关的草案向您征询。您可以拒绝，拒绝后只通过所在站点联系您。");

    private final String chinese;
    private final String wording;

    ConsentKind(String chinese, String wording) {
        this.chinese = chinese;
        this.wording = wording;
    }

    public String chinese() {
        return chinese;
    }

    /** What is shown to people today; a record keeps the words of its own day. */
    public String wording() {
        return wording;
    }
}
