/** What every room may use: the command base, rule violations, clock and column conversions. No room's idea lives here. */
@org.springframework.modulith.ApplicationModule(
        displayName = "内核",
        type = org.springframework.modulith.ApplicationModule.Type.OPEN)
package cn.zhengxun.kernel;
