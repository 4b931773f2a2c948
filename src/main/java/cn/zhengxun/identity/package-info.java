/** Users, roles and sign-in rules; its port is served by {@code process}, where Camunda's user store lives. */
@org.springframework.modulith.ApplicationModule(displayName = "身份")
package cn.zhengxun.identity;
