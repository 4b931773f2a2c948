package cn.zhengxun.outreach;

import java.time.LocalTime;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings zhengxun.reminders.*: how much reminding one person has to bear.
 *
 * @param mostPerConsultation reminders of one consultation to one person, the chase not counted
 * @param mostPerWeek reminders and chases of all consultations together to one person in any seven days
 * @param spacingDays days between the invitation, the reminders and the chase of one consultation
 * @param quietFrom from here on, Asia/Shanghai, what is due waits for the morning
 * @param quietUntil the morning
 * @param daysOff whether reminders also go out on weekends and holidays
 */
@ConfigurationProperties("zhengxun.reminders")
record ReminderSettings(
        @DefaultValue("2") int mostPerConsultation,
        @DefaultValue("2") int mostPerWeek,
        @DefaultValue("3") int spacingDays,
        @DefaultValue("20:00") LocalTime quietFrom,
        @DefaultValue("08:00") LocalTime quietUntil,
        @DefaultValue("false") boolean daysOff) {}
