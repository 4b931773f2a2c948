package cn.zhengxun.evaluation;

import java.util.List;

/**
 * What a manager reports. Every breakdown adds up to the total.
 *
 * @param drafts consultations that were not declined; conditions on suggestions do not change it
 */
public record Summary(
        long drafts,
        Figures total,
        List<Line> byLevel,
        List<Line> byConsultation,
        List<Line> byStation,
        List<Line> byChannel,
        List<Line> byCategory,
        List<Line> byMonth) {

    /** One line of a breakdown. key is what the filter takes, label what people read. */
    public record Line(String key, String label, Figures figures) {}
}
