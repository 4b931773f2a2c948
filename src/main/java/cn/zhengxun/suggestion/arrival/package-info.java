/** What a person has to look at before others read it: found by editable rules on arrival, never deleted. */
@org.springframework.modulith.NamedInterface("arrival")
package cn.zhengxun.suggestion.arrival;
