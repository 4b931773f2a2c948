/** Tables that strangers hand in as files: read safely, cell by cell, whatever they are about. Knows no room but the kernel. */
@org.springframework.modulith.NamedInterface("sheet")
package cn.zhengxun.directory.sheet;
