/** Finds clauses by their words, in an index beside the database. Pure: what is in the index, others decide. */
package cn.zhengxun.draft.search;
