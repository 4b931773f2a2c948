package cn.zhengxun.report;

import cn.zhengxun.consultation.Consultation;
import java.time.LocalDate;
import java.util.List;

/**
 * What one version of the report says; the docx and its annex are two writings of it.
 *
 * @param sections suggestions graded 重点 or 一般, 整体 first, then in the law's order
 * @param appendix those graded 附录原话, by number
 * @param entries all of them, by number
 */
record ReportContent(
        Consultation consultation,
        int version,
        String office,
        LocalDate date,
        String introduction,
        ReportStatistics statistics,
        List<ClauseSection> sections,
        List<Entry> appendix,
        List<Entry> entries) {

    /** @return 关于《…》征询意见情况的报告, 零意见报告 where nothing was collected */
    String title() {
        return "关于" + consultation.citedTitle() + (statistics.collected() == 0 ? "征询意见情况的报告（零意见报告）" : "征询意见情况的报告");
    }
}
