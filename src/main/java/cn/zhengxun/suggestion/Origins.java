package cn.zhengxun.suggestion;

import cn.zhengxun.consultation.ConsultationNumber;
import java.time.LocalDate;
import java.util.Optional;

/** Where a submission was taken down, for those who read it; served by whoever takes submissions down. */
public interface Origins {

    /**
     * @param label for example 座谈会记录
     * @param address of its page
     * @param dayLabel what the day is, for example 收到日期; the time that counts is that of handing in
     */
    record Origin(String label, String address, String dayLabel, LocalDate day) {}

    Optional<Origin> of(ConsultationNumber consultation, long submission);
}
