/** Who is asked, and why: expressions, the list of a consultation, saved groups. Knows no invitation and no mail. */
@org.springframework.modulith.NamedInterface("audience")
package cn.zhengxun.outreach.audience;
