/** Statistics, the evaluation of a finished consultation, and its case file. */
@org.springframework.modulith.ApplicationModule(displayName = "评价")
package cn.zhengxun.evaluation;
