/**
 * What people see again of what they gave: the receipt, its copy by mail, the edit code, and the record over all
 * consultations. Opinions are not handed in or changed here.
 */
package cn.zhengxun.suggestion.receipt;
