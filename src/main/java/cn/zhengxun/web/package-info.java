/** Layout, home, error pages, and the pages that put several rooms together. */
@org.springframework.modulith.ApplicationModule(displayName = "页面")
package cn.zhengxun.web;
