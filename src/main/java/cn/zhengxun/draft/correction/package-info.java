/**
 * What staff put right in a clause tree that was read wrongly, how it is taken back, and trees written out as files.
 * Pure: a correction moves words between clauses and never changes, loses or adds one.
 */
package cn.zhengxun.draft.correction;
