/** The consultation itself: number, plan, timetable, working calendar, status, and the port to its process. */
@org.springframework.modulith.ApplicationModule(displayName = "征询")
package cn.zhengxun.consultation;
