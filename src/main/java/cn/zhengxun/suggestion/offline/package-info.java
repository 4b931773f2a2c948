/** What was said at meetings, on visits, in letters and on the telephone, taken down by staff. */
package cn.zhengxun.suggestion.offline;
