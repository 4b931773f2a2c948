/** "This was not me": a link that reached somebody else, a submission somebody did not make, a receipt for a stranger. */
package cn.zhengxun.suggestion.notmine;
