/**
 * Changing, withdrawing and restoring what was handed in, until collection closes: by its author with the personal link or
 * the edit code, by the office for what it took down. Uses the room, the answer's form and the receipts; nobody uses it.
 */
package cn.zhengxun.suggestion.amendment;
