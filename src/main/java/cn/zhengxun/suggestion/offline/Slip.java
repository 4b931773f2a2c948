package cn.zhengxun.suggestion.offline;

/**
 * What one speaker of a record that was handed in takes home.
 *
 * @param speaker the name; null for somebody anonymous
 * @param late whether it came after the deadline: kept, not counted
 */
record Slip(String receipt, String speaker, int suggestions, boolean late) {}
