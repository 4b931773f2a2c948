/** Bills, their drafts by reading, and the clause tree that people speak to. */
@org.springframework.modulith.ApplicationModule(displayName = "草案")
package cn.zhengxun.draft;
