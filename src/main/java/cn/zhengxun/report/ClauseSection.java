package cn.zhengxun.report;

import java.util.List;

/** What was said to one clause. @param label 第七条, or 整体; @param text the clause's words, empty for 整体 */
record ClauseSection(String label, String text, List<Entry> entries) {}
