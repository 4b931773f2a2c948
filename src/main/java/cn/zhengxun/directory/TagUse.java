package cn.zhengxun.directory;

/** A tag and how many people bear it, those who take part no more included. */
record TagUse(long id, String family, String name, long bearers) {}
