package cn.zhengxun.collation;

/** How a suggestion stands in the report; a low grade deletes nothing. */
public enum Grade {
    KEY("重点报送"),
    GENERAL("一般报送"),
    APPENDIX("附录原话");

    private final String chinese;

    Grade(String chinese) {
        this.chinese = chinese;
    }

    public String chinese() {
        return chinese;
    }
}
