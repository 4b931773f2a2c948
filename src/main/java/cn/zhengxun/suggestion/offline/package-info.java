/** What was said at meetings, on visits, in letters and on the telephone, taken down by staff. */
@org.springframework.modulith.NamedInterface("offline")
package cn.zhengxun.suggestion.offline;
