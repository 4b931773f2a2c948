/** Screening, groups of alike suggestions, and the experts' review. */
@org.springframework.modulith.ApplicationModule(displayName = "梳理")
package cn.zhengxun.collation;
