package cn.zhengxun.suggestion.arrival;

/** What a person is to look at a suggestion for. */
public enum Concern {
    PETITION("可能是信访诉求"),
    INSULT("辱骂攻击"),
    THIRD_PARTY("涉及他人个人信息"),
    MACHINE("疑似机器提交"),
    OTHER("其他");

    private final String chinese;

    Concern(String chinese) {
        this.chinese = chinese;
    }

    public String chinese() {
        return chinese;
    }
}
