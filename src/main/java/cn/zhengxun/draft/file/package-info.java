/** Received files, in any format of an office, as lines of text. Nothing in a file is trusted. Pure as {@code clause}. */
@org.springframework.modulith.NamedInterface("file")
package cn.zhengxun.draft.file;
