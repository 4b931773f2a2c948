package cn.zhengxun.suggestion.arrival;

/** A stretch of a text in UTF-16 units. @param ends exclusive */
record Span(int begins, int ends) {}
