/**
 * The clause tree (编 章 节 条 款 项 目) and how printed lines grow into it. Pure: no database, no file, no clock.
 */
@org.springframework.modulith.NamedInterface("clause")
package cn.zhengxun.draft.clause;
