package cn.zhengxun.suggestion.arrival;

/**
 * Why a suggestion is to be looked at.
 *
 * @param rule name of the rule; null for what a page noticed about the sender
 * @param field null where it is about the sender; then span is null, too
 */
record ArrivalFlag(long suggestion, Concern concern, String rule, Arrived.Field field, Span span) {}
