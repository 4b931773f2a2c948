/** What the law gives people over data about them: requests and their ledger, copies, erasure, retention. Knows no other room; each serves {@link cn.zhengxun.privacy.PersonalData}. */
@org.springframework.modulith.ApplicationModule(displayName = "个人信息")
package cn.zhengxun.privacy;
