/** What people say, word for word and unalterable, on whichever channel it came in. */
@org.springframework.modulith.ApplicationModule(displayName = "意见")
package cn.zhengxun.suggestion;
