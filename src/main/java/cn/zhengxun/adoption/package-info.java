/** What became of every suggestion, with evidence, and the letter that tells its author. */
@org.springframework.modulith.ApplicationModule(displayName = "反馈")
package cn.zhengxun.adoption;
