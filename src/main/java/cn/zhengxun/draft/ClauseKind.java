package cn.zhengxun.draft;

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
    ANNEX("附件");

    private final String chinese;

    ClauseKind(String chinese) {
        this.chinese = chinese;
    }

    public String chinese() {
        return chinese;
    }
}
