package cn.zhengxun.report;

import java.util.Map;

/**
 * The counts of one report, as domain.md defines them.
 *
 * @param collected 征集: accepted, not withdrawn, not out of scope; held ones and each member of a group count one
 * @param key those of the submitted ones graded 重点报送; general and appendix likewise: together they are the submitted
 * @param routed out of scope, handed to another body; outside the collected
 * @param held collected, but waiting for a second look and so not in this report
 * @param contributors people who gave collected suggestions
 * @param invited personal invitations; @param answered those of them with an answer
 * @param byChannel collected by channel; byStation (without the ones of no station), byCategory and byKind likewise, largest first
 */
record ReportStatistics(
        int collected,
        int key,
        int general,
        int appendix,
        int routed,
        int held,
        int contributors,
        int invited,
        int answered,
        Map<String, Integer> byChannel,
        Map<String, Integer> byStation,
        Map<String, Integer> byCategory,
        Map<String, Integer> byKind) {

    static final String COLLECTED_MEANS = "按期（含宽限期）收到、提出人未撤回、属于征询范围的意见；暂存复核的意见和归并组内的每条意见各计一条，逾期意见不计。";
    static final String SUBMITTED_MEANS = "征集意见中写入本报告的意见，附录原话计算在内。";
    static final String ROUTED_MEANS = "不属于征询范围、已转有关部门办理的意见，不计入征集数。";
    static final String HELD_MEANS = "已计入征集数，因需进一步复核未写入本报告的意见。";

    int submitted() {
        return key + general + appendix;
    }
}
