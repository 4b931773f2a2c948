/** The append-only, hash-chained trail: one entry for every command that changed something. */
@org.springframework.modulith.ApplicationModule(displayName = "审计")
package cn.zhengxun.audit;
