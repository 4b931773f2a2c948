/**
 * What waits for a person's look, in one list: what rules and forms noticed ({@code arrival}), and what people say is not
 * theirs ({@code notmine}). Neither of them knows the other, or this list.
 */
package cn.zhengxun.suggestion.doubtful;
