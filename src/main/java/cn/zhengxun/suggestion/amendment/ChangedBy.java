package cn.zhengxun.suggestion.amendment;

/** Whose change it is: the author's own, or the office's to what it took down itself. */
enum ChangedBy {
    AUTHOR,
    OFFICE
}
