package cn.zhengxun.draft.comparison;

/** What became of a clause from one text to the next. */
public enum LinkKind {
    /** Same number, same words. */
    SAME("相同"),
    /** Same words under another number. */
    RENUMBERED("条号变动"),
    CHANGED("修改"),
    /** One clause lives on in several. */
    SPLIT("拆分"),
    /** Several clauses live on in one. */
    JOINED("合并"),
    /** Without forerunner. */
    NEW("新增"),
    /** Lives on nowhere. */
    REMOVED("删除");

    private final String chinese;

    LinkKind(String chinese) {
        this.chinese = chinese;
    }

    public String chinese() {
        return chinese;
    }
}
