/** What comes in, as it comes in, for those who watch a consultation. Knows the tables, and no other part of the room. */
@org.springframework.modulith.NamedInterface("live")
package cn.zhengxun.suggestion.live;
