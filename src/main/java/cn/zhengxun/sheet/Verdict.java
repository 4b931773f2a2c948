package cn.zhengxun.sheet;

/** What a row of a file comes to. UNCHANGED: it is there already. */
public enum Verdict {
    NEW,
    CHANGED,
    UNCHANGED,
    FAULT
}
