/**
 * Tables that people fill in and hand in as files, whatever they are about: read safely, row by row under their headings;
 * kept until somebody who saw what they come to confirms it; written as templates. Knows no room but the kernel and
 * privacy, whose retention it serves.
 */
@org.springframework.modulith.ApplicationModule(displayName = "表格")
package cn.zhengxun.sheet;
