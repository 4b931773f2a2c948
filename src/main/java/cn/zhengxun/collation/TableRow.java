package cn.zhengxun.collation;

/**
 * One line of the 汇总表.
 *
 * @param number null before closing; @param alike how many say the same, itself included; the rest is empty where there is nothing to say
 */
record TableRow(
        Integer number,
        String clause,
        String clauseText,
        String original,
        String normalised,
        String reason,
        int alike,
        String category,
        String channel,
        String station,
        String note,
        String grade,
        String remark) {}
