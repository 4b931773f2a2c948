package cn.zhengxun.draft.file;

/** What a reader of Word documents finds, from top to bottom. Tables may stand within cells. */
interface WordFlow {

    /** @param number what Word prints before a paragraph of a list; empty for others */
    void paragraph(String number, String words);

    void beginTable();

    void endCell();

    void endRow();

    /** Forgets the row that is being read: it was deleted. */
    void dropRow();

    void endTable();
}
