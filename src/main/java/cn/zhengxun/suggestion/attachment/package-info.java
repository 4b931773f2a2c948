/** What people attach to their words: accepted by its bytes, kept in the database, handed out as a download. */
@org.springframework.modulith.NamedInterface("attachment")
package cn.zhengxun.suggestion.attachment;
