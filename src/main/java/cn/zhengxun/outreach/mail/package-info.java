/** Mail and its outbox: what a message is, who writes it, and how it provably leaves. Knows no invitation and no audience. */
@org.springframework.modulith.NamedInterface("mail")
package cn.zhengxun.outreach.mail;
