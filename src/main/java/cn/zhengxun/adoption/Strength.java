package cn.zhengxun.adoption;

/** How closely the promulgated text follows the suggestion. */
public enum Strength {
    VERBATIM("逐字"),
    SUBSTANCE("实质"),
    SPIRIT("精神");

    private final String chinese;

    Strength(String chinese) {
        this.chinese = chinese;
    }

    public String chinese() {
        return chinese;
    }
}
