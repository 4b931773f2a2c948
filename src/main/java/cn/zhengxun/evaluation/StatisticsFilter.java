package cn.zhengxun.evaluation;

import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.consultation.Level;
import cn.zhengxun.suggestion.Channel;
import java.time.LocalDate;
import java.time.YearMonth;

/**
 * Which consultations and suggestions count; null leaves a condition out. from, to, level and consultation choose
 * consultations, the others choose suggestions within them.
 *
 * @param from first day of registration in Shanghai, inclusive; @param to last day, inclusive
 * @param station a station's id, {@link #NO_STATION} for suggestions that came through none
 * @param category proposer's identity category, {@link #NO_CATEGORY} for suggestions without one
 * @param month when the suggestion was accepted, in Shanghai
 */
public record StatisticsFilter(
        LocalDate from,
        LocalDate to,
        Level level,
        ConsultationNumber consultation,
        Long station,
        Channel channel,
        String category,
        YearMonth month) {
    public static final long NO_STATION = 0;
    public static final String NO_CATEGORY = "NONE";
    public static final StatisticsFilter EVERYTHING =
            new StatisticsFilter(null, null, null, null, null, null, null, null);

    public static StatisticsFilter of(ConsultationNumber consultation) {
        return new StatisticsFilter(null, null, null, consultation, null, null, null, null);
    }
}
