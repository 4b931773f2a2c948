package cn.zhengxun.suggestion;

/** What an opinion wants done to the text. */
public enum SuggestionKind {
    SUBSTANCE("实质修改"),
    WORDING("文字"),
    ADDITION("增加"),
    DELETION("删除"),
    QUESTION("疑问"),
    OTHER("其他");

    private final String chinese;

    SuggestionKind(String chinese) {
        this.chinese = chinese;
    }

    public String chinese() {
        return chinese;
    }
}
