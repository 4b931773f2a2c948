package cn.zhengxun.directory;

/** What importing a row does to the directory. */
enum Verdict {
    NEW,
    CHANGED,
    UNCHANGED,
    FAULT
}
