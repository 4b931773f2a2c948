package cn.zhengxun.web;

import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.evaluation.Figures;
import cn.zhengxun.evaluation.Statistics;
import cn.zhengxun.evaluation.StatisticsFilter;
import cn.zhengxun.evaluation.Summary;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The three counts by consultation, as the dashboard counts them, so that two pages never disagree. */
@Component
class ConsultationFigures {
    private final Statistics statistics;

    ConsultationFigures(Statistics statistics) {
        this.statistics = statistics;
    }

    /** By number; every consultation has an entry. */
    Map<String, Figures> all() {
        return statistics.summary(StatisticsFilter.EVERYTHING).byConsultation().stream()
                .collect(Collectors.toMap(Summary.Line::key, Summary.Line::figures));
    }

    Figures of(ConsultationNumber number) {
        return statistics.summary(StatisticsFilter.of(number)).total();
    }
}
