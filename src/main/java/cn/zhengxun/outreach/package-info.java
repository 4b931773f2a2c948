/** Reaching people: audience, personal invitations, the mail outbox and its dispatcher. */
@org.springframework.modulith.ApplicationModule(displayName = "推送")
package cn.zhengxun.outreach;
