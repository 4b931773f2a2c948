package cn.zhengxun.suggestion.attachment;

/** What a file is to the people who read it. */
public enum AttachmentKind {
    PHOTO("照片"),
    RECORDING("录音"),
    DOCUMENT("文档");

    private final String chinese;

    AttachmentKind(String chinese) {
        this.chinese = chinese;
    }

    public String chinese() {
        return chinese;
    }
}
