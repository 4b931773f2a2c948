/** What became of each clause from one text to the next, and what changed in its words. Pure. */
@org.springframework.modulith.NamedInterface("comparison")
package cn.zhengxun.draft.comparison;
