/**
 * The page on which a draft is read and opinions are written, over a personal link or an open channel, and what invited
 * people have begun there and not handed in. It hands in as every channel does, and shows the receipt.
 */
package cn.zhengxun.suggestion.answer;
