/** The report upward: composed, approved, signed, frozen with its hash. */
@org.springframework.modulith.ApplicationModule(displayName = "报告")
package cn.zhengxun.report;
