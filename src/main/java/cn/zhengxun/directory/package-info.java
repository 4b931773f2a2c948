/** Informants, stations and experts: who can be asked, and what is known about them with their consent. */
@org.springframework.modulith.ApplicationModule(displayName = "名录")
package cn.zhengxun.directory;
