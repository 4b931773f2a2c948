/**
 * What people say, word for word and unalterable, on whichever channel it came in: handing in, closing, reading, the
 * consents given with it. The parts below take it in or show it again; the room knows none of them but what checks and
 * counts each arrival ({@code arrival}, {@code attachment}, {@code live}).
 */
@org.springframework.modulith.ApplicationModule(displayName = "意见")
package cn.zhengxun.suggestion;
