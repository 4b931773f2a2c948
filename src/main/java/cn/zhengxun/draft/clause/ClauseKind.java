package cn.zhengxun.draft.clause;

/** The levels of a Chinese law text, outermost first. */
public enum ClauseKind {
    PART("编"),
    SUBPART("分编"),
    CHAPTER("章"),
    SECTION("节"),
    ARTICLE("条"),
    PARAGRAPH("款"),
    ITEM("项"),
    SUBITEM("目"),
    PREAMBLE("序言"),
    ANNEX("附件"),
    /** A table within a clause or an annex; its rows are the lines of its text, cells divided by " | ". */
    TABLE("表格"),
    /** One instruction of a text that amends a law: 将第五条修改为…. */
    AMENDMENT("修改项"),
    /** When and by whom the text was passed, as printed below its title; kept, not consulted on. */
    NOTE("题注"),
    /** What explains the draft and is no part of it, such as 关于…的说明; kept apart. */
    EXPLANATION("说明");

    private final String chinese;

    ClauseKind(String chinese) {
        this.chinese = chinese;
    }

    /** 编, 分编, 章 or 节. */
    public boolean isDivision() {
        return compareTo(SECTION) <= 0;
    }

    public String chinese() {
        return chinese;
    }
}
