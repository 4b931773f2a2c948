package cn.zhengxun.web;

import cn.zhengxun.consultation.WorkingCalendar;
import cn.zhengxun.privacy.WorkingDays;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** Requests about personal data are due by the same calendar as consultations, which their room may not see. */
@Component
class OfficeDays implements WorkingDays {
    private final WorkingCalendar calendar;

    OfficeDays(WorkingCalendar calendar) {
        this.calendar = calendar;
    }

    @Override
    public LocalDate after(LocalDate day, int days) {
        return calendar.plus(day, days);
    }
}
