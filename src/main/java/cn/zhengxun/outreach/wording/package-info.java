/** The office's own words: one editable template for each kind of mail, with placeholders that are checked. Knows no invitation and no audience. */
@org.springframework.modulith.NamedInterface("wording")
package cn.zhengxun.outreach.wording;
